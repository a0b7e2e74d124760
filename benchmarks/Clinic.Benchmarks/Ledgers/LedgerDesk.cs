using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Ledgers;

/// <summary>A ledger in memory with a history, to which single movements are added in commits of their own.</summary>
public sealed class LedgerDesk : IDisposable
{
    private const int Lots = 500;
    private const int PerCommit = 10_000;

    private readonly ServiceProvider services;
    private readonly IUnitOfWork work;
    private readonly IStockStore stock;
    private readonly IIdGenerator ids;
    private readonly LotId[] lots;
    private readonly LocationId location;
    private readonly PresentationId presentation;
    private readonly CommandContext context;
    private Instant now = Instant.FromUtc(2026, 1, 1, 0, 0);
    private int next;

    public LedgerDesk(int history)
    {
        services = new ServiceCollection().AddClinicPharmacy().UseInMemory().Services.BuildServiceProvider();
        (work, stock, ids) = (services.GetRequiredService<IUnitOfWork>(), services.GetRequiredService<IStockStore>(), services.GetRequiredService<IIdGenerator>());
        lots = [.. Enumerable.Range(0, Lots).Select(_ => ids.Next<LotId>())];
        (location, presentation) = (ids.Next<LocationId>(), ids.Next<PresentationId>());
        context = new(ids.Next<TenantId>(), ids.Next<SiteId>(), Actor.System, "benchmark", ids.Next<CommandId>());
        for (var done = 0; done < history; done += PerCommit) CommitAsync(Math.Min(PerCommit, history - done)).GetAwaiter().GetResult();
    }

    public Task AppendAsync() => CommitAsync(1);

    public void Dispose() => services.Dispose();

    private Task CommitAsync(int movements) => work.RunAsync(context with { Command = ids.Next<CommandId>() }, new Appending(next), (unit, _) =>
    {
        var posting = ids.Next<PostingId>();
        for (var line = 1; line <= movements; line++) stock.Post(unit, Movement(posting, line));
        unit.Audit("benchmark.appended", PharmacyFacts.Posting(posting));
        return Task.FromResult("done");
    });

    // In, in, out: balances stay above zero and every lot has its share of the history.
    private StockMovement Movement(PostingId posting, int line)
    {
        now += Duration.FromMilliseconds(1);
        var number = next++;
        return new()
        {
            Id = ids.Next<MovementId>(),
            Posting = posting,
            Line = line,
            Kind = MovementKind.Adjustment,
            Direction = number / Lots % 3 == 2 ? MovementDirection.Out : MovementDirection.In,
            Presentation = presentation,
            Lot = lots[number % Lots],
            Location = location,
            Quantity = new(1, 0),
            UnitCost = new(1.25m, Currency.Usd),
            Occurred = now,
            Recorded = now,
            Actor = context.Actor.Person,
        };
    }

    private sealed record Appending(int Number) : PharmacyCommand<string>
    {
        public override string Name => "benchmark.append";
    }
}
