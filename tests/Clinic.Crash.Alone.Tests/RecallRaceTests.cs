using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using Clinic.Racer;

namespace Clinic.Crash.Alone.Tests;

public sealed class RecallRaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recall_between_reading_and_committing_is_seen()
    {
        using var file = new DatabaseFile();
        using var world = new World(file.Path);
        var lots = await world.CreateAsync(10);
        var presentation = await world.PresentationAsync();
        var issuing = world.Get<Clinic.Pharmacy.Issuing.StockIssuing>();
        var attempts = 0;

        // The body reads the lot as approved; the recall commits before the body's own commit.
        var refusal = await Assert.ThrowsAsync<PharmacyException>(() => world.Get<IUnitOfWork>().RunAsync(world.As(), World.Issue(presentation, 1), async (unit, ct) =>
        {
            attempts++;
            var answer = await issuing.StageAsync(unit, World.Issue(presentation, 1), ct);
            await RecallElsewhereAsync(file.Path);
            return answer;
        }, Ct));

        Assert.Equal(2, attempts);
        Assert.Equal(PharmacyRules.StockShort, refusal.Code);
        Assert.Equal("10", refusal.Failures[0].Facts["notApproved"]);
        var lying = await world.Get<IStockStore>().FindAsync(World.Tenant, lots[0], World.Store, Ct);
        Assert.Equal(10, lying!.OnHand.Value);
    }

    // Another client: it shares neither connections nor the flow of this call.
    private static Task RecallElsewhereAsync(string path)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(() => RecallAsync(path), Ct);
    }

    private static async Task RecallAsync(string path)
    {
        using var other = new World(path);
        var presentation = await other.PresentationAsync();
        await other.Get<LotControl>().RecallAsync(other.As(), new RecallLots(presentation.Id, new LotNumber("L1"), "alert"));
    }
}
