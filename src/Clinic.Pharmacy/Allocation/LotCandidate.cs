using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Allocation;

/// <summary>A lot at a location as the allocation sees it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Version">The version that the decision relies on.</param>
/// <param name="Status">Only approved lots are picked.</param>
/// <param name="Expiration">The last usable date; null leaves last.</param>
/// <param name="Received">When it was received.</param>
/// <param name="OnHand">What is there.</param>
/// <param name="Reserved">What others keep aside.</param>
public readonly record struct LotCandidate(
    LotId Lot, long Version, LotStatus Status, LocalDate? Expiration, Instant Received, StockQuantity OnHand, StockQuantity Reserved)
{
    /// <summary>The candidate of a lot that lies at a location.</summary>
    public static LotCandidate Of(LotStock stock)
    {
        ArgumentNullException.ThrowIfNull(stock);
        var lot = stock.Lot;
        return new(lot.Id, lot.Version, lot.Status, lot.Expiration?.Date, lot.Received, stock.OnHand, stock.Reserved);
    }
}
