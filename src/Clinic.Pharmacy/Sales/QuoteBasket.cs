using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>Asks what a basket would cost.</summary>
/// <param name="Location">Where the stock would leave.</param>
/// <param name="Segment">Which prices hold.</param>
/// <param name="Lines">What is asked, each presentation once.</param>
/// <param name="Patient">The patient, for special prices; or null.</param>
public sealed record QuoteBasket(LocationId Location, PriceSegment Segment, IReadOnlyList<BasketLine> Lines, PatientId? Patient = null);
