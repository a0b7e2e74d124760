using Clinic.Pharmacy.Inquiries;
using Clinic.Racer;

namespace Clinic.Crash.Alone.Tests;

public sealed class RaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(6, 5, 20)]
    [InlineData(4, 5, 50)]
    [InlineData(6, 1, 1)]
    public async Task Processes_racing_for_the_last_units_get_exactly_what_there_is(int processes, int tries, int stock)
    {
        using var file = new DatabaseFile();
        using var world = new World(file.Path);
        // Two lots, so that some racers meet the end of one and go on in the next.
        await world.CreateAsync(stock / 2 == 0 ? [stock] : [stock / 2, stock - (stock / 2)]);
        var racers = Enumerable.Range(0, processes).Select(_ => RacerProcess.Start("race", file.Path, $"{tries}")).ToList();
        try
        {
            foreach (var racer in racers) Assert.Equal("ready", await racer.ReadAsync(Ct));
            foreach (var racer in racers) await racer.GoAsync();
            var answers = (await Task.WhenAll(racers.Select(r => r.ReadToEndAsync(Ct)))).SelectMany(a => a).ToList();
            foreach (var racer in racers)
            {
                var (code, errors) = await racer.ExitAsync(Ct);
                Assert.True(code == 0, errors);
            }

            var asked = processes * tries;
            Assert.Equal(Math.Min(asked, stock), answers.Count(a => a == "issued"));
            Assert.Equal(Math.Max(0, asked - stock), answers.Count(a => a == "short"));
        }
        finally
        {
            foreach (var racer in racers) racer.Dispose();
        }

        Assert.Empty(await world.Get<StockInquiries>().VerifyAsync(World.Tenant, Ct));
        var left = Math.Max(0, stock - (processes * tries));
        Assert.Equal([$"{left}"], file.Query("SELECT sum(on_hand) FROM stock_balances"));
    }
}
