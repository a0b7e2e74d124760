using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Recording in chunks, and bringing recordings that were made elsewhere.</summary>
internal static class RecordingRoutes
{
    public static void MapRecordings(this IEndpointRouteBuilder api)
    {
        Role[] hands = [.. TranscriptionRights.RolesFor(TranscriptionAct.BringTranscript)];
        var r = api.MapGroup("").WithTags("Recording");
        r.Act("/transcription/sessions/{session}/start", "Begins to record; refused without consent.", TranscriptionAct.Record, StartAsync);
        r.Act("/transcription/sessions/{session}/pause", "Lets the recording stand still, for a reason.", TranscriptionAct.Record, PauseAsync);
        r.Act("/transcription/sessions/{session}/resume", "Lets the recording go on.", TranscriptionAct.Record, ResumeAsync);
        r.Act("/transcription/sessions/{session}/stop", "Closes the recording; it is transcribed then.", TranscriptionAct.Record, StopAsync);
        r.Act("/transcription/sessions/{session}/alive", "A sign of life of a recorder that sends no audio for the moment.", TranscriptionAct.Record, AliveAsync);
        r.Take("/transcription/sessions/{session}/audio", "Takes a chunk of the recording at an offset; the same chunk again changes nothing.", TranscriptionAct.Record, AppendAsync);
        r.Read("/transcription/sessions/{session}/audio", "How many bytes of the audio are safe; a lost connection goes on there.", ProgressAsync, hands);
        r.Act("/transcription/sessions/{session}/import", "Begins to take a recording that was made elsewhere.", TranscriptionAct.BringTranscript, BeginImportAsync);
        r.Take("/transcription/sessions/{session}/import", "Takes a chunk of a recording that was made elsewhere, at an offset.", TranscriptionAct.BringTranscript, ImportAsync);
        r.Act("/transcription/sessions/{session}/import/finish", "Closes a recording that was made elsewhere, after a look into it.", TranscriptionAct.BringTranscript, FinishImportAsync);
    }

    private static Task<SessionAnswer> StartAsync(SiteCommand command, SessionId session, ReadVersion read, Body<StartRecordingRequest> body, SessionDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RunAsync(command.X, new StartRecording { Session = session, Version = read.OrAny(b.Version), Recorder = b.Recorder, Format = b.Format.Checked() }, ct);
    }

    private static Task<SessionAnswer> PauseAsync(SiteCommand command, SessionId session, ReadVersion read, Body<PauseRecordingRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new PauseRecording { Session = session, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<SessionAnswer> ResumeAsync(SiteCommand command, SessionId session, ReadVersion read, Body<RecorderRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new ResumeRecording { Session = session, Version = read.OrAny(body.Value.Version), Recorder = body.Value.Recorder }, ct);

    private static Task<SessionAnswer> StopAsync(SiteCommand command, SessionId session, ReadVersion read, Body<SessionStepRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new StopRecording { Session = session, Version = read.OrAny(body.Value.Version) }, ct);

    private static async Task<AudioProgress> AliveAsync(SiteCommand command, SessionId session, Body<RecorderRequest> body, SessionRecorder recorder, CancellationToken ct)
    {
        await recorder.KeepAliveAsync(command.X, session, body.Value.Recorder, ct);
        return await recorder.ProgressAsync(command.X, session, ct);
    }

    private static async Task<AudioNext> AppendAsync(SiteReading reading, SessionId session, long offset, string recorder, AudioChunk chunk, SessionRecorder recorders, CancellationToken ct) =>
        new(await recorders.AppendAsync(reading.X, session, recorder, Offset(offset), chunk.Bytes, ct));

    private static Task<AudioProgress> ProgressAsync(SiteReading reading, SessionId session, SessionRecorder recorder, CancellationToken ct) => recorder.ProgressAsync(reading.X, session, ct);

    private static Task<SessionAnswer> BeginImportAsync(SiteCommand command, SessionId session, ReadVersion read, Body<BeginImportRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new BeginImport { Session = session, Version = read.OrAny(body.Value.Version), Format = body.Value.Format.Checked(), StartOver = body.Value.StartOver }, ct);

    private static async Task<AudioNext> ImportAsync(SiteReading reading, SessionId session, long offset, AudioChunk chunk, SessionRecorder recorders, CancellationToken ct) =>
        new(await recorders.AppendImportAsync(reading.X, session, Offset(offset), chunk.Bytes, ct));

    private static Task<SessionAnswer> FinishImportAsync(SiteCommand command, SessionId session, ReadVersion read, Body<SessionStepRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new ImportAudio { Session = session, Version = read.OrAny(body.Value.Version) }, ct);

    private static long Offset(long offset) =>
        offset >= 0 ? offset : throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "offset"), ("found", offset), ("allowed", "0 or more"));
}
