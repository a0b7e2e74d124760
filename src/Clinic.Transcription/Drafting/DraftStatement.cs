namespace Clinic.Transcription.Drafting;

/// <summary>One sentence of a drafted report with what it rests on.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Evidence">One span or more; an empty list marks a statement without support.</param>
/// <param name="Polarity">Whether it affirms.</param>
public sealed record DraftStatement(ReportSection Section, string Text, IReadOnlyList<EvidenceSpan> Evidence, Polarity Polarity)
{
    /// <summary>The section only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(DraftStatement)} {Section}");
}
