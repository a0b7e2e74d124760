namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Gives a return up before anything has left.</summary>
/// <param name="Return">The return.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record CancelSupplierReturn(SupplierReturnId Return, long Version, string Reason) : PharmacyCommand<SupplierReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.cancel-supplier-return";
}
