using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Asks for the price of something.</summary>
/// <param name="Site">Where it is sold.</param>
/// <param name="Presentation">What.</param>
/// <param name="Quantity">How much, in the base unit or packs.</param>
/// <param name="Segment">Who pays.</param>
/// <param name="Patient">The patient, for a special price of one; null for none.</param>
/// <param name="On">The date; null for today at the site.</param>
/// <param name="Currency">The currency; null for that of the site.</param>
/// <param name="Location">Where it would be taken from, first expiry first, so that its cost is known; null leaves the lots open.</param>
public sealed record PriceInquiry(
    SiteId Site, PresentationId Presentation, Quantity Quantity, PriceSegment Segment, PatientId? Patient = null, LocalDate? On = null,
    Currency? Currency = null, LocationId? Location = null);
