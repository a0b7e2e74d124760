namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Allows a return to be shipped.</summary>
/// <param name="Return">The return.</param>
/// <param name="Version">The version that was read.</param>
public sealed record ApproveSupplierReturn(SupplierReturnId Return, long Version) : PharmacyCommand<SupplierReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.approve-supplier-return";
}
