using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Stock;

/// <summary>Gives free what is kept aside for a dispensation.</summary>
internal static class StockKeeping
{
    public static async Task ReleaseAsync(IUnit unit, IStockIssuer stock, Dispensation dispensation, string reason, CancellationToken ct)
    {
        foreach (var reservation in dispensation.Lines.SelectMany(l => l.Parts).Select(p => p.Reservation).Distinct())
            await stock.ReleaseAsync(unit, reservation, dispensation.StockOwner, reason, ct).ConfigureAwait(false);
    }
}
