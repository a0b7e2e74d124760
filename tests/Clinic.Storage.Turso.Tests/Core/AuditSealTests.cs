using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso.Tests;

public sealed class AuditSealTests : IAsyncLifetime
{
    private const int Sealed = 12;
    private const int Total = 15;

    private readonly AuditSealKeyRing keys = AuditSealKeyRing.Random();
    private TursoStores stores = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stores = await TursoStores.MakeAsync();
        for (var i = 0; i < Total; i++)
        {
            if (i is 5 or Sealed) await SealAsync();
            await stores.CommitAsync(unit => unit.Audit("test.noted", new FactKey("test.subject", unit.Context.Command.Value), "Ñ I ı 1,5"));
        }
    }

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    [Fact]
    public async Task An_intact_audit_verifies_in_the_database_and_as_an_export()
    {
        var inDatabase = await AuditExport.VerifyAsync(Store, stores.Tenant, keys, cancellationToken: Stop);
        var exported = await VerifyAsync(await ExportAsync());

        Assert.Empty(inDatabase.Damages);
        Assert.Equal((2 * Total, 2, 2 * Sealed, 2 * (Total - Sealed)), (inDatabase.Rows, inDatabase.Seals, inDatabase.SealedTo, inDatabase.Unsealed));
        Assert.Equal(inDatabase, exported with { Damages = inDatabase.Damages });
        Assert.Empty(exported.Damages);
    }

    [Fact]
    public async Task Any_single_change_of_a_sealed_row_is_found_and_named()
    {
        var lines = await ExportAsync();
        var property = from at in Gen.Choose(0, (2 * Sealed) - 1)
                       from column in Gen.Choose(2, AuditRow.Columns.Count - 1)
                       from how in Gen.Elements("x", "", null, "ı", "0")
                       select (at, column, how);
        Check(property, t =>
        {
            var rows = Rows(lines);
            var name = AuditRow.Columns[t.column];
            if ((string?)rows[t.at][name] == t.how) return true;
            rows[t.at][name] = t.how;
            var damage = Verify(lines, rows).Damages.Single();
            return damage.Kind == AuditDamageKind.Changed && damage.Entry == (string?)rows[t.at]["id"] && damage.Position == t.at + 1;
        });
    }

    [Fact]
    public async Task Any_removed_row_is_found_and_named()
    {
        var lines = await ExportAsync();
        Check(Gen.Choose(0, (2 * Sealed) - 1), at =>
        {
            var rows = Rows(lines);
            var gone = (string?)rows[at]["id"];
            rows.RemoveAt(at);
            return Verify(lines, rows).Damages.Single() is { Kind: AuditDamageKind.Removed } d && d.Entry == gone && d.Position == at + 1;
        });
    }

    [Fact]
    public async Task Any_inserted_row_is_found_and_named()
    {
        var lines = await ExportAsync();
        Check(Gen.Choose(0, (2 * Sealed) - 1), at =>
        {
            var rows = Rows(lines);
            var forged = (JsonObject)rows[at].DeepClone();
            var id = Guid.CreateVersion7().ToString("D");
            forged["id"] = id;
            rows.Insert(at + 1, forged);
            return Verify(lines, rows).Damages.Single() is { Kind: AuditDamageKind.Inserted } d && d.Entry == id && d.Position == at + 1;
        });
    }

    [Fact]
    public async Task Any_two_rows_that_changed_places_are_found_and_named()
    {
        var lines = await ExportAsync();
        var places = from a in Gen.Choose(0, (2 * Sealed) - 1) from b in Gen.Choose(0, (2 * Sealed) - 1) where a != b select (a, b);
        Check(places, t =>
        {
            var rows = Rows(lines);
            (rows[t.a]["position"], rows[t.b]["position"]) = ((string?)rows[t.b]["position"], (string?)rows[t.a]["position"]);
            (rows[t.a], rows[t.b]) = (rows[t.b], rows[t.a]);
            var damages = Verify(lines, rows).Damages;
            return damages.Count == 2 && damages.All(d => d.Kind == AuditDamageKind.Moved)
                && damages.Select(d => d.Entry).Order().SequenceEqual(new[] { (string?)rows[t.a]["id"], (string?)rows[t.b]["id"] }.Order());
        });
    }

    [Theory]
    [InlineData("UPDATE audit_log SET note = 'forged' WHERE position = 3", AuditDamageKind.Changed, 3L)]
    [InlineData("UPDATE audit_log SET actor_id = CAST(actor_id AS BLOB) WHERE position = 4", AuditDamageKind.Changed, 4L)]
    [InlineData("DELETE FROM audit_log WHERE position = 7", AuditDamageKind.Removed, 7L)]
    [InlineData("DELETE FROM audit_log WHERE position = 26", AuditDamageKind.Removed, 26L)]
    [InlineData("UPDATE audit_log SET position = NULL WHERE position = 5", AuditDamageKind.Moved, null)]
    [InlineData("INSERT INTO audit_log SELECT tenant_id, 'x', site_id, at, actor_id, source, command_id, command_name, action, subject_kind, subject_id, outcome, codes, note, session, method, endpoint, request_hash, response_hash, source_refs, position FROM audit_log WHERE position = 6", AuditDamageKind.Inserted, 6L)]
    [InlineData("UPDATE audit_seals SET hash = 'ff' WHERE number = 2", AuditDamageKind.SealChanged, null)]
    [InlineData("UPDATE audit_seals SET marks = zeroblob(length(marks)) WHERE number = 2", AuditDamageKind.SealChanged, null)]
    [InlineData("DELETE FROM audit_seals WHERE number = 1", AuditDamageKind.SealMissing, null)]
    public async Task What_an_administrator_of_the_database_does_is_found(string sql, AuditDamageKind kind, long? position)
    {
        Forge(sql);

        var findings = await AuditExport.VerifyAsync(Store, stores.Tenant, keys, cancellationToken: Stop);

        Assert.Contains(findings.Damages, d => d.Kind == kind && d.Position == position);
    }

    [Fact]
    public async Task A_cut_off_end_is_found_by_the_published_seal_only()
    {
        var published = (await Store.LastAsync(stores.Tenant, Stop))!.Published;
        Assert.Empty((await AuditExport.VerifyAsync(Store, stores.Tenant, keys, published, Stop)).Damages);

        Forge("DELETE FROM audit_seals WHERE number = 2; DELETE FROM audit_log WHERE position > 10");

        Assert.Empty((await AuditExport.VerifyAsync(Store, stores.Tenant, keys, cancellationToken: Stop)).Damages);
        var damage = Assert.Single((await AuditExport.VerifyAsync(Store, stores.Tenant, keys, published, Stop)).Damages);
        Assert.Equal((AuditDamageKind.Truncated, 2L), (damage.Kind, damage.Seal));
    }

    [Fact]
    public async Task A_hole_before_the_seal_is_sealed_as_one_and_stays_known()
    {
        Forge("DELETE FROM audit_log WHERE position = 27");

        var report = await SealAsync();

        Assert.Equal((1, 1), (report.Done, report.Failed));
        var damage = Assert.Single((await AuditExport.VerifyAsync(Store, stores.Tenant, keys, cancellationToken: Stop)).Damages);
        Assert.Equal((AuditDamageKind.Removed, 27L, null), (damage.Kind, damage.Position, damage.Entry));
    }

    [Fact]
    public async Task A_missing_key_is_named_and_nothing_is_judged()
    {
        var other = new AuditSealKeyRing("k2", new Dictionary<string, byte[]> { ["k2"] = new byte[32] });

        var e = await Assert.ThrowsAsync<AuditKeyMissingException>(() => AuditExport.VerifyAsync(Store, stores.Tenant, other, cancellationToken: Stop));

        Assert.Equal("random", e.KeyId);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("es-EC")]
    public async Task An_export_has_the_same_bytes_and_verifies_in_every_culture(string culture)
    {
        var expected = await ExportAsync();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(expected, await ExportAsync());
            Assert.Empty((await VerifyAsync(expected)).Damages);
            await stores.CommitAsync(_ => { });
            await SealAsync();
            Assert.Empty((await AuditExport.VerifyAsync(Store, stores.Tenant, keys, cancellationToken: Stop)).Damages);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private IAuditSealStore Store => stores.Get<IAuditSealStore>();

    private Task<JobReport> SealAsync() => new AuditSealingJob(Store, keys, stores.Clock, stores.Get<IIdGenerator>()).RunOnceAsync(stores.Tenant, Stop);

    private async Task<string[]> ExportAsync()
    {
        using var file = new MemoryStream();
        await AuditExport.WriteAsync(Store, stores.Tenant, file, Stop);
        return Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n');
    }

    private Task<AuditFindings> VerifyAsync(IEnumerable<string> lines) => AuditExport.VerifyAsync(new StringReader(string.Join('\n', lines)), keys, cancellationToken: Stop);

    private AuditFindings Verify(string[] lines, IEnumerable<JsonObject> rows) =>
        VerifyAsync([.. lines.Take(3), .. rows.Select(r => r.ToJsonString())]).GetAwaiter().GetResult();

    // After the head come two seals.
    private static List<JsonObject> Rows(string[] lines) => [.. lines.Skip(3).Select(l => (JsonObject)JsonNode.Parse(l)!)];

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private void Forge(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={stores.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER audit_log_never_changes; DROP TRIGGER audit_log_never_goes; DROP TRIGGER audit_seals_never_change;"
            + "DROP TRIGGER audit_seals_never_go; DROP INDEX audit_log_position;" + sql;
        command.ExecuteNonQuery();
    }
}
