using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price is asked for.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Quantity">How much, in the base unit or packs; a box and its hundred tablets have the same price.</param>
/// <param name="Segment">Who pays.</param>
/// <param name="Currency">The currency to pay in.</param>
/// <param name="Patient">The patient, for a special price of one; null for none.</param>
/// <param name="Lots">The lots it comes from with their cost, together the quantity; null while they are not known.</param>
public sealed record PriceRequest(
    Presentation Presentation, Quantity Quantity, PriceSegment Segment, Currency Currency, PatientId? Patient = null, IReadOnlyList<CostPart>? Lots = null);
