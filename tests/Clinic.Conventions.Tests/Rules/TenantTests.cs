namespace Clinic.Conventions.Tests.Rules;

public sealed class TenantTests
{
    // Each of these is asked by no person: it says which clinics there are, or works through all of them in turn.
    private static readonly Dictionary<string, string> OverAllTenants = new(StringComparer.Ordinal)
    {
        ["SELECT DISTINCT tenant_id FROM sites"] = "the list of clinics, for jobs",
        ["SELECT DISTINCT tenant_id FROM patients"] = "the list of clinics whose patients are encrypted again",
        ["SELECT DISTINCT tenant_id FROM sales"] = "the list of clinics whose buyers are encrypted again",
        ["SELECT DISTINCT tenant_id FROM conversation_entries"] = "the list of clinics whose conversations are encrypted again",
        ["SELECT DISTINCT tenant_id, key_id FROM attachments"] = "the keys that the doctor looks for",
        ["SELECT tenant_id, max(at) FROM audit_log"] = "the newest entry, by which the doctor judges the clock",
        ["SELECT tenant_id, id, name, document_number FROM patients WHERE name_key IS NULL"] = "a migration that fills in search keys",
    };

    private static string Folder => Path.Combine(Repository.Root, "src", "Clinic.Storage.Turso");

    private static IReadOnlySet<string> Tables => TenantRule.TablesOf(Directory.EnumerateFiles(Folder, "*.sql", SearchOption.AllDirectories).Select(File.ReadAllText));

    [Fact]
    public void No_query_can_be_written_without_the_tenant()
    {
        var sources = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Empty(sources.SelectMany(f => TenantRule.WithoutTenant(File.ReadAllText(f), Tables).Select(sql => $"{Path.GetFileName(f)}: {sql}")));
    }

    [Fact]
    public void The_few_queries_over_all_tenants_are_known()
    {
        var all = string.Join('\n', Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(OverAllTenants.Keys, sql => Assert.Contains(sql, all, StringComparison.Ordinal));
        Assert.Equal(OverAllTenants.Count, System.Text.RegularExpressions.Regex.Count(all, @"SELECT (DISTINCT )?tenant_id\b"));
    }

    [Fact]
    public void Every_table_but_the_tracker_belongs_to_tenants()
    {
        var created = Directory.EnumerateFiles(Folder, "*.sql", SearchOption.AllDirectories)
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), @"CREATE TABLE (\w+)").Select(m => m.Groups[1].Value));

        // One sets up triggers for all clinics, the other lives within one statement of a rollback.
        Assert.Equal(["change_settings", "patients_check"], created.Except(Tables).Order(StringComparer.Ordinal));
        Assert.True(Tables.Count > 30);
    }

    [Theory]
    [InlineData("\"SELECT id FROM patients WHERE id = ?1\"")]
    [InlineData("$\"SELECT {Columns} FROM lots WHERE id = ?1\"")]
    [InlineData("\"UPDATE patients SET name = ?1 WHERE id = ?2\"")]
    [InlineData("\"DELETE FROM outbox\"")]
    [InlineData("\"INSERT INTO sites (id, name) VALUES (?1, ?2)\"")]
    [InlineData("\"\"\"\n SELECT l.id FROM lots l\n JOIN stock_balances b ON b.lot_id = l.id\n WHERE l.tenant_id = ?1\n\"\"\"")]
    [InlineData("\"SELECT id FROM patients WHERE tenant_id = ?1 UNION ALL SELECT id FROM patients\"")]
    public void A_query_without_tenant_is_seen(string source) => Assert.Single(TenantRule.WithoutTenant($"var sql = {source};", Tables));

    [Theory]
    [InlineData("\"SELECT id FROM patients WHERE tenant_id = ?1\"")]
    [InlineData("\"SELECT 1 FROM sqlite_master\"")]
    [InlineData("\"taken from patients\"")]
    public void A_query_with_tenant_is_let_through(string source) => Assert.Empty(TenantRule.WithoutTenant($"var sql = {source};", Tables));
}
