using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Inquiries;
using Clinic.Racer;

namespace Clinic.Crash.Alone.Tests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int Stock = 1_000_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_fifty_kills_nothing_is_half_done_and_nothing_is_done_twice()
    {
        using var file = new DatabaseFile();
        using (var world = new World(file.Path)) await world.CreateAsync(Stock);
        var random = new Random(20261120);
        var done = new Dictionary<CommandId, int>();
        var open = new Dictionary<CommandId, int>();
        for (var round = 1; round <= Rounds; round++)
        {
            await KillOnceAsync(file, random, done, open);
            await CheckAsync(file, done, open);
        }

        output.WriteLine($"{Rounds} kills, {done.Count} commands done, {open.Count} settled by repeating them.");
        Assert.True(done.Count > Rounds, $"Only {done.Count} commands were done in {Rounds} rounds.");
    }

    private static async Task KillOnceAsync(DatabaseFile file, Random random, Dictionary<CommandId, int> done, Dictionary<CommandId, int> open)
    {
        using var racer = RacerProcess.Start("loop", file.Path);
        var pending = new List<string>();
        // The kill meets a working loop: after a random number of lines, at a random moment within the next command.
        for (var lines = random.Next(1, 60); lines > 0; lines--)
            pending.Add(await racer.ReadAsync(Ct) ?? throw new InvalidOperationException((await racer.ExitAsync(Ct)).Errors));
        SpinWait.SpinUntil(() => false, TimeSpan.FromMicroseconds(random.Next(0, 1500)));
        racer.Kill();
        pending.AddRange(await racer.ReadToEndAsync(Ct));
        foreach (var line in pending.Select(l => l.Split(' ')).Where(l => l.Length == 3))
        {
            var command = CommandId.Parse(line[1]);
            var quantity = int.Parse(line[2], CultureInfo.InvariantCulture);
            if (line[0] == "try")
            {
                open.Add(command, quantity);
            }
            else
            {
                open.Remove(command);
                done.Add(command, quantity);
            }
        }
    }

    private static async Task CheckAsync(DatabaseFile file, Dictionary<CommandId, int> done, Dictionary<CommandId, int> open)
    {
        Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
        Assert.Empty(file.Query("PRAGMA foreign_key_check"));
        // Whole commands only: each has exactly one posting, one audit entry, and the quantity it was asked for.
        Assert.Empty(file.Query("""
            SELECT c.id FROM commands c WHERE c.name = 'pharmacy.issue-stock' AND (
                (SELECT count(*) FROM audit_log a WHERE a.tenant_id = c.tenant_id AND a.command_id = c.id AND a.outcome = 'accepted') <> 1
                OR (SELECT count(*) FROM stock_movements m WHERE m.tenant_id = c.tenant_id AND m.posting_id = json_extract(c.answer, '$.posting')) <> 1)
            """));
        Assert.Empty(file.Query("""
            SELECT m.id FROM stock_movements m WHERE m.kind = 'issue' AND NOT EXISTS (
                SELECT 1 FROM commands c WHERE c.tenant_id = m.tenant_id AND json_extract(c.answer, '$.posting') = m.posting_id)
            """));

        using var world = new World(file.Path);
        Assert.Empty(await world.Get<StockInquiries>().VerifyAsync(World.Tenant, Ct));
        await SettleAsync(file, world, done, open);
        var issued = done.Values.Concat(open.Values).Sum();
        Assert.Equal([(Stock - issued).ToString(CultureInfo.InvariantCulture)], file.Query("SELECT sum(on_hand) FROM stock_balances"));
    }

    // Nobody knows whether the last command was done; repeating it settles that, and once more changes nothing.
    private static async Task SettleAsync(DatabaseFile file, World world, Dictionary<CommandId, int> done, Dictionary<CommandId, int> open)
    {
        var presentation = await world.PresentationAsync();
        foreach (var (command, quantity) in open)
        {
            var first = await world.IssueAsync(command, presentation, quantity);
            var again = await world.IssueAsync(command, presentation, quantity);
            Assert.Equal(first.Posting, again.Posting);
            Assert.Single(file.Query($"SELECT id FROM stock_movements WHERE posting_id = '{first.Posting}'"));
        }

        // What was acknowledged is there: its repetition finds the stored answer.
        var (known, asked) = done.LastOrDefault();
        if (known != default)
        {
            var before = file.Query("SELECT count(*) FROM stock_movements");
            await world.IssueAsync(known, presentation, asked);
            Assert.Equal(before, file.Query("SELECT count(*) FROM stock_movements"));
        }

        var stored = file.Query("SELECT id FROM commands WHERE name = 'pharmacy.issue-stock'").Select(CommandId.Parse).ToHashSet();
        Assert.Superset(done.Keys.ToHashSet(), stored);
        Assert.Equal(done.Count + open.Count, stored.Count);
    }
}
