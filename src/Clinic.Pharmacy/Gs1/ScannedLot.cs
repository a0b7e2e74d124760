namespace Clinic.Pharmacy.Gs1;

/// <summary>What is known of a lot: product number, lot number and expiration; null is not known.</summary>
/// <param name="Gtin">The product number.</param>
/// <param name="LotNumber">The manufacturer's lot number; upper and lower case differ.</param>
/// <param name="ExpirationDate">The expiration date; see <see cref="Gs1Date.Of"/> for one entered by hand.</param>
public sealed record ScannedLot(Gtin? Gtin, string? LotNumber, Gs1Date? ExpirationDate)
{
    /// <summary>Nothing known yet.</summary>
    public static ScannedLot Unknown { get; } = new(null, null, null);

    /// <summary>Adds what a scan says; what the scan does not say stays as it is known.</summary>
    /// <remarks>
    /// Nothing known is ever replaced: a different value is a conflict. Dates are compared as days, so a month-only
    /// date agrees with its last day. Expirations are compared for the same product and lot only.
    /// </remarks>
    public ScannedLotResult Merge(Gs1Scan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var conflict = new ScannedLotResult.Conflicting(this, scan);
        return conflict.HasDifference
            ? conflict
            : new ScannedLotResult.Merged(new(
                Gtin ?? scan.Gtin,
                LotNumber ?? scan.LotNumber,
                ExpirationDate ?? scan.ExpirationDate));
    }
}
