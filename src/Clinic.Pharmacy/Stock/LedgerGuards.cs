using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>Says before the commit, in words, what the commit's own guards would refuse as a conflict.</summary>
internal sealed class LedgerGuards(IMovementStore movements, ICountStore counts)
{
    /// <summary>An entry before a physical count is absorbed by the count.</summary>
    public async Task CheckCountAsync(TenantId tenant, Lot lot, LocationId location, Instant occurred, Failures failures, CancellationToken ct)
    {
        var latest = await counts.LatestAsync(tenant, lot.Id, location, ct).ConfigureAwait(false);
        if (latest is not null && latest.Occurred > occurred)
            failures.Add(PharmacyRules.BeforeCount, ("lot", lot.Number), ("asked", occurred), ("counted", latest.Occurred));
    }

    /// <summary>What a count saw already cannot be taken back.</summary>
    public async Task CheckAbsorbedAsync(TenantId tenant, Lot lot, StockMovement movement, Failures failures, CancellationToken ct)
    {
        var latest = await counts.LatestAsync(tenant, lot.Id, movement.Location, ct).ConfigureAwait(false);
        if (latest is null) return;
        var absorbed = latest.Occurred > movement.Occurred || (latest.Occurred == movement.Occurred && latest.Recorded > movement.Recorded);
        failures.Require(!absorbed, PharmacyRules.BeforeCount, ("lot", lot.Number), ("asked", movement.Occurred), ("counted", latest.Occurred));
    }

    /// <summary>A backdated exit may not leave less than nothing at any later instant.</summary>
    public async Task CheckLaterAsync(
        TenantId tenant, LotStock stock, StockQuantity taken, Instant occurred, Instant now, Failures failures, CancellationToken ct)
    {
        // Too little now is reported as such; the walk back would only repeat it.
        if (occurred >= now || taken > stock.OnHand) return;
        var after = await movements.AfterAsync(tenant, stock.Lot.Id, stock.Location, occurred, ct).ConfigureAwait(false);
        var lowest = LowestFrom(stock.OnHand, after, occurred);
        if (lowest.OnHand < taken)
            failures.Add(PharmacyRules.BelowZeroLater, ("lot", stock.Lot.Number), ("at", lowest.At), ("found", lowest.OnHand - taken));
    }

    // Walks back from what is there now; the earliest of equal lows is named.
    private static (StockQuantity OnHand, Instant At) LowestFrom(StockQuantity onHand, IReadOnlyList<StockMovement> after, Instant occurred)
    {
        var lowest = (OnHand: onHand, At: after.Count > 0 ? after[^1].Occurred : occurred);
        var balance = onHand;
        for (var i = after.Count - 1; i >= 0; i--)
        {
            balance -= after[i].Change;
            if (balance <= lowest.OnHand) lowest = (balance, i > 0 ? after[i - 1].Occurred : occurred);
        }

        return lowest;
    }
}
