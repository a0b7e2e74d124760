using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Usage;

/// <summary>One entry of the dose log: appended, never changed.</summary>
/// <param name="Id">The id.</param>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Entered">The amount as it was entered.</param>
/// <param name="Amount">The amount in the account unit that counts against what was delivered; positive.</param>
/// <param name="Overfill">What came out above the label, in the account unit; counts against nothing.</param>
/// <param name="Containers">From how many containers; null where none are counted.</param>
/// <param name="WeightKg">The weight behind a dose per kilogram, or null.</param>
/// <param name="Responsible">Who gave it.</param>
/// <param name="RecordedBy">Who entered it.</param>
/// <param name="At">When it was given.</param>
/// <param name="RecordedAt">When it was entered.</param>
/// <param name="Area">Where it was given.</param>
/// <param name="IsBeyond">Whether it made the sum exceed what was delivered.</param>
/// <param name="Reverses">The entry it takes back, or null.</param>
/// <param name="Reason">Why it was corrected or came above the label, or null.</param>
public sealed record DoseEntry(
    DoseId Id, DispensationId Dispensation, int Line, LotId Lot, DoseKind Kind, Quantity Entered, decimal Amount, decimal Overfill, int? Containers,
    decimal? WeightKg, PersonId Responsible, PersonId RecordedBy, Instant At, Instant RecordedAt, CareArea Area, bool IsBeyond, DoseId? Reverses,
    string? Reason)
{
    /// <summary>What it adds to the amount used; negative for a reversal.</summary>
    public decimal Effect => Kind == DoseKind.Reversal ? -Amount : Amount;

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
