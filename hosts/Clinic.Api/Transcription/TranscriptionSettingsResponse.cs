using Clinic.Transcription.Reports;
using Clinic.Transcription.SpeechToText;

namespace Clinic.Api.Transcription;

/// <summary>What transcription can do here.</summary>
/// <param name="Language">The language of visits that name none.</param>
/// <param name="Template">The template of reports that name none.</param>
/// <param name="Templates">Which sections reports may have.</param>
/// <param name="Drafter">Who drafts where nobody is named.</param>
/// <param name="Drafters">Who may be asked for drafts.</param>
/// <param name="Engines">Who turns speech into text; none where the clinic has none.</param>
/// <param name="AllowedRegions">Where audio may go.</param>
/// <param name="LargestChunk">The most bytes of a chunk of audio.</param>
public sealed record TranscriptionSettingsResponse(
    string Language, string Template, IReadOnlyList<ReportTemplate> Templates, string Drafter, IReadOnlyList<DrafterResponse> Drafters, IReadOnlyList<EngineResponse> Engines,
    IReadOnlyList<string> AllowedRegions, int LargestChunk);

/// <summary>A program that drafts reports.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SendsOutside">Whether text leaves the clinic.</param>
public sealed record DrafterResponse(string Name, bool SendsOutside);

/// <summary>An engine that turns speech into text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Capabilities">What it can do.</param>
public sealed record EngineResponse(string Name, EngineCapabilities Capabilities);
