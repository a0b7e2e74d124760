using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso.Tests;

public sealed class FieldEncryptionTests : IDisposable
{
    private static readonly byte[] First = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    private readonly TemporaryFolder folder = new();
    private readonly TenantId tenant = new(Guid.CreateVersion7());

    public static TheoryData<string> Cases { get; } = new(PatientStoreContract.Cases.Select(c => c.Name));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Encrypted_patients_keep_the_contract(string name)
    {
        await using var stores = await TursoStores.MakeAsync(fieldKeys: FieldKeyRing.Random());

        await PatientStoreContract.Cases.Single(c => c.Name == name).RunAsync(stores, Stop);

        Assert.Empty(await stores.Source.ListAsync("SELECT id FROM patients WHERE field_key IS NULL OR name_key IS NOT NULL", [], r => r.Text(0), Stop));
    }

    [Fact]
    public async Task Nothing_of_an_encrypted_patient_stands_in_the_file()
    {
        await using (var stores = await TursoStores.MakeAsync(configure: o => o.DataSource = folder.File(), fieldKeys: Ring("k1")))
            await stores.CommitAsync(unit => stores.Get<IPatientStore>().Add(unit, Jose()));

        var bytes = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(folder.File(), Stop));

        Assert.All(["Muñoz", "munoz", "0912345678", "+593 99", "penicilina"], word => Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("cedula", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_or_missing_key_is_an_error_that_names_it()
    {
        var patient = Jose();
        await WithAsync(Ring("k1"), s => AddAsync(s, patient));

        var missing = await WithAsync(Ring("k2"), s => Assert.ThrowsAsync<TursoException>(() => FindAsync(s, patient.Id)));
        var wrong = await WithAsync(new FieldKeyRing("k1", new Dictionary<string, byte[]> { ["k1"] = Second }), s => Assert.ThrowsAsync<TursoException>(() => FindAsync(s, patient.Id)));
        var none = await WithAsync(null, s => Assert.ThrowsAsync<TursoException>(() => FindAsync(s, patient.Id)));

        Assert.All([missing, wrong, none], e => Assert.Contains("'k1'", e.Message, StringComparison.Ordinal));
        Assert.All([missing, wrong, none], e => Assert.DoesNotContain("Mu", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_moved_to_another_row_column_or_clinic_does_not_open()
    {
        var (one, other) = (Jose(), Jose() with { DocumentNumber = "77" });
        await WithAsync(Ring("k1"), async s =>
        {
            await AddAsync(s, one);
            await AddAsync(s, other);
            return true;
        });

        foreach (var sql in (string[])
        [
            "UPDATE patients SET contact = (SELECT p.contact FROM patients p WHERE p.id <> patients.id)", "UPDATE patients SET contact = name",
            "UPDATE patients SET contact = substr(contact, 1, length(contact) - 4) || 'AAAA'",
        ])
        {
            Run("BEGIN; " + sql + "; COMMIT;");
            await WithAsync(Ring("k1"), s => Assert.ThrowsAsync<TursoException>(() => FindAsync(s, one.Id)));
        }
    }

    [Fact]
    public async Task Keys_change_without_downtime_and_nothing_is_lost()
    {
        var patients = Enumerable.Range(0, 230).Select(i => Jose() with { DocumentNumber = $"09-{i}", Name = $"José Muñoz {i}" }).ToList();
        await WithAsync(null, async s =>
        {
            foreach (var patient in patients.Take(150)) await AddAsync(s, patient);
            return true;
        });
        await WithAsync(Ring("k1"), async s =>
        {
            foreach (var patient in patients.Skip(150)) await AddAsync(s, patient);
            await SameAsync(s, patients);
            Assert.Equal(150, await s.Get<FieldRotation>().EncryptAsync(Stop));
            return true;
        });
        Assert.Equal(0, Count("name NOT LIKE char(1) || 'f1:k1:%' OR name_key IS NOT NULL"));

        await WithAsync(Ring("k2", "k1"), async s =>
        {
            await AddAsync(s, Jose() with { DocumentNumber = "new" });
            Assert.Equal(230, await s.Get<FieldRotation>().OutstandingAsync(Stop));
            await SameAsync(s, patients);
            Assert.Equal(230, await s.Get<FieldRotation>().EncryptAsync(Stop));
            Assert.Equal(0, await s.Get<FieldRotation>().EncryptAsync(Stop));
            return true;
        });
        await WithAsync(Ring("k2"), s => SameAsync(s, patients));

        await WithAsync(Ring("k2"), async s =>
        {
            await Assert.ThrowsAsync<TursoException>(() => s.Get<TursoMigrator>().DownAsync("core", 5, Stop));
            Assert.Equal(231, await s.Get<FieldRotation>().DecryptAsync(Stop));
            return true;
        });
        await WithAsync(null, s => SameAsync(s, patients));
        await WithAsync(null, async s => await s.Get<TursoMigrator>().DownAsync("core", 5, Stop));
    }

    [Fact]
    public async Task A_document_stays_taken_while_keys_change()
    {
        foreach (var earlier in (FieldKeyRing?[])[null, Ring("k1")])
        {
            var patient = Jose() with { DocumentNumber = $"09-{earlier}" };
            await WithAsync(earlier, s => AddAsync(s, patient));

            await WithAsync(Ring("k2", "k1"), async s =>
            {
                await Assert.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(s, Jose() with { DocumentNumber = patient.DocumentNumber }));
                await AddAsync(s, Jose() with { DocumentNumber = patient.DocumentNumber, DocumentKind = "passport" });
                Assert.Equal(patient.Id, (await s.Get<IPatientStore>().FindByDocumentAsync(tenant, "cedula", patient.DocumentNumber!, Stop))!.Id);
                return true;
            });
        }
    }

    [Fact]
    public async Task Rotation_beside_writers_loses_no_change()
    {
        var patients = Enumerable.Range(0, 120).Select(i => Jose() with { DocumentNumber = $"{i}" }).ToList();
        await WithAsync(Ring("k1"), async s =>
        {
            foreach (var patient in patients) await AddAsync(s, patient);
            return true;
        });
        await WithAsync(Ring("k2", "k1"), async s =>
        {
            var rotating = s.Get<FieldRotation>().EncryptAsync(Stop);
            foreach (var patient in patients.AsEnumerable().Reverse())
                await CommitAsync(s, unit => s.Get<IPatientStore>().Save(unit, patient with { Contact = "changed", Version = 2 }));
            await rotating;
            await s.Get<FieldRotation>().EncryptAsync(Stop);
            Assert.Equal(0, await s.Get<FieldRotation>().OutstandingAsync(Stop));
            foreach (var patient in patients) Assert.Equal(("changed", 2L), (await FindAsync(s, patient.Id))! is var p ? (p.Contact!, p.Version) : default);
            return true;
        });
    }

    [Fact]
    public void Every_text_comes_back_as_it_was_and_no_two_ciphertexts_are_alike() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), t =>
        {
            var text = new string([.. t.Get.Where(c => !char.IsSurrogate(c) && c != '\u0001')]);
            var cipher = new FieldCipher(Ring("k1"));
            var (a, b) = (cipher.Seal("t", "c", tenant.Value, tenant.Value, text), cipher.Seal("t", "c", tenant.Value, tenant.Value, text));
            return a != b && cipher.Open("t", "c", tenant.Value, tenant.Value, a) == text && cipher.Open("t", "c", tenant.Value, tenant.Value, b) == text;
        }).QuickCheckThrowOnFailure();

    private static FieldKeyRing Ring(params string[] ids) => new(ids[0], ids.ToDictionary(id => id, id => id == "k1" ? First : Second));

    private static Patient Jose() => new(new PatientId(Guid.CreateVersion7()), "José Muñoz", "cedula", "0912345678", "+593 99", ["penicilina"], 1);

    private async Task<T> WithAsync<T>(FieldKeyRing? keys, Func<TursoStores, Task<T>> work)
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.DataSource = folder.File(), fieldKeys: keys);
        return await work(stores);
    }

    private Task<Patient?> FindAsync(TursoStores stores, PatientId id) => stores.Get<IPatientStore>().FindAsync(tenant, id, Stop);

    private Task<string> AddAsync(TursoStores stores, Patient patient) => CommitAsync(stores, unit => stores.Get<IPatientStore>().Add(unit, patient));

    private Task<string> CommitAsync(TursoStores stores, Action<IUnit> stage) => stores.CommitAsync(stage, tenant: tenant);

    private async Task<bool> SameAsync(TursoStores stores, List<Patient> patients)
    {
        foreach (var patient in patients)
        {
            var found = (await FindAsync(stores, patient.Id))!;
            Assert.Equal(patient with { Allergies = found.Allergies }, found);
            Assert.Equal(patient.Allergies, found.Allergies);
            Assert.Equal(patient.Id, (await stores.Get<IPatientStore>().FindByDocumentAsync(tenant, "cedula", patient.DocumentNumber!, Stop))!.Id);
        }

        Assert.Equal(patients.Count, (await stores.Get<IPatientStore>().SearchAsync(tenant, "09-", 1000, Stop)).Count);
        return true;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File()};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Count(string where)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File()};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM patients WHERE {where}";
        return (long)command.ExecuteScalar()!;
    }
}
