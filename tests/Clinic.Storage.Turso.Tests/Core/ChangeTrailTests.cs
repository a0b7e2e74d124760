using System.Text.Json.Nodes;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Tests;

public sealed class ChangeTrailTests
{
    private static readonly PatientId Id = new(Guid.CreateVersion7());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_followed_as_closely_as_was_chosen()
    {
        await using var stores = await TursoStores.MakeAsync();
        var trail = stores.Get<ChangeTrail>();
        var version = 0L;
        foreach (var detail in (ChangeDetail[])[ChangeDetail.Off, ChangeDetail.Id, ChangeDetail.After, ChangeDetail.Full, ChangeDetail.Off])
        {
            await trail.FollowAsync("patients", detail, Stop);
            await SaveAsync(stores, ++version);
        }

        var changes = (await trail.ListAsync(stores.Tenant, "patients", [Id.ToString()], PageRequest.First, Stop)).Items;

        Assert.Equal(["update", "update", "update"], changes.Select(c => c.Change));
        Assert.Equal((null, null), (changes[0].Before, changes[0].After));
        Assert.Equal((null, 3L), (changes[1].Before, Version(changes[1].After)));
        Assert.Equal((3L, 4L), (Version(changes[2].Before), Version(changes[2].After)));
        Assert.Equal("José 4", (string?)JsonNode.Parse(changes[2].After!)!["name"]);
        Assert.Empty(await trail.FollowedAsync(Stop));
    }

    [Fact]
    public async Task Every_table_of_every_set_can_be_followed_and_a_new_row_and_a_deletion_are_seen()
    {
        await using var stores = await TursoStores.MakeAsync(withPharmacy: true, withDispensing: true);
        var trail = stores.Get<ChangeTrail>();
        string[] secret = ["credentials", "badge_lookups", "credential_attempts", "changes", "conversation_entries"];
        var tables = await stores.Source.ListAsync(
            "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'tenant_id')", [], r => r.Text(0), Stop);
        foreach (var table in tables.Except(secret)) await trail.FollowAsync(table, ChangeDetail.Full, Stop);

        var person = new Person(new PersonId(Guid.CreateVersion7()), "Ana", "ana", new HashSet<Role> { Role.Nurse, Role.Cashier }, new HashSet<DepartmentId>(), false, 1);
        await stores.CommitAsync(unit => stores.Get<IPersonStore>().Add(unit, person));
        await stores.CommitAsync(unit => stores.Get<IPersonStore>().Save(unit, person with { Roles = new HashSet<Role> { Role.Nurse }, Version = 2 }));

        var seen = (await trail.ListAsync(stores.Tenant, "person_roles", null, new PageRequest(500), Stop)).Items;
        Assert.Equal((3, 2), (seen.Count(c => c.Change == "insert"), seen.Count(c => c.Change == "delete")));
        Assert.All(seen.Where(c => c.Change == "delete"), c => Assert.True(c.Before is not null && c.After is null));
        Assert.NotEmpty((await trail.ListAsync(stores.Tenant, "audit_log", null, PageRequest.First, Stop)).Items);
        Assert.Equal(tables.Count - secret.Length, (await trail.FollowedAsync(Stop)).Count);
    }

    [Fact]
    public async Task Secrets_and_what_is_no_table_of_clinics_are_refused()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);
        var trail = stores.Get<ChangeTrail>();
        foreach (var (table, detail) in ((string, ChangeDetail)[])[
            ("credentials", ChangeDetail.After), ("credentials", ChangeDetail.Full), ("badge_lookups", ChangeDetail.Id), ("credential_attempts", ChangeDetail.Id),
            ("changes", ChangeDetail.Id), ("migrations", ChangeDetail.Id), ("nothing", ChangeDetail.Id), ("x'; DROP TABLE patients; --", ChangeDetail.Full)])
            await Assert.ThrowsAsync<ArgumentException>(() => trail.FollowAsync(table, detail, Stop));

        await trail.FollowAsync("credentials", ChangeDetail.Id, Stop);

        Assert.Equal(ChangeDetail.Id, (await trail.FollowedAsync(Stop))["credentials"]);
    }

    [Fact]
    public async Task Changes_come_page_by_page_in_their_order_and_those_of_another_clinic_not_at_all()
    {
        await using var stores = await TursoStores.MakeAsync();
        var trail = stores.Get<ChangeTrail>();
        await trail.FollowAsync("patients", ChangeDetail.After, Stop);
        for (var version = 1; version <= 7; version++) await SaveAsync(stores, version);

        var all = new List<TableChange>();
        string? after = null;
        do
        {
            var page = await trail.ListAsync(stores.Tenant, null, null, new PageRequest(3, after), Stop);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(1, 7).Select(v => (long?)v), all.Select(c => Version(c.After)));
        Assert.Equal(all.Select(c => c.Position).Order(), all.Select(c => c.Position));
        Assert.Empty((await trail.ListAsync(stores.OtherTenant, null, null, PageRequest.First, Stop)).Items);
        await Assert.ThrowsAsync<TursoException>(() => stores.Source.WriteAsync("DELETE FROM changes WHERE tenant_id = ?1", [stores.Tenant.Value], Stop));
    }

    [Fact]
    public async Task A_migration_that_alters_columns_keeps_the_trail_in_step()
    {
        using var folder = new TemporaryFolder();
        string[] scripts =
        [
            Sources.Script("CREATE TABLE things (tenant_id TEXT NOT NULL, id TEXT NOT NULL, old TEXT, raw BLOB, PRIMARY KEY (tenant_id, id));", "DROP TABLE things;"),
            Sources.Script("ALTER TABLE things DROP COLUMN old; ALTER TABLE things ADD COLUMN new_one TEXT;", "ALTER TABLE things DROP COLUMN new_one; ALTER TABLE things ADD COLUMN old TEXT;"),
        ];
        var tenant = new TenantId(Guid.CreateVersion7());
        using (var first = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, CoreSet.Set, Sources.Set("test", scripts[0])))
        {
            await new ChangeTrail(first).FollowAsync("things", ChangeDetail.Full, Stop);
            await first.WriteAsync("INSERT INTO things VALUES (?1, 'a', 'x', x'010203')", [tenant.Value], Stop);
        }

        using var source = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, CoreSet.Set, Sources.Set("test", scripts));
        await source.WriteAsync("UPDATE things SET new_one = 'y' WHERE tenant_id = ?1", [tenant.Value], Stop);
        var changes = (await new ChangeTrail(source).ListAsync(tenant, "things", ["a"], PageRequest.First, Stop)).Items;
        Assert.Equal("{\"tenant_id\":\"" + tenant + "\",\"id\":\"a\",\"old\":\"x\",\"raw\":\"3 bytes\"}", changes[0].After);
        Assert.Equal("{\"tenant_id\":\"" + tenant + "\",\"id\":\"a\",\"raw\":\"3 bytes\",\"new_one\":\"y\"}", changes[1].After);

        await Sources.Migrator(source).DownAsync("test", 0, Stop);
        await Sources.Migrator(source).UpAsync(Stop);
        Assert.Empty(await new ChangeTrail(source).FollowedAsync(Stop));
    }

    private static Task SaveAsync(TursoStores stores, long version)
    {
        var patient = new Patient(Id, $"José {version}", null, null, null, [], version);
        var store = stores.Get<IPatientStore>();
        return stores.CommitAsync(unit =>
        {
            if (version == 1) store.Add(unit, patient);
            else store.Save(unit, patient);
        });
    }

    private static long? Version(string? image) => image is null ? null : (long?)JsonNode.Parse(image)!["version"];
}
