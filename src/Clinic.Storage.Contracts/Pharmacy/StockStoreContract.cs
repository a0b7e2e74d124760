using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStockStore"/> promises: guarded balances that always equal the ledger.</summary>
public static class StockStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Balances follow the ledger in and out", FollowsAsync),
        new("Less than nothing is a conflict, and nothing of the unit is stored", RefusesBelowZeroAsync),
        new("Two takes of one unit count together", CountsTogetherAsync),
        new("What is reserved cannot leave, and more than there is cannot be reserved", GuardsReservedAsync),
        new("A backdated exit may not leave less than nothing at a later instant", GuardsLaterAsync),
        new("What a count has absorbed cannot be entered", GuardsCountedAsync),
        new("A movement is reversed once, and not past a count of its own instant", ReversesOnceAsync),
        new("No more comes back than went out", CapsReturnsAsync),
        new("An issue that came back in part cannot be reversed", RefusesReversalOfReturnedAsync),
        new("A count relies on the balance it saw", RequiresOnHandAsync),
        new("Of many takes at once exactly as many succeed as there is stock", RacesAsync),
        new("Candidates are what lies there; lists page in order", ListsAsync),
        new("Stock of another tenant is neither seen nor moved", SeparatesTenantsAsync),
    ];

    private static async Task FollowsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(1_000, ct).ConfigureAwait(false);
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 250), stores.AMovement(lot, at, MovementDirection.In, 1)).ConfigureAwait(false);

        await stores.ExpectBalanceAsync(lot, at, 751, 0, ct).ConfigureAwait(false);
    }

    private static async Task RefusesBelowZeroAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var elsewhere = stores.NewId<LocationId>();

        await PharmacySamples.ConflictsAsync(
            () => stores.PostAsync(ct, stores.AMovement(lot, elsewhere, MovementDirection.In, 5), stores.AMovement(lot, at, MovementDirection.Out, 11)), "More than there is").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, stores.AMovement(lot, stores.NewId<LocationId>(), MovementDirection.Out, 1)), "Where it never lay").ConfigureAwait(false);

        await stores.ExpectBalanceAsync(lot, at, 10, 0, ct).ConfigureAwait(false);
        var there = await stores.Get<IStockStore>().FindAsync(stores.Tenant, lot.Id, elsewhere, ct).ConfigureAwait(false);
        Check.True(there is null or { OnHand.IsZero: true }, "nothing of the first step was stored");
    }

    private static async Task CountsTogetherAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(6, ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(
            () => stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 5), stores.AMovement(lot, at, MovementDirection.Out, 5)), "Five and five of six").ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 6, 0, ct).ConfigureAwait(false);
    }

    private static async Task GuardsReservedAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var store = stores.Get<IStockStore>();
        await stores.CommitAsync(unit => store.Reserve(unit, lot.Id, at, new(7, lot.Scale)), ct).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 4)), "Taking what is reserved").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Reserve(unit, lot.Id, at, new(4, lot.Scale)), ct), "Reserving too much").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.Reserve(unit, lot.Id, at, new(-8, lot.Scale)), ct), "Freeing too much").ConfigureAwait(false);
        await stores.CommitAsync(unit =>
        {
            store.Reserve(unit, lot.Id, at, new(-7, lot.Scale));
            store.Post(unit, stores.AMovement(lot, at, MovementDirection.Out, 7, MovementKind.Issue));
        }, ct).ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 3, 0, ct).ConfigureAwait(false);
    }

    private static async Task GuardsLaterAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var early = stores.Now() + Duration.FromMinutes(1);
        stores.Clock.Advance(Duration.FromMinutes(10));
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 8)).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(10));
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.In, 8)).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(
            () => stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 3, occurred: early)), "Minus one in between").ConfigureAwait(false);
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 2, occurred: early)).ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 8, 0, ct).ConfigureAwait(false);
    }

    private static async Task GuardsCountedAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var before = stores.Now() + Duration.FromMinutes(1);
        stores.Clock.Advance(Duration.FromMinutes(5));
        await stores.CommitAsync(unit => stores.Get<ICountStore>().Add(unit, CountStoreContract.ACount(stores, lot, at, 10)), ct).ConfigureAwait(false);

        foreach (var direction in Enum.GetValues<MovementDirection>())
            await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, stores.AMovement(lot, at, direction, 1, occurred: before)), $"{direction} before a count").ConfigureAwait(false);
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 1)).ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 9, 0, ct).ConfigureAwait(false);
    }

    private static async Task ReversesOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var (mistake, other) = (stores.AMovement(lot, at, MovementDirection.Out, 4), stores.AMovement(lot, at, MovementDirection.Out, 1));
        await stores.PostAsync(ct, mistake, other).ConfigureAwait(false);
        await stores.PostAsync(ct, Opposite(stores, mistake)).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, Opposite(stores, mistake)), "A second reversal").ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 9, 0, ct).ConfigureAwait(false);
        var count = CountStoreContract.ACount(stores, lot, at, 9);
        await stores.CommitAsync(unit => stores.Get<ICountStore>().Add(unit, count with { Occurred = other.Occurred, Recorded = other.Recorded + PharmacySamples.Microsecond }), ct).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, Opposite(stores, other)), "A reversal past a count of the same instant").ConfigureAwait(false);
    }

    private static async Task CapsReturnsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var issue = stores.AMovement(lot, at, MovementDirection.Out, 6, MovementKind.Issue);
        await stores.PostAsync(ct, issue).ConfigureAwait(false);
        var back = Back(stores, issue, 4);
        await stores.PostAsync(ct, back).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, Back(stores, issue, 3)), "Seven of six").ConfigureAwait(false);
        await stores.PostAsync(ct, Opposite(stores, back)).ConfigureAwait(false);
        await stores.PostAsync(ct, Back(stores, issue, 6)).ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 10, 0, ct).ConfigureAwait(false);
    }

    private static async Task RefusesReversalOfReturnedAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var issue = stores.AMovement(lot, at, MovementDirection.Out, 6, MovementKind.Issue);
        await stores.PostAsync(ct, issue).ConfigureAwait(false);
        var back = Back(stores, issue, 1);
        await stores.PostAsync(ct, back).ConfigureAwait(false);

        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, Opposite(stores, issue)), "Reversing what came back").ConfigureAwait(false);
        await stores.PostAsync(ct, Opposite(stores, back)).ConfigureAwait(false);
        await stores.PostAsync(ct, Opposite(stores, issue)).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => stores.PostAsync(ct, Back(stores, issue, 1)), "A return of what was reversed").ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 10, 0, ct).ConfigureAwait(false);
    }

    private static async Task RequiresOnHandAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var store = stores.Get<IStockStore>();
        await PharmacySamples.ConflictsAsync(() => stores.CommitAsync(unit => store.RequireOnHand(unit, lot.Id, at, new(9, lot.Scale)), ct), "Another balance").ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => store.RequireOnHand(unit, lot.Id, stores.NewId<LocationId>(), StockQuantity.Zero(lot.Scale)), ct), "A place where it never lay").ConfigureAwait(false);
        await stores.CommitAsync(unit => store.RequireOnHand(unit, lot.Id, at, new(10, lot.Scale)), ct).ConfigureAwait(false);
    }

    private static async Task RacesAsync(IClinicStores stores, CancellationToken ct)
    {
        const int Units = 7;
        const int Racers = 12;
        var (lot, at) = await stores.LyingAsync(Units, ct).ConfigureAwait(false);

        var ends = await ContractSteps.AtOnceAsync(Racers, _ => stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 1, MovementKind.Issue))).ConfigureAwait(false);

        Check.Equal(Units, ends.Count(e => e is null), "How many got one");
        Check.True(ends.All(e => e is null or ConcurrencyConflictException), "the others got a typed conflict");
        await stores.ExpectBalanceAsync(lot, at, 0, 0, ct).ConfigureAwait(false);
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var presentation = stores.NewId<PresentationId>();
        var at = stores.NewId<LocationId>();
        var (one, _) = await stores.LyingAsync(5, ct, presentation, at).ConfigureAwait(false);
        var (two, _) = await stores.LyingAsync(6, ct, presentation, at).ConfigureAwait(false);
        var (gone, _) = await stores.LyingAsync(7, ct, presentation, at).ConfigureAwait(false);
        await stores.LyingAsync(8, ct, presentation).ConfigureAwait(false);
        await stores.PostAsync(ct, stores.AMovement(gone, at, MovementDirection.Out, 7)).ConfigureAwait(false);

        var store = stores.Get<IStockStore>();
        var candidates = await store.CandidatesAsync(stores.Tenant, presentation, at, ct).ConfigureAwait(false);
        LotId[] expected = [.. new[] { one.Id, two.Id }.OrderBy(i => i.Value)];
        Check.Sequence(expected, candidates.Select(c => c.Lot.Id).OrderBy(i => i.Value), "The candidates");
        var first = await store.ListAsync(stores.Tenant, new StockQuery(Location: at), new PageRequest(1), ct).ConfigureAwait(false);
        var second = await store.ListAsync(stores.Tenant, new StockQuery(Location: at), new PageRequest(1, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(expected, first.Items.Concat(second.Items).Select(s => s.Lot.Id), "Stock by lot, page by page");
        Check.Equal(null, second.Next, "The mark at the end");
        Check.Equal(3, (await store.ListAsync(stores.Tenant, new StockQuery(presentation), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Of the presentation anywhere");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var store = stores.Get<IStockStore>();

        Check.Equal(null, await store.FindAsync(stores.OtherTenant, lot.Id, at, ct).ConfigureAwait(false), "The balance, asked by the other");
        Check.Equal(0, (await store.CandidatesAsync(stores.OtherTenant, lot.Presentation, at, ct).ConfigureAwait(false)).Count, "Candidates of the other");
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new StockQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Stock of the other");
        await PharmacySamples.ConflictsAsync(
            () => stores.CommitAsync(unit => store.Post(unit, stores.AMovement(lot, at, MovementDirection.Out, 1)), ct, stores.OtherTenant), "Taking from another tenant").ConfigureAwait(false);
        await stores.ExpectBalanceAsync(lot, at, 10, 0, ct).ConfigureAwait(false);
    }

    private static StockMovement Opposite(IClinicStores stores, StockMovement original) => original with
    {
        Id = stores.NewId<MovementId>(),
        Posting = stores.NewId<PostingId>(),
        Direction = original.Direction == MovementDirection.In ? MovementDirection.Out : MovementDirection.In,
        Recorded = stores.Now(),
        Reverses = original.Id,
    };

    private static StockMovement Back(IClinicStores stores, StockMovement issue, long steps) => issue with
    {
        Id = stores.NewId<MovementId>(),
        Posting = stores.NewId<PostingId>(),
        Kind = MovementKind.Return,
        Direction = MovementDirection.In,
        Quantity = new(steps, issue.Quantity.Scale),
        Recorded = stores.Now(),
        Returns = issue.Id,
    };
}
