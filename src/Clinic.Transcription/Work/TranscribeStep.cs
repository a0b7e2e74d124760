using Clinic.Abstractions;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>Lets an engine listen to a closed recording; the transcript and the end of the work are one commit.</summary>
/// <remarks>A worker that dies after any point leaves what the next one finds: at worst an engine listens twice, and one of them is kept.</remarks>
internal sealed class TranscribeStep(
    IUnitOfWork work, ISessionStore sessions, SessionEffects effects, TranscriptArchive archive, EngineChoice engines, Func<ISessionAudio> audio,
    TranscriptionOptions options, IClock clock) : IWorkStep
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    public string Kind => SessionEffects.Transcribe;

    public async Task<WorkResult> RunAsync(WorkLease lease, CancellationToken cancellationToken)
    {
        var session = await sessions.FindAsync(lease.Tenant, lease.Item.Session, cancellationToken).ConfigureAwait(false);
        if (session is null || !(session.Status == SessionStatus.Captured || session.IsListenedTo)) return new WorkResult.Done();
        if (engines.For(session) is not { Engine: { } engine })
        {
            // What was taken back or configured away meanwhile lets nobody listen; the recording waits as before.
            return await StopAsync(lease, cancellationToken).ConfigureAwait(false);
        }

        if (session.ToSnapshot().RetryAt is { } retry && retry > clock.GetCurrentInstant()) return new WorkResult.NotBefore(retry);
        if (session.Status == SessionStatus.Captured && !await BeginAsync(lease, engine, cancellationToken).ConfigureAwait(false)) return new WorkResult.Done();
        ProviderFailure failure;
        try
        {
            if (await HearAsync(lease, session, engine, cancellationToken).ConfigureAwait(false) is not { } heard) return await StopAsync(lease, cancellationToken).ConfigureAwait(false);
            if (TranscriptCoverage.IsWhole(session.ToSnapshot().Captured?.Length, heard.AudioDuration, []))
            {
                return await KeepAsync(lease, session, engine, heard, cancellationToken).ConfigureAwait(false)
                    ? new WorkResult.Told()
                    : await StopAsync(lease, cancellationToken).ConfigureAwait(false);
            }

            failure = new(FailureKind.Truncated, true);
        }
        catch (ProviderException e)
        {
            failure = e.Failure;
        }
        catch (TranscriptionException e) when (e.Code == TranscriptionRules.RecordingTampered)
        {
            // It does not become genuine by waiting; a person looks at what is left.
            failure = new(FailureKind.BadAudio, false);
        }
#pragma warning disable CA1031 // Whatever an engine throws counts as its failure, so that the session does not stay behind.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or IRuleViolation))
#pragma warning restore CA1031
        {
            failure = new(FailureKind.Unknown, true);
        }

        await FailAsync(lease, failure, cancellationToken).ConfigureAwait(false);
        return new WorkResult.Told();
    }

    public async Task GivenUpAsync(IUnit unit, WorkItem item, CancellationToken cancellationToken)
    {
        var before = await sessions.FindAsync(unit.Context.Tenant, item.Session, cancellationToken).ConfigureAwait(false);
        if (before is not { IsListenedTo: true }) return;
        var failures = new Failures();
        var after = GivenUp(before, failures, FailureKind.Unknown, unit.Now);
        failures.ThrowIfAny();
        _ = await effects.SaveAsync(unit, before, after, "transcription-failed", cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> BeginAsync(WorkLease lease, IBatchTranscriber engine, CancellationToken ct) => MoveAsync(
        lease, "transcription-begun",
        (_, before, failures, _) => Task.FromResult<TranscriptionSession?>(
            before.Status == SessionStatus.Captured ? before.BeginTranscription(failures, engine.Capabilities.SendsOutside) : null),
        ct);

    // Null where nobody may listen any more; what was heard until then is forgotten.
    private async Task<SpeechResult?> HearAsync(WorkLease lease, TranscriptionSession session, IBatchTranscriber engine, CancellationToken ct)
    {
        var s = session.ToSnapshot();
        var request = new SpeechRequest(s.Language) { Diarize = s.Kind == SessionKind.Conversation };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var looking = LookAsync(lease, engine, stop, ended.Token);
        try
        {
            return await engine.TranscribeAsync(token => audio().OpenAsync(lease.Tenant, s.Id, s.Captured, token), s.Format!, request, stop.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever an engine throws when it is stopped, it was stopped.
        catch (Exception e) when (stop.IsCancellationRequested && !ct.IsCancellationRequested && e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await looking.ConfigureAwait(false);
        }
    }

    // A recording of hours is sent for minutes: a consent that is taken back meanwhile stops it where it is.
    private async Task LookAsync(WorkLease lease, IBatchTranscriber engine, CancellationTokenSource stop, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LookEvery, ended).ConfigureAwait(false);
                var found = await sessions.FindAsync(lease.Tenant, lease.Item.Session, ended).ConfigureAwait(false);
                if (found is { IsListenedTo: true } && engines.For(found).Engine == engine) continue;
                await stop.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The engine has ended.
        }
#pragma warning disable CA1031 // Who cannot see the consent sends nothing on.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<WorkResult> StopAsync(WorkLease lease, CancellationToken ct)
    {
        var later = clock.GetCurrentInstant() + options.Work.WaitingPause;
        await MoveAsync(
            lease, "transcription-stopped",
            (_, before, failures, _) => Task.FromResult(
                before.Status == SessionStatus.Transcribing && engines.For(before).Engine is null ? before.Fail(failures, FailureKind.Refused, later) : null),
            ct).ConfigureAwait(false);
        return new WorkResult.NotBefore(later);
    }

    // False where the engine may not have listened any more.
    private async Task<bool> KeepAsync(WorkLease lease, TranscriptionSession heardOf, IBatchTranscriber engine, SpeechResult heard, CancellationToken ct)
    {
        var allowed = true;
        var s = heardOf.ToSnapshot();
        var transcript = new Transcript(s.Language, heard.Segments);
        var (recorded, length) = (s.Captured?.Length, s.Captured?.Length ?? heard.AudioDuration);
        var wordless = TranscriptCoverage.Wordless(length, heard.Segments);
        transcript = transcript with { Gaps = wordless ?? [] };
        // Where text is missing, or nobody can tell, somebody may still want to hear it.
        var covered = recorded is not null && wordless is { Count: 0 };
        var silent = !SpeechGate.HasSpeech(transcript, options.Sessions.FewestWords);
        await MoveAsync(lease, silent ? "no-speech-found" : "transcript-ready", async (unit, before, failures, token) =>
        {
            if (!before.IsListenedTo) return null;
            allowed = engines.For(before).Engine == engine;
            if (!allowed || !await lease.StageDoneAsync(unit, token).ConfigureAwait(false)) return null;
            if (before.IsHeardAnew) return await ReplaceAsync(unit, before, silent ? null : transcript, heard.Provider, covered, failures, token).ConfigureAwait(false);
            if (silent) return before.FoundNoSpeech(failures, heard.Provider, options.Sessions, unit.Now);
            var after = before.Transcribed(failures, heard.Provider, covered, options.Sessions, unit.Now);
            if (failures.Count == 0) await archive.AddAsync(unit, before.ToSnapshot(), transcript, token).ConfigureAwait(false);
            return after;
        }, ct).ConfigureAwait(false);
        return allowed;
    }

    // What somebody wrote while the engine listened is not replaced, and neither is a text by none.
    private async Task<TranscriptionSession> ReplaceAsync(
        IUnit unit, TranscriptionSession before, Transcript? transcript, string provider, bool covered, Failures failures, CancellationToken ct)
    {
        var s = before.ToSnapshot();
        var words = await archive.FindAsync(unit.Context.Tenant, s.Id, ct).ConfigureAwait(false);
        if (transcript is null || words is null || words.Version != s.HearingAnew) return before.KeepText(failures, null);
        await archive.CorrectAsync(unit, s, words, new(words.Corrections.Count + 1, unit.Now, unit.Context.Actor.Person) { Heard = transcript }, ct).ConfigureAwait(false);
        return before.HeardAnew(failures, provider, covered, options.Sessions, unit.Now);
    }

    private TranscriptionSession GivenUp(TranscriptionSession before, Failures failures, FailureKind kind, Instant now) =>
        before.IsHeardAnew ? before.KeepText(failures, kind) : before.GiveUp(failures, kind, options.Sessions, now);

    private Task<bool> FailAsync(WorkLease lease, ProviderFailure failure, CancellationToken ct) => MoveAsync(lease, "transcription-failed", async (unit, before, failures, token) =>
    {
        if (!before.IsListenedTo || await lease.StageFailedAsync(unit, failure, token).ConfigureAwait(false) is not { } item) return null;
        if (item.Status == WorkStatus.GivenUp) return GivenUp(before, failures, failure.Kind, unit.Now);
        return before.IsHeardAnew
            ? before.DelayHearing(failure.Kind, item.NextAt)
            : before.Fail(failures, failure.Kind, item.NextAt);
    }, ct);

    // Loads anew in each attempt at the commit; null changes nothing.
    private async Task<bool> MoveAsync(
        WorkLease lease, string done, Func<IUnit, TranscriptionSession, Failures, CancellationToken, Task<TranscriptionSession?>> change, CancellationToken ct)
    {
        var answer = await work.RunAsync(lease.NewContext(), new MoveSession(lease.Item.Session, done), async (unit, token) =>
        {
            var before = await sessions.FindAsync(lease.Tenant, lease.Item.Session, token).ConfigureAwait(false);
            var failures = new Failures();
            var after = before is null ? null : await change(unit, before, failures, token).ConfigureAwait(false);
            failures.ThrowIfAny();
            return after is null
                ? new SessionAnswer(lease.Item.Session, before?.Status ?? SessionStatus.Purged, 0)
                : await effects.SaveAsync(unit, before!, after, Told(before!, after, done), token).ConfigureAwait(false);
        }, ct).ConfigureAwait(false);
        return answer.Version > 0;
    }

    private static string Told(TranscriptionSession before, TranscriptionSession after, string done) =>
        !before.IsHeardAnew || after.IsHeardAnew ? done : after.ToSnapshot().Attempts > 0 ? "text-kept" : SessionEffects.HeardAnew;

    private sealed record MoveSession(SessionId Session, string Done) : ICommand<SessionAnswer>
    {
        public string Name => "transcription.move-session";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("session", Session.ToString());
            payload.Write("done", Done);
        }
    }
}
