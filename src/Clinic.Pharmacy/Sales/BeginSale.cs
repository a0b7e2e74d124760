using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>Begins an empty basket.</summary>
/// <param name="Location">Where the stock will leave; a location to pick from.</param>
/// <param name="Segment">Which prices hold.</param>
/// <param name="Buyer">In whose name the invoice is made out; null means nobody in particular.</param>
/// <param name="Patient">The patient who receives the medicines, or null.</param>
/// <param name="Department">The department that receives them, or null.</param>
public sealed record BeginSale(LocationId Location, PriceSegment Segment, Buyer? Buyer = null, PatientId? Patient = null, DepartmentId? Department = null)
    : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.begin-sale";
}
