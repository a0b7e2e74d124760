using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IMovementStore"/> promises: the ledger in its total order, and stock as of any instant.</summary>
public static class MovementStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A movement comes back with every field, to the microsecond", KeepsAsync),
        new("The ledger is listed last first, page by page, each once", PagesAsync),
        new("The ledger is filtered by everything that a query names", FiltersAsync),
        new("A posting says what was reversed and what came back", PostingsAsync),
        new("Stock as of every instant is the fold of what had occurred and was known", AsOfAsync),
        new("Whether a presentation ever moved is known", HasMovedAsync),
        new("Movements of another tenant are not seen", SeparatesTenantsAsync),
    ];

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var full = stores.AMovement(lot, at, MovementDirection.Out, 33, MovementKind.Issue) with
        {
            Line = 2,
            Reason = "dosis única – Ñ\0",
            Document = "R-1",
            Serial = "S(1)",
            Transfer = stores.NewId<TransferId>(),
            Target = new IssueTarget(stores.NewId<DepartmentId>(), stores.NewId<PatientId>(), stores.NewId<EncounterId>()),
        };
        var bare = stores.AMovement(lot, at, MovementDirection.Out, 1, MovementKind.Issue) with { Target = new IssueTarget() };
        await stores.PostAsync(ct, full, bare).ConfigureAwait(false);

        var found = await AllAsync(stores, new MovementQuery { Kind = MovementKind.Issue }, ct).ConfigureAwait(false);
        Check.Equal(full, found.Single(m => m.Id == full.Id) with { Sequence = 0 }, "The full one");
        Check.Equal(bare, found.Single(m => m.Id == bare.Id) with { Sequence = 0 }, "The bare one");
        Check.Equal(2, found.Select(m => m.Sequence).Distinct().Count(), "Sequences");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var movements = Enumerable.Range(0, 6).Select(_ => stores.AMovement(lot, at, MovementDirection.Out, 1)).ToList();
        // Three of one instant, whose order is that of their staging, and three later ones.
        await stores.PostAsync(ct, [.. movements.Take(3)]).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(1));
        movements = [.. movements.Take(3), .. movements.Skip(3).Select(m => m with { Occurred = stores.Now(), Recorded = stores.Now() })];
        await stores.PostAsync(ct, [.. movements.Skip(3)]).ConfigureAwait(false);

        var found = await AllAsync(stores, new MovementQuery { Kind = MovementKind.Adjustment }, ct, pageSize: 2).ConfigureAwait(false);
        Check.Sequence(movements.AsEnumerable().Reverse().Select(m => m.Id), found.Select(m => m.Id), "Last first");
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        await stores.LyingAsync(100, ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromHours(1));
        var patient = stores.NewId<PatientId>();
        var transfer = stores.NewId<TransferId>();
        var wanted = stores.AMovement(lot, at, MovementDirection.Out, 1, MovementKind.Issue) with { Target = new IssueTarget(Patient: patient), Transfer = transfer };
        await stores.PostAsync(ct, wanted).ConfigureAwait(false);

        var queries = new MovementQuery[]
        {
            new() { Kind = MovementKind.Issue }, new() { Patient = patient }, new() { Transfer = transfer }, new() { Lot = lot.Id, From = wanted.Occurred },
            new() { Presentation = lot.Presentation, Kind = MovementKind.Issue }, new() { Location = at, From = wanted.Occurred, Until = wanted.Occurred + PharmacySamples.Microsecond },
        };
        foreach (var query in queries) Check.Sequence([wanted.Id], (await AllAsync(stores, query, ct).ConfigureAwait(false)).Select(m => m.Id), query.ToString());
        Check.Equal(0, (await AllAsync(stores, new MovementQuery { From = wanted.Occurred, Until = wanted.Occurred }, ct).ConfigureAwait(false)).Count, "In no time");
    }

    private static async Task PostingsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var posting = stores.NewId<PostingId>();
        StockMovement Line(int line) => stores.AMovement(lot, at, MovementDirection.Out, line * 10, MovementKind.Issue) with { Posting = posting, Line = line };
        var (first, second) = (Line(1), Line(2));
        await stores.PostAsync(ct, first, second).ConfigureAwait(false);
        var back = stores.AMovement(lot, at, MovementDirection.In, 3, MovementKind.Return) with { Returns = second.Id };
        var reversal = stores.AMovement(lot, at, MovementDirection.In, 10, MovementKind.Issue) with { Reverses = first.Id };
        await stores.PostAsync(ct, back, reversal).ConfigureAwait(false);

        var found = Check.Found(await stores.Get<IMovementStore>().FindPostingAsync(stores.Tenant, posting, ct).ConfigureAwait(false), "The posting");
        Check.Sequence([first.Id, second.Id], found.Movements.Select(m => m.Id), "Its lines in order");
        Check.Sequence([first.Id], found.Reversed, "What was reversed");
        Check.Equal(new StockQuantity(3, lot.Scale), found.Returned.GetValueOrDefault(second.Id), "What came back");
        Check.Equal(null, await stores.Get<IMovementStore>().FindPostingAsync(stores.Tenant, stores.NewId<PostingId>(), ct).ConfigureAwait(false), "An unknown posting");
    }

    private static async Task AsOfAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var start = stores.Now();
        foreach (var minute in new[] { 10, 20, 30 })
        {
            stores.Clock.Advance(Duration.FromMinutes(10));
            await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, minute)).ConfigureAwait(false);
        }

        // Written down at minute 30, occurred at minute 15.
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 5, occurred: start + Duration.FromMinutes(15))).ConfigureAwait(false);
        var ledger = await AllAsync(stores, new MovementQuery(), ct).ConfigureAwait(false);
        foreach (var occurred in new[] { -1, 0, 9, 10, 15, 19, 20, 29, 30, 99 })
        {
            foreach (var known in new int?[] { null, 0, 15, 20, 30 })
            {
                var (when, knownAt) = (start + Duration.FromMinutes(occurred), known is { } k ? start + Duration.FromMinutes(k) : (Instant?)null);
                var expected = ledger.Where(m => m.Occurred <= when && (knownAt is null || m.Recorded <= knownAt)).Sum(m => m.Change.Steps);
                var found = await stores.Get<IMovementStore>().AsOfAsync(stores.Tenant, new AsOfQuery(new StockQuery(), when, knownAt), ct).ConfigureAwait(false);
                Check.Equal(expected, found.Sum(b => b.OnHand.Steps), $"As of minute {occurred}, known at {known}");
                Check.True(found.All(b => !b.OnHand.IsZero && b.UnitCost == lot.UnitCost), "no zero lines, at the cost of the lot");
            }
        }
    }

    private static async Task HasMovedAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, _) = await stores.LyingAsync(1, ct).ConfigureAwait(false);
        Check.True(await stores.Get<IMovementStore>().HasMovedAsync(stores.Tenant, lot.Presentation, ct).ConfigureAwait(false), "it moved");
        Check.True(!await stores.Get<IMovementStore>().HasMovedAsync(stores.Tenant, stores.NewId<PresentationId>(), ct).ConfigureAwait(false), "another did not");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(10, ct).ConfigureAwait(false);
        var store = stores.Get<IMovementStore>();
        var other = stores.OtherTenant;

        Check.Equal(0, (await store.ListAsync(other, new MovementQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The ledger of the other");
        Check.Equal(0, (await store.AsOfAsync(other, new AsOfQuery(new StockQuery(), stores.Now()), ct).ConfigureAwait(false)).Count, "Stock of the other");
        Check.Equal(0, (await store.AfterAsync(other, lot.Id, at, Instant.MinValue, ct).ConfigureAwait(false)).Count, "What came after, for the other");
        Check.True(!await store.HasMovedAsync(other, lot.Presentation, ct).ConfigureAwait(false), "nothing moved at the other");
    }

    private static async Task<IReadOnlyList<StockMovement>> AllAsync(IClinicStores stores, MovementQuery query, CancellationToken ct, int pageSize = 500)
    {
        var all = new List<StockMovement>();
        string? after = null;
        do
        {
            var page = await stores.Get<IMovementStore>().ListAsync(stores.Tenant, query, new PageRequest(pageSize, after), ct).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
