using NodaTime;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Ships a return: the goods leave the ledger with lot and cost.</summary>
/// <param name="Return">The return.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Occurred">When they left; null means now.</param>
public sealed record ShipSupplierReturn(SupplierReturnId Return, long Version, Instant? Occurred = null) : PharmacyCommand<SupplierReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.ship-supplier-return";
}
