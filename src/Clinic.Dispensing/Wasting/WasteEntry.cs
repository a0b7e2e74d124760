using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using NodaTime;

namespace Clinic.Dispensing.Wasting;

/// <summary>Discarded remainder of a delivery: appended, never changed. It belongs to the delivery, not to the stock.</summary>
/// <param name="Id">The id.</param>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Kind">Why, as a code.</param>
/// <param name="Amount">How much, in the account unit; positive.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="By">Who discarded it.</param>
/// <param name="Witness">Who saw it and proved who they are; null where none is needed or none was there.</param>
/// <param name="WitnessMissing">Why there was no witness though one is needed, or null.</param>
/// <param name="DrawnAt">When it was drawn up or opened, or null.</param>
/// <param name="At">When it was discarded.</param>
/// <param name="RecordedAt">When it was entered.</param>
/// <param name="Certificate">The reference of a destruction certificate, or null.</param>
/// <param name="Reverses">The entry it takes back, or null.</param>
public sealed record WasteEntry(
    WasteId Id, DispensationId Dispensation, int Line, LotId Lot, RemainderKind Kind, decimal Amount, string Reason, PersonId By,
    AuthenticationRecord? Witness, string? WitnessMissing, Instant? DrawnAt, Instant At, Instant RecordedAt, string? Certificate, WasteId? Reverses = null)
{
    /// <summary>What it takes off what is outstanding; nothing for overfill, and back for a reversal.</summary>
    public decimal Effect => Kind == RemainderKind.Overfill ? 0 : Reverses is null ? Amount : -Amount;

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
