using Clinic.Storage.Contracts;

namespace Clinic.Storage.Remote.Tests;

/// <summary>The same suites on a database of Turso Cloud: create, migrate, verify, destroy. Give it an empty database.</summary>
public class TursoCloudTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_suite_holds_on_the_configured_database_and_leaves_it_empty()
    {
        var url = Environment.GetEnvironmentVariable("TURSO_DATABASE_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "TURSO_DATABASE_URL and TURSO_AUTH_TOKEN are not set: no database of Turso Cloud to try.");
        using (var before = Clients.Of(url!, Environment.GetEnvironmentVariable("TURSO_AUTH_TOKEN")))
            Assert.True(await RemoteIdentity.IsEmptyAsync(before, url!, Ct), "The database of TURSO_DATABASE_URL is not empty, and the test would take all tables away.");
        try
        {
            foreach (var suite in CoreContracts.All.Concat(PharmacyContracts.All).Concat(DispensingContracts.All).Concat(EmergencyContracts.All).Concat(TranscriptionContracts.All))
            {
                foreach (var one in suite.Cases)
                {
                    // A tenant of its own each: the cases do not see one another, except those that list the tenants themselves.
                    if (suite.Port == "TenantDirectory") await DestroyAsync(url!);
                    await using var stores = await MakeAsync(url!);
                    await one.RunAsync(stores, Ct);
                }
            }

            await using var whole = await MakeAsync(url!);
            Assert.Empty(await IntegrityCheck.RunAsync(whole.Database, Ct));
        }
        finally
        {
            await DestroyAsync(url!);
        }
    }

    private static Task<RemoteStores> MakeAsync(string url) =>
        RemoteStores.MakeAsync(url, configure: o => o.AuthToken = Environment.GetEnvironmentVariable("TURSO_AUTH_TOKEN"));

    private static async Task DestroyAsync(string url)
    {
        await using var stores = await MakeAsync(url);
        foreach (var set in stores.Database.Sets.Reverse()) await stores.Get<TursoMigrator>().DownAsync(set.Name, 0, Ct);
        await stores.Database.Client.ExecuteAsync(new HranaStatement("DROP TABLE migrations"), HranaEffect.Write, Ct);
    }
}
