using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IConsumptionStore"/> promises: quarters of an hour that add up to the ledger.</summary>
public static class ConsumptionStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Issues and returns are summed per location and quarter of an hour, less what was reversed", SumsAsync),
        new("Nothing that never moved and nothing of another tenant is seen", SeparatesTenantsAsync),
    ];

    private static async Task SumsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var (other, there) = await stores.LyingAsync(50, ct, lot.Presentation).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromDays(1));
        var from = stores.Now();
        var issue = stores.AMovement(lot, at, MovementDirection.Out, 30, MovementKind.Issue);
        var second = stores.AMovement(lot, at, MovementDirection.Out, 5, MovementKind.Issue);
        await stores.PostAsync(ct, issue, second, stores.AMovement(other, there, MovementDirection.Out, 50, MovementKind.Waste)).ConfigureAwait(false);
        await stores.PostAsync(ct,
            stores.AMovement(lot, at, MovementDirection.In, 7, MovementKind.Return) with { Returns = issue.Id },
            stores.AMovement(lot, at, MovementDirection.In, 5, MovementKind.Issue) with { Reverses = second.Id }).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(15));
        await stores.PostAsync(ct, stores.AMovement(lot, at, MovementDirection.Out, 1, MovementKind.Issue)).ConfigureAwait(false);

        var history = await stores.Get<IConsumptionStore>().HistoryAsync(stores.Tenant, lot.Presentation, from, ct).ConfigureAwait(false);
        Check.Equal(lot.Scale, history.Scale, "The scale");
        Check.Equal(1, history.OnHand.Count, "Locations with stock");
        Check.Equal(76L, history.OnHand[at], "On hand");
        var slices = history.Slices.Where(s => s.Location == at).ToList();
        Check.Sequence([(30L, 7L, 12L, -23L), (1L, 0L, 0L, -1L)], slices.Select(s => (s.Issued, s.Returned, s.Arrived, s.Change)), "The slices");
        Check.Equal(ConsumptionSlice.Length, slices[1].Start - slices[0].Start, "Between them");
        Check.Equal(true, slices[0].Start <= from && from < slices[0].Start + ConsumptionSlice.Length, "The first holds the first issue");
        Check.Sequence([(0L, 0L, 0L, -50L)], history.Slices.Where(s => s.Location == there).Select(s => (s.Issued, s.Returned, s.Arrived, s.Change)), "Waste is no consumption");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, _) = await stores.LyingAsync(100, ct).ConfigureAwait(false);
        var other = await stores.Get<IConsumptionStore>().HistoryAsync(stores.OtherTenant, lot.Presentation, Instant.FromUnixTimeSeconds(0), ct).ConfigureAwait(false);
        Check.Equal((0, 0), (other.OnHand.Count, other.Slices.Count), "What the other sees");
    }
}
