using Clinic.Abstractions;

namespace Clinic.Transcription;

/// <summary>Permanent codes of transcription, one file per family, each with its sentences.</summary>
public static partial class TranscriptionRules
{
    /// <summary>The sentences of all codes, in Spanish and English.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        .. GeneralTexts(),
        .. AudioTexts(),
        .. VaultTexts(),
        .. SpeechToTextTexts(),
        .. RightsTexts(),
        .. RecorderTexts(),
        .. ReportTexts(),
        .. SealingTexts(),
        .. ConsentTexts(),
        .. SessionTexts(),
        .. ImportTexts(),
        .. WorkTexts(),
        .. SearchTexts(),
    ], SpanishWords());
}
