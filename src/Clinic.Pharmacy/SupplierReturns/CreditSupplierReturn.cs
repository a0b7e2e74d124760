using Clinic.Abstractions;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Notes the supplier's credit note.</summary>
/// <param name="Return">The return.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Number">The number of the note; 1 to 60 characters.</param>
/// <param name="Amount">What is credited, zero included.</param>
public sealed record CreditSupplierReturn(SupplierReturnId Return, long Version, string Number, Money Amount) : PharmacyCommand<SupplierReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.credit-supplier-return";
}
