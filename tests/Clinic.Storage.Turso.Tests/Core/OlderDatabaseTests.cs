using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public sealed class OlderDatabaseTests : IDisposable
{
    private const string Badge = "BADGE-0042";

    private static readonly ReadOnlyMemory<byte> Salt = new byte[16];
    private static readonly ReadOnlyMemory<byte> Hash = Rfc2898DeriveBytes.Pbkdf2(Badge, Salt.Span, 1000, HashAlgorithmName.SHA256, 32);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_badge_set_before_look_ups_existed_is_found_once_it_is_set_again()
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var services = Services();
        var person = await BeforeLookupsAsync(tenant);

        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);

        var credentials = services.GetRequiredService<ICredentialStore>();
        var verifier = services.GetRequiredService<ICredentialVerifier>();
        Assert.Empty((await credentials.FindAsync(tenant, person, CredentialKind.Badge, Stop))!.BadgeLookups);
        Assert.IsType<CredentialResult.Refused>(await verifier.IdentifyAsync(tenant, new Secret(Badge), "station", Stop));
        Assert.IsType<CredentialResult.Accepted>(await verifier.VerifyAsync(tenant, person, CredentialKind.Badge, new Secret(Badge), "station", Stop));

        await services.GetRequiredService<PeopleAdministration>().SetAsync(X(services, tenant), new SetCredential(person, CredentialKind.Badge, new Secret(Badge)), Stop);

        Assert.Equal(person, Assert.IsType<CredentialResult.Accepted>(await verifier.IdentifyAsync(tenant, new Secret(Badge), "station", Stop)).Person);
    }

    [Fact]
    public async Task Patients_stored_before_there_was_a_search_are_found_after_the_migration()
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var services = Services();
        await BeforeSearchAsync(tenant, count: 1203);

        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);

        var source = services.GetRequiredService<ClinicDatabase>();
        Assert.Empty(await source.ListAsync("SELECT id FROM patients WHERE name_key IS NULL", [], r => r.Text(0), Stop));
        var patients = services.GetRequiredService<IPatientStore>();
        Assert.Equal(1203, (await patients.SearchAsync(tenant, "nanez jose", 2000, Stop)).Count);
        var one = Assert.Single(await patients.SearchAsync(tenant, "09-1202", 10, Stop));
        Assert.Equal(("José Ñáñez 1202", 1L), (one.Name, one.Version));
    }

    [Fact]
    public async Task Patients_are_found_in_their_order_where_the_script_was_run_by_hand_and_keys_are_missing()
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var services = Services();
        await BeforeSearchAsync(tenant, count: 5);
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        await services.GetRequiredService<ClinicDatabase>().WriteAsync(
            "UPDATE patients SET name_key = NULL, document_key = NULL WHERE name LIKE '%1' OR name LIKE '%3'", [], Stop);
        var patients = services.GetRequiredService<IPatientStore>();

        var found = await patients.SearchAsync(tenant, "ÑAÑEZ", 4, Stop);

        Assert.Equal(["José Ñáñez 0", "José Ñáñez 1", "José Ñáñez 2", "José Ñáñez 3"], found.Select(p => p.Name));
        Assert.Equal("José Ñáñez 3", Assert.Single(await patients.SearchAsync(tenant, "09-3", 4, Stop)).Name);
    }

    [Fact]
    public async Task Taking_the_search_back_keeps_the_patients()
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var services = Services();
        await BeforeSearchAsync(tenant, count: 3);
        var migrator = services.GetRequiredService<TursoMigrator>();
        await migrator.UpAsync(Stop);

        await migrator.DownAsync("core", 3, Stop);
        await migrator.UpAsync(Stop);

        Assert.Equal(3, (await services.GetRequiredService<IPatientStore>().SearchAsync(tenant, "nanez", 10, Stop)).Count);
    }

    // The database as it was before patients could be searched, with some of them.
    private async Task BeforeSearchAsync(TenantId tenant, int count)
    {
        await using var services = Services(new TursoSet(CoreSet.Set.Name, [.. CoreSet.Set.Scripts.Take(3)], CoreSet.Set.Facts));
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        await ((LocalDatabase)services.GetRequiredService<ClinicDatabase>()).InTransactionAsync(
            c =>
            {
                for (var i = 0; i < count; i++)
                {
                    c.Execute(
                        "INSERT INTO patients (tenant_id, id, name, document_kind, document_number, allergies, created_at, updated_at, version) VALUES (?1, ?2, ?3, 'cedula', ?4, '[]', 0, 0, 1)",
                        tenant.Value, Guid.CreateVersion7(), $"José Ñáñez {i}", $"09-{i}");
                }

                return count;
            },
            Stop);
    }

    // The database as the first version made it, with a person and a badge.
    private async Task<PersonId> BeforeLookupsAsync(TenantId tenant)
    {
        var first = new TursoSet(CoreSet.Set.Name, [CoreSet.Set.Scripts[0]], CoreSet.Set.Facts);
        await using var services = Services(first);
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        var person = new PersonId(Guid.CreateVersion7());
        var source = services.GetRequiredService<ClinicDatabase>();
        await source.WriteAsync("INSERT INTO people VALUES (?1, ?2, 'Alba', 'alba', 'ALBA', 0, 0, 0, 1)", [tenant.Value, person.Value], Stop);
        await source.WriteAsync(
            "INSERT INTO credentials VALUES (?1, ?2, 'badge', ?3, 1000, ?4, ?5, 0)",
            [tenant.Value, person.Value, Guid.CreateVersion7(), SqlValue.Of(Salt), SqlValue.Of(Hash)], Stop);
        return person;
    }

    [Fact]
    public async Task Audit_entries_of_before_are_counted_by_their_instant_and_sealed_like_new_ones()
    {
        TenantId[] tenants = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7())];
        await using (var before = Services(new TursoSet(CoreSet.Set.Name, [.. CoreSet.Set.Scripts.Take(4)], CoreSet.Set.Facts)))
        {
            await before.GetRequiredService<TursoMigrator>().UpAsync(Stop);
            for (var i = 0; i < 6; i++)
            {
                await before.GetRequiredService<ClinicDatabase>().WriteAsync(
                    "INSERT INTO audit_log VALUES (?1, ?2, ?2, ?3, ?2, 'test', ?2, 'test.old', 'test.old', NULL, NULL, 'accepted', '[]', NULL)",
                    [tenants[i % 2].Value, Guid.CreateVersion7(), 100 - i], Stop);
            }
        }

        await using var services = Services();
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        var store = services.GetRequiredService<IAuditSealStore>();
        var keys = AuditSealKeyRing.Random();
        foreach (var tenant in tenants)
        {
            var rows = await store.RowsAsync(tenant, 0, 10, Stop);
            Assert.Equal([1L, 2L, 3L], rows.Select(r => r.Position));
            Assert.True(rows.Select(r => long.Parse(r.Values[3]!, System.Globalization.CultureInfo.InvariantCulture)).SequenceEqual(tenant == tenants[0] ? [96, 98, 100] : [95, 97, 99]));
            await new AuditSealingJob(store, keys, services.GetRequiredService<IClock>(), services.GetRequiredService<IIdGenerator>()).RunOnceAsync(tenant, Stop);
            Assert.Empty((await AuditExport.VerifyAsync(store, tenant, keys, cancellationToken: Stop)).Damages);
            var old = (await services.GetRequiredService<IAuditLog>().ListAsync(tenant, new AuditQuery(), PageRequest.First, Stop)).Items;
            Assert.All(old, e => Assert.True(e is { Request: null, RequestHash: null, ResponseHash: null, References: null }));
        }

        await Assert.ThrowsAsync<TursoException>(() => services.GetRequiredService<ClinicDatabase>().WriteAsync("UPDATE audit_log SET note = 'x' WHERE tenant_id = ?1", [tenants[0].Value], Stop));
    }

    private static CommandContext X(IServiceProvider services, TenantId tenant) => new(
        tenant, new SiteId(tenant.Value), new Actor(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []), "test",
        services.GetRequiredService<IIdGenerator>().Next<CommandId>());

    private ServiceProvider Services(TursoSet? core = null)
    {
        var keys = new PayloadKeyRing("test", new Dictionary<string, byte[]> { ["test"] = new byte[32] });
        var options = new CredentialOptions { Iterations = 1000 };
        var services = new ServiceCollection().AddSingleton<IClock>(new ContractClock()).AddSingleton(keys).AddSingleton(options);
        if (core is not null) services.AddSingleton(core);
        services.AddClinicTurso(o => o.DataSource = folder.File());
        return services.AddSingleton<ICredentialVerifier, CredentialVerifier>().AddSingleton<PeopleAdministration>().BuildServiceProvider();
    }
}
