using Clinic.Benchmarks.Dispensing;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso;
using Dapper;

namespace Clinic.Benchmarks.Stores;

/// <summary>Our hottest read and write beside plain Dapper on Microsoft.Data.Sqlite with the same SQL and settings; ours does all of its work.</summary>
/// <remarks>
/// Read: the lots of which a pick chooses, here as objects of the domain, there as rows. Write: one issue, here with its decision, hash,
/// audit and answer, there its captured statements with the values it had.
/// </remarks>
public sealed class StoreGate : IGate
{
    // A slow disk at every commit would hide what either side adds.
    private const TursoSynchronous Synchronous = TursoSynchronous.Normal;
    private const int WarmUps = 300;
    private const int Rounds = 1_000;
    private const int Reads = 10;

    private const string Candidates = """
        SELECT l.id Id, l.presentation_id PresentationId, l.site_id SiteId, l.number Number, l.expiration Expiration, l.expiration_raw ExpirationRaw,
            l.unit_cost UnitCost, l.currency Currency, l.scale LotScale, l.received Received, l.supplier Supplier, l.receipt_id ReceiptId, l.gtin Gtin,
            l.status Status, l.version Version, b.location_id LocationId, b.on_hand OnHand, b.reserved Reserved, b.scale Scale
        FROM stock_balances b JOIN lots l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id
        WHERE b.tenant_id = @tenant AND b.presentation_id = @presentation AND b.location_id = @store AND b.on_hand > 0
        """;

    public string Name => "stores";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var clinic = await BenchClinic.CreateAsync();
        return [await ReadAsync(clinic), await WriteAsync()];
    }

    private static async Task<GateFigure> ReadAsync(BenchClinic clinic)
    {
        var stock = clinic.Get<IStockStore>();
        var values = new { tenant = clinic.Tenant.ToString(), presentation = clinic.Presentation.ToString(), store = clinic.Store.ToString() };
        using var connection = PackagePragmas.Open(clinic.Path, Synchronous);
        var samples = await Interleaved.SamplesAsync(
            WarmUps, Rounds,
            async () =>
            {
                for (var i = 0; i < Reads; i++) Found((await stock.CandidatesAsync(clinic.Tenant, clinic.Presentation, clinic.Store, CancellationToken.None)).Count);
            },
            () =>
            {
                for (var i = 0; i < Reads; i++) Found(connection.Query<CandidateRow>(Candidates, values).AsList().Count);
                return Task.CompletedTask;
            });
        return Figure("read: lots of which a pick chooses", samples, Reads);
    }

    private static async Task<GateFigure> WriteAsync()
    {
        using var original = await BenchClinic.CreateAsync();
        using var ours = original.Copy(Synchronous);
        using var theirs = original.Copy(Synchronous);
        var command = original.IssueOne();
        var captured = await RehearseAsync(() => original.Copy(Synchronous), command);
        var issuing = ours.Get<StockIssuing>();
        using var replay = new DapperReplay(theirs.Path, Synchronous, captured);
        return Figure("write: one issue", await Interleaved.SamplesAsync(WarmUps, Rounds, () => issuing.IssueAsync(ours.As(), command), replay.RunAsync), 1);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CapturedStatement>>> RehearseAsync(Func<BenchClinic> copy, IssueStock command)
    {
        using var trace = new StatementTrace();
        using var rehearsal = copy();
        var issuing = rehearsal.Get<StockIssuing>();
        var captured = new List<IReadOnlyList<CapturedStatement>>();
        for (var i = -1; i < WarmUps + Rounds; i++)
        {
            await issuing.IssueAsync(rehearsal.As(), command);
            var taken = trace.Take();
            // The first opens and checks the connections: another issue, which the others do not need.
            if (i >= 0) captured.Add(taken);
        }

        return captured;
    }

    private static GateFigure Figure(string label, double[][] samples, int calls)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"stores, {label}: {Interleaved.Median(samples[0]) / calls:0.0} us, Dapper {Interleaved.Median(samples[1]) / calls:0.0} us"));
        // Of neighbouring calls, as for every commit.
        return new($"{label} / plain Dapper", Interleaved.Median(samples[0].Zip(samples[1], (o, d) => o / d)), 1);
    }

    private static void Found(int rows)
    {
        if (rows != 1) throw new InvalidOperationException($"One lot was expected, and {rows} were found.");
    }
}
