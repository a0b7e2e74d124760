using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>A special price as people enter it; it holds at the site of the command.</summary>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Segment">Who pays it; for a patient, the segment in which the patient pays.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <param name="From">The first date; today or later.</param>
/// <param name="Until">The last date.</param>
/// <param name="Patient">The one patient it is for; null for the whole segment.</param>
/// <param name="Per">What the amount is for, a base unit or a pack; null with a percentage.</param>
/// <param name="Amount">The price instead of the list's; null with a percentage.</param>
/// <param name="PercentOff">What comes off every price of the list, above 0 to 100; null with an amount.</param>
public sealed record SpecialPriceData(
    PresentationId Presentation, PriceSegment Segment, Currency Currency, LocalDate From, LocalDate Until,
    PatientId? Patient = null, PricePer? Per = null, decimal? Amount = null, decimal? PercentOff = null);
