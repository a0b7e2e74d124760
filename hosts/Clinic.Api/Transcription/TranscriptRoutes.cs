using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Api.Transcription;

/// <summary>What was said: read under audit, brought, corrected, and followed while it is said.</summary>
internal static class TranscriptRoutes
{
    public static void MapTranscripts(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadTranscripts)];
        var r = api.MapGroup("").WithTags("Transcripts");
        r.Read("/transcription/sessions/{session}/transcript", "Reads what was said, corrections applied, or as it read at a version; every look is in the audit.", ReadAsync, readers);
        r.Read("/transcription/sessions/{session}/live", "How far a visit is, and its text where an engine hears it live, as server-sent events.", SessionStream.RunAsync, readers)
            .Produces<LiveFrameResponse>(contentType: SessionStream.MediaType);
        r.Act("/transcription/sessions/{session}/transcript", "Brings a transcript: JSON, SRT, WebVTT, a dialogue, or typed text.", TranscriptionAct.BringTranscript, BringAsync);
        r.Act("/transcription/sessions/{session}/transcript/roles", "Says who the voices of a transcript are.", TranscriptionAct.CorrectTranscripts, RolesAsync);
        r.Act("/transcription/sessions/{session}/transcript/correct", "Corrects a stretch of a transcript; what was heard stays beside it.", TranscriptionAct.CorrectTranscripts, CorrectAsync);
    }

    private static async Task<TranscriptResponse> ReadAsync(SiteReading reading, SessionId session, bool? original, long? at, TranscriptDesk desk, HttpContext http, CancellationToken ct)
    {
        var found = await desk.ReadAsync(reading.X, session, ct);
        ReadVersion.Tell(http, found.Version);
        // What a report was signed on is read in its version.
        var version = original == true ? 1 : at;
        return version is < 1 || version > found.Version
            ? throw new TranscriptionException(TranscriptionRules.StaleTranscript, ("asked", version), ("found", found.Version))
            : TranscriptResponse.Of(session, found, version);
    }

    private static Task<SessionAnswer> BringAsync(
        SiteCommand command, SessionId session, bool? typed, ReadVersion read, TranscriptText text, TranscriptIntake intake, CancellationToken ct) =>
        intake.BringAsync(command.X, new() { Session = session, Version = read.OrAny(null), IsTyped = typed == true, Content = text.Text }, ct);

    private static Task<TranscriptAnswer> RolesAsync(SiteCommand command, SessionId session, ReadVersion read, Body<SpeakerRolesRequest> body, TranscriptDesk desk, CancellationToken ct) =>
        desk.SetRolesAsync(command.X, new() { Session = session, Version = read.Or(body.Value.Version), Roles = body.Value.Roles }, ct);

    private static Task<TranscriptAnswer> CorrectAsync(SiteCommand command, SessionId session, ReadVersion read, Body<CorrectSegmentRequest> body, TranscriptDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.CorrectAsync(command.X, new() { Session = session, Version = read.Or(b.Version), Segment = b.Segment, Text = b.Text }, ct);
    }
}
