using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription.Recorders;
using Clinic.Transcription.Rights;

namespace Clinic.Api.Transcription;

/// <summary>How the caller likes to record.</summary>
internal static class RecorderRoutes
{
    private const string Mine = "/transcription/recorder";

    public static void MapRecorders(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Recording");
        r.Read(Mine, "How the caller likes to record: device, quality, language.", FindAsync, [.. TranscriptionRights.RolesFor(TranscriptionAct.BringTranscript)]);
        r.Act(Mine, "Keeps how the caller likes to record.", TranscriptionAct.BringTranscript, ChooseAsync);
    }

    private static async Task<RecorderSettings> FindAsync(SiteReading reading, RecorderDesk desk, HttpContext http, CancellationToken ct)
    {
        var found = await desk.FindAsync(reading.X, ct);
        ReadVersion.Tell(http, found.Version);
        return found;
    }

    private static Task<RecorderAnswer> ChooseAsync(SiteCommand command, ReadVersion read, Body<RecorderChoiceRequest> body, RecorderDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.ChooseAsync(command.X, new() { Device = b.Device, Quality = b.Quality, Language = b.Language, Version = read.OrAny(b.Version) }, ct);
    }
}
