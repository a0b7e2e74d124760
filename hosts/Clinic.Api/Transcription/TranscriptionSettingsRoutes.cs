using Clinic.Abstractions;
using Clinic.Api.Security;
using Clinic.Transcription;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Rights;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Options;

namespace Clinic.Api.Transcription;

/// <summary>What transcription can do here.</summary>
internal static class TranscriptionSettingsRoutes
{
    public static void MapTranscriptionSettings(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions)];
        api.MapGroup("").WithTags("Recorded visits")
            .Read("/transcription/settings", "Templates, drafters and engines that are set up here; nothing secret.", Settings, readers);
    }

    private static TranscriptionSettingsResponse Settings(
        ReportTemplates templates, IEnumerable<IReportDrafter> drafters, IEnumerable<IBatchTranscriber> engines, IEnumerable<ILiveTranscriber> live,
        IOptions<ReportOptions> reports, IOptions<TranscriptionOptions> options) => new(
            options.Value.Language, reports.Value.Template, templates.All, reports.Value.Drafter,
            [.. drafters.DistinctBy(d => d.Name).Select(d => new DrafterResponse(d.Name, d.SendsOutside))],
            [.. engines.Select(e => new EngineResponse(e.Name, e.Capabilities)), .. live.Select(e => new EngineResponse(e.Name, e.Capabilities with { Live = true }))],
            [.. options.Value.Sessions.AllowedRegions], AudioChunk.Largest);
}
