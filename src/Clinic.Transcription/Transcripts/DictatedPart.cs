using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Transcripts;

/// <summary>What was dictated under one section command.</summary>
/// <param name="Section">The section; null before the first command.</param>
/// <param name="Text">With punctuation and line breaks.</param>
public sealed record DictatedPart(ReportSection? Section, string Text)
{
    /// <summary>The section only; the text is health data.</summary>
    public override string ToString() => $"{nameof(DictatedPart)} {Section?.ToString() ?? "none"}";
}
