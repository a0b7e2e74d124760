using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>Changes one line of a basket; its price is asked anew.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Line">The number of the line.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
/// <param name="Prescription">The prescription, where one is needed.</param>
public sealed record ChangeSaleLine(SaleId Sale, int Line, Quantity Quantity, PrescriptionReference? Prescription = null) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.change-sale-line";
}
