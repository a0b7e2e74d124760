using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Racer;
using Clinic.Testing.Wards;

namespace Clinic.Crash.Alone.Tests;

/// <summary>Processes killed while they hand over: stock and dispensation agree, and nothing leaves twice.</summary>
public sealed class HandOverKillTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int PerRound = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_fifty_kills_during_hand_over_stock_and_dispensations_agree_and_nothing_left_twice()
    {
        using var file = new DatabaseFile();
        using var hall = new Hall(file.Path);
        await hall.OpenAsync(5_000, Ct);
        var random = new Random(20261121);
        var all = new List<DispensationId>();
        var (done, settled) = (0, 0);
        for (var round = 1; round <= Rounds; round++)
        {
            var ready = new List<DispensationId>();
            for (var i = 0; i < PerRound; i++) ready.Add(await hall.World.ReadyAsync(Ct, (hall.World.Tablet, 1 + (i % 3), UnitCode.Tablet), (hall.World.Syrup, 0.5m, UnitCode.Millilitre)));
            all.AddRange(ready);
            var (finished, open) = await KillOnceAsync(file, ready, random);
            Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
            foreach (var id in ready) await CheckAsync(hall.World, id);
            foreach (var (command, id) in open)
            {
                // Nobody knows whether the last command was done; repeating it settles that, and once more changes nothing.
                var x = hall.World.As(WardPeople.Auxiliary) with { Command = command };
                var first = await hall.HandOverAsync(x, id);
                Assert.Equal(first.HandOver, (await hall.HandOverAsync(x, id)).HandOver);
                settled++;
            }

            done += finished;
            if (round % 10 == 0) await new WardLaws(hall.World).CheckAsync(all, Ct);
        }

        // Each accepted command has its record, its audit entry, and exactly one posting per line.
        Assert.Empty(file.Query("SELECT id FROM commands c WHERE name = 'dispensing.hand-over' AND (SELECT count(*) FROM audit_log a WHERE a.command_id = c.id AND a.action = 'dispensation.handed-over') <> 1"));
        Assert.Equal([$"{2 * (done + settled)}"], file.Query("SELECT count(*) FROM stock_movements WHERE kind = 'issue'"));
        output.WriteLine($"{Rounds} kills, {done} hand-overs done, {settled} settled by repeating them.");
        Assert.True(done + settled > Rounds, $"Only {done + settled} hand-overs in {Rounds} rounds.");
    }

    private static async Task<(int Done, Dictionary<CommandId, DispensationId> Open)> KillOnceAsync(DatabaseFile file, IReadOnlyList<DispensationId> ready, Random random)
    {
        using var racer = RacerProcess.Start(["handover", file.Path, .. ready.Select(r => r.ToString())]);
        var lines = new List<string>();
        for (var count = random.Next(1, 2 * PerRound); count > 0; count--)
            lines.Add(await racer.ReadAsync(Ct) ?? throw new InvalidOperationException((await racer.ExitAsync(Ct)).Errors));
        SpinWait.SpinUntil(() => false, TimeSpan.FromMicroseconds(random.Next(0, 6000)));
        racer.Kill();
        lines.AddRange(await racer.ReadToEndAsync(Ct));
        var open = new Dictionary<CommandId, DispensationId>();
        var done = 0;
        foreach (var line in lines.Select(l => l.Split(' ')).Where(l => l.Length == 3))
        {
            if (line[0] == "try")
            {
                open.Add(CommandId.Parse(line[1]), DispensationId.Parse(line[2]));
            }
            else
            {
                open.Remove(CommandId.Parse(line[1]));
                done++;
            }
        }

        return (done, open);
    }

    // Whole or not at all: delivered with its stock gone, or ready with its stock kept aside.
    private static async Task CheckAsync(WardWorld world, DispensationId id)
    {
        var d = await world.LoadAsync(id, Ct);
        var asked = d.Lines.Sum(l => l.Quantity);
        if (d.Status == DispenseStatus.Delivered)
        {
            Assert.Equal((0m, asked, AccountabilityStatus.Open), (d.Lines.Sum(l => l.Kept), d.Lines.Sum(l => l.HandedOver), d.Accountability));
            Assert.Single(d.HandOvers);
        }
        else
        {
            Assert.Equal((asked, 0m, AccountabilityStatus.None, DispenseStatus.Ready), (d.Lines.Sum(l => l.Kept), d.Lines.Sum(l => l.HandedOver), d.Accountability, d.Status));
        }
    }
}
