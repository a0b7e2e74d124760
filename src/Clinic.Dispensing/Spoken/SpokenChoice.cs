using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>One candidate to choose from: somebody or something by id, or an amount.</summary>
/// <param name="Id">The id of a patient, presentation or person; null for amounts.</param>
/// <param name="Amount">The reading of an amount; null for names.</param>
/// <param name="Text">What the speaker is shown.</param>
public sealed record SpokenChoice(Guid? Id, Quantity? Amount, string Text)
{
    /// <summary>The id or nothing; the text may name a patient.</summary>
    public override string ToString() => Id?.ToString("D") ?? nameof(SpokenChoice);
}
