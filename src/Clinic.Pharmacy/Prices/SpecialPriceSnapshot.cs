using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>The whole state of a <see cref="SpecialPrice"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Site">Where it holds; its dates are of this site's zone.</param>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Segment">Who pays it; for a patient, the segment in which the patient pays.</param>
/// <param name="Patient">The one patient it is for; null for the whole segment.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <param name="Per">What the amount is for, a base unit or a pack; null with a percentage.</param>
/// <param name="Amount">The price instead of the list's, with tax as the list has it; null with a percentage.</param>
/// <param name="PercentOff">What comes off every price of the list, above 0 to 100; null with an amount.</param>
/// <param name="From">The first date.</param>
/// <param name="Until">The last date.</param>
/// <param name="Author">Who prepared it.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="At">When it was approved.</param>
/// <param name="End">That it ended before its time; null while it did not.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record SpecialPriceSnapshot(
    SpecialPriceId Id, SiteId Site, PresentationId Presentation, PriceSegment Segment, PatientId? Patient, Currency Currency,
    PricePer? Per, decimal? Amount, decimal? PercentOff, LocalDate From, LocalDate Until,
    PersonId Author, PersonId Approver, string Reason, Instant At, SpecialPriceEnd? End, long Version);
