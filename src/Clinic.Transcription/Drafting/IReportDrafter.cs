using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting;

/// <summary>Writes a draft of a report from what was said.</summary>
/// <remarks>Safe for concurrent use. Every statement of the answer has evidence, or an empty list that says it has none.</remarks>
public interface IReportDrafter
{
    /// <summary>Its name, such as <c>offline</c>; stands in drafts and settings.</summary>
    string Name { get; }

    /// <summary>Whether what was said leaves the machine; then identifiers are taken out before the call.</summary>
    bool SendsOutside { get; }

    /// <summary>Drafts one report.</summary>
    /// <param name="transcript">What was said; without identifiers where it leaves the machine.</param>
    /// <param name="context">What is known already.</param>
    /// <param name="cancellationToken">Stops drafting.</param>
    /// <exception cref="ProviderException">The model did not answer, or not usably.</exception>
    Task<ReportDraft> DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken);
}
