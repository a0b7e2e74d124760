using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Work;

public class TranscriptionWorkerTests
{
    [Fact]
    public async Task A_closed_recording_becomes_a_transcript_and_its_audio_goes_in_one_run()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();

        var report = await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(new JobReport(2), report);
        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Transcribed, AudioPresence.Erased, "fake"), (found.Status, found.Audio, found.Source));
        // As it lay in the vault: silence takes little room there.
        Assert.InRange(found.Erasure!.Bytes, 1, 320_000);
        var read = await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct);
        Assert.Equal(engine.Says, read.Current.Segments.Select(s => s.Text));
        Assert.Equal(JobReport.Nothing, await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_that_dies_at_any_step_neither_loses_nor_doubles_a_transcript(bool after)
    {
        var died = 0;
        for (var step = 1; ; step++)
        {
            CrashingCommits? commits = null;
            var engine = new FakeEngine();
            await using var surgery = await Surgery.OpenAsync(engine, more: c => c.AddSingleton<ICommitStore>(p => commits = new CrashingCommits(p.GetRequiredService<InMemoryCoordinator>())));
            var session = await surgery.RecordedAsync();
            commits!.Restart();
            (commits.DiesAt, commits.After) = (step, after);
            try
            {
                await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
            }
            catch (InvalidOperationException) when (commits.IsDead)
            {
                died++;
            }

            var finished = !commits.IsDead;
            commits.Restart();
            surgery.Clock.Advance(Duration.FromMinutes(6));
            var options = new TranscriptionOptions();
            var second = new TranscriptionWorker(
                surgery.Get<WorkQueue>(), surgery.Get<IEnumerable<IWorkStep>>(), options.Work, surgery.Clock, surgery.Get<IIdGenerator>());
            for (var i = 0; i < 3; i++)
            {
                await second.RunOnceAsync(surgery.Tenant, Surgery.Ct);
                surgery.Clock.Advance(Duration.FromMinutes(6));
            }

            var found = await surgery.FindAsync(session);
            Assert.Equal((SessionStatus.Transcribed, AudioPresence.Erased), (found.Status, found.Audio));
            Assert.NotNull(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
            var events = await surgery.EventsAsync();
            Assert.Single(events, e => e.Type == TranscriptionEvents.TranscriptReady);
            Assert.Single(events, e => e.Type == TranscriptionEvents.AudioErased);
            Assert.All(await surgery.WorkAsync(session), w => Assert.Equal(WorkStatus.Done, w.Status));
            Assert.InRange(engine.Calls, 1, 2);
            if (finished) break;
        }

        // Begin, transcript, proof of erasure: every commit of a whole run was died at.
        Assert.True(died >= 3, $"died {died} times");
    }

    [Fact]
    public async Task Two_workers_at_once_keep_one_transcript()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        var second = new TranscriptionWorker(surgery.Get<WorkQueue>(), surgery.Get<IEnumerable<IWorkStep>>(), new WorkOptions(), surgery.Clock, surgery.Get<IIdGenerator>());
        var nested = false;
        engine.Meanwhile = async () =>
        {
            // The first takes so long that its lease is over, and another does the same work.
            if (nested) return;
            nested = true;
            surgery.Clock.Advance(Duration.FromMinutes(10));
            await second.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        };

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(2, engine.Calls);
        Assert.Single(await surgery.EventsAsync(), e => e.Type == TranscriptionEvents.TranscriptReady);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again_after_a_growing_pause()
    {
        var engine = new FakeEngine();
        engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.RateLimited, true) { RetryAfter = Duration.FromMinutes(4) }));
        engine.Failures.Enqueue(new IOException("no engine's word"));
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        var failed = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Captured, 1, FailureKind.RateLimited, surgery.Clock.Now + Duration.FromMinutes(4)), (failed.Status, failed.Attempts, failed.LastFailure, failed.RetryAt));
        Assert.Equal(JobReport.Nothing, await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));
        surgery.Clock.Advance(Duration.FromMinutes(4));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(FailureKind.Unknown, (await surgery.FindAsync(session)).LastFailure);
        surgery.Clock.Advance(Duration.FromMinutes(2));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_failure_for_good_is_given_up_with_an_alert_and_its_audio_waits_for_a_person()
    {
        var engine = new FakeEngine();
        engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.Unauthorized, false)));
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.TranscriptionFailed, AudioPresence.Sealed), (found.Status, found.Audio));
        Assert.Equal(surgery.Clock.Now + Duration.FromHours(72), found.EraseAudioAt);
        var events = await surgery.EventsAsync();
        Assert.Contains(events, e => e.Type == TranscriptionEvents.WorkGivenUp);
        Assert.Contains(events, e => e.Type == TranscriptionEvents.TranscriptionFailed);
        // Another try, by a person.
        await surgery.RunAsync(new RetryTranscription { Session = session });
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_recording_that_is_not_as_it_was_sealed_is_heard_by_nobody_and_given_up_at_once()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        var found = TranscriptionSession.Restore(await surgery.FindAsync(session)).ToSnapshot();
        await surgery.CommitAsync(unit => surgery.Get<ISessionStore>().Save(
            unit, TranscriptionSession.Restore(found with { Captured = found.Captured! with { Chunks = found.Captured.Chunks + 1 }, Version = found.Version + 1 })));

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.TranscriptionFailed, FailureKind.BadAudio, AudioPresence.Sealed), (found.Status, found.LastFailure, found.Audio));
    }

    [Fact]
    public async Task Audio_of_a_failure_goes_after_its_cap_and_nothing_can_be_tried_again()
    {
        var engine = new FakeEngine();
        engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.BadAudio, false)));
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        surgery.Clock.Advance(Duration.FromHours(72));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal((SessionStatus.TranscriptionFailed, AudioPresence.Erased), ((await surgery.FindAsync(session)).Status, (await surgery.FindAsync(session)).Audio));
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => surgery.RunAsync(new RetryTranscription { Session = session }));
        Assert.Equal(TranscriptionRules.AudioGone, refusal.Code);
    }

    [Fact]
    public async Task Nobody_heard_is_an_end_of_its_own_with_ways_out()
    {
        var engine = new FakeEngine { Says = ["", "…"] };
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.NoSpeech, false, AudioPresence.Sealed), (found.Status, found.HasTranscript, found.Audio));
        Assert.Contains(await surgery.EventsAsync(), e => e.Type == TranscriptionEvents.NoSpeech);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.TypeAsync(session)).Status);
    }

    [Fact]
    public async Task An_answer_that_is_too_short_for_the_recording_is_no_transcript()
    {
        var engine = new FakeEngine { Heard = Duration.FromSeconds(9.7) };
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal((SessionStatus.Captured, FailureKind.Truncated), ((await surgery.FindAsync(session)).Status, (await surgery.FindAsync(session)).LastFailure));
        engine.Heard = Duration.FromSeconds(9.8);
        surgery.Clock.Advance(Duration.FromHours(1));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Theory]
    [InlineData(3, 30, false)]
    [InlineData(400, 450, true)]
    public async Task Text_that_leaves_minutes_without_a_word_lists_them_and_its_audio_stays_for_a_while(int first, int second, bool atTheBeginning)
    {
        var engine = new FakeEngine { At = [Duration.FromSeconds(first), Duration.FromSeconds(second)] };
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync(seconds: 500);

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Transcribed, AudioPresence.Sealed, true), (found.Status, found.Audio, found.IsPartlyHeard));
        Assert.Equal(surgery.Clock.Now + Duration.FromHours(72), found.EraseAudioAt);
        var gap = Assert.Single((await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct)).Current.Gaps);
        Assert.Equal(
            atTheBeginning ? (Duration.Zero, Duration.FromSeconds(first), GapReason.NoWords) : (Duration.FromSeconds(second + 2), Duration.FromSeconds(500), GapReason.NoWords),
            (gap.From, gap.To, gap.Reason));
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");
        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");
        Assert.Equal(AudioPresence.Sealed, (await surgery.FindAsync(session)).Audio);
        surgery.Clock.Advance(Duration.FromHours(72));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(session)).Audio);
    }

    [Fact]
    public async Task A_long_recording_may_have_silence_of_minutes_but_not_a_text_of_which_nobody_can_tell()
    {
        var engine = new FakeEngine { At = [Duration.FromSeconds(200), Duration.FromSeconds(300)] };
        await using var surgery = await Surgery.OpenAsync(engine);
        var timed = await surgery.RecordedAsync(seconds: 500);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        engine.At = null;
        var untimed = await surgery.RecordedAsync(seconds: 500);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(timed)).Audio);
        var found = await surgery.FindAsync(untimed);
        Assert.Equal((SessionStatus.Transcribed, AudioPresence.Sealed, surgery.Clock.Now + Duration.FromHours(72)), (found.Status, found.Audio, found.EraseAudioAt));
    }

    [Fact]
    public async Task Without_an_engine_a_recording_waits_and_somebody_may_type()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.RecordedAsync();

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var view = await surgery.Get<SessionInquiries>().FindAsync(surgery.As("physician"), session, Surgery.Ct);
        Assert.Equal((SessionStatus.Captured, EngineWait.NoEngine), (view!.Session.Status, view.WaitsFor));
        Assert.All(await surgery.WorkAsync(session), w => Assert.Equal(0, w.Attempts));
        Assert.Equal(SessionStatus.Transcribed, (await surgery.TypeAsync(session)).Status);
    }

    [Theory]
    [InlineData(ConsentScope.Record | ConsentScope.Transcribe, "eu", EngineWait.NoConsentOutside)]
    [InlineData(ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.ExternalProvider, "us", EngineWait.RegionNotAllowed)]
    [InlineData(ConsentScope.Record, "eu", EngineWait.NoConsent)]
    public async Task Nothing_is_sent_outside_without_consent_and_an_allowed_region(ConsentScope scopes, string region, EngineWait wait)
    {
        var engine = new FakeEngine(sendsOutside: true, region);
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync(scopes);

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(0, engine.Calls);
        Assert.Equal(wait, (await surgery.Get<SessionInquiries>().FindAsync(surgery.As("physician"), session, Surgery.Ct))!.WaitsFor);
        if (wait == EngineWait.RegionNotAllowed) return;
        await surgery.GrantAsync(session);
        surgery.Clock.Advance(Duration.FromMinutes(2));
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_piece_whose_workers_always_die_is_given_up_and_the_session_with_it()
    {
        var engine = new FakeEngine();
        CrashingCommits? commits = null;
        await using var surgery = await Surgery.OpenAsync(engine, more: c => c.AddSingleton<ICommitStore>(p => commits = new CrashingCommits(p.GetRequiredService<InMemoryCoordinator>())));
        var session = await surgery.RecordedAsync();
        for (var i = 0; i < 5; i++)
        {
            commits!.Restart();
            commits.DiesAt = i == 0 ? 2 : 1;
            await Assert.ThrowsAsync<InvalidOperationException>(() => surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));
            surgery.Clock.Advance(Duration.FromMinutes(6));
        }

        commits!.Restart();
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(SessionStatus.TranscriptionFailed, (await surgery.FindAsync(session)).Status);
        Assert.Contains(await surgery.EventsAsync(), e => e.Type == TranscriptionEvents.WorkGivenUp);
    }

    [Fact]
    public async Task Audio_that_is_to_go_is_never_given_up_however_long_the_vault_does_not_answer()
    {
        await using var surgery = await Surgery.OpenAsync(new FakeEngine());
        var session = await surgery.RecordedAsync();
        surgery.Audio.FailsToErase = true;

        for (var hour = 0; hour < 30; hour++)
        {
            await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
            surgery.Clock.Advance(Duration.FromHours(1));
        }

        Assert.Equal(AudioPresence.Sealed, (await surgery.FindAsync(session)).Audio);
        var waiting = Assert.Single(await surgery.WorkAsync(session), w => w.Status == WorkStatus.Waiting);
        Assert.True(waiting.Attempts > new WorkOptions().MostAttempts, $"{waiting.Attempts} attempts");
        Assert.InRange(waiting.NextAt - surgery.Clock.Now, -Duration.FromHours(1), Duration.FromHours(1));
        surgery.Audio.FailsToErase = false;
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(session)).Audio);
        Assert.All(await surgery.WorkAsync(session), w => Assert.Equal(WorkStatus.Done, w.Status));
    }

    [Fact]
    public async Task Audio_that_is_to_go_is_not_given_up_where_its_workers_always_die_either()
    {
        CrashingCommits? commits = null;
        await using var surgery = await Surgery.OpenAsync(more: c => c.AddSingleton<ICommitStore>(p => commits = new CrashingCommits(p.GetRequiredService<InMemoryCoordinator>())));
        surgery.Audio.FailsToErase = true;
        var session = await surgery.RecordedAsync();
        await surgery.WithdrawAsync(session);
        for (var i = 0; i < 8; i++)
        {
            commits!.Restart();
            commits.DiesAt = 1;
            await Assert.ThrowsAsync<InvalidOperationException>(() => surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));
            surgery.Clock.Advance(Duration.FromMinutes(6));
        }

        commits!.Restart();
        surgery.Audio.FailsToErase = false;
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(session)).Audio);
    }

    [Fact]
    public async Task Under_a_legal_hold_the_text_is_made_and_the_audio_stays()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.RecordedAsync();
        engine.Meanwhile = () => surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");

        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal((SessionStatus.Transcribed, AudioPresence.Sealed), ((await surgery.FindAsync(session)).Status, (await surgery.FindAsync(session)).Audio));
        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");

        Assert.Equal(AudioPresence.Erased, (await surgery.FindAsync(session)).Audio);
    }

    [Fact]
    public async Task A_hold_that_comes_while_the_bytes_go_is_kept_and_the_session_says_that_they_are_gone()
    {
        await using var surgery = await Surgery.OpenAsync(new FakeEngine());
        var session = await surgery.RecordedAsync();
        surgery.Audio.Meanwhile = () => surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");

        Assert.Equal(new JobReport(2), await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        var found = await surgery.FindAsync(session);
        Assert.Equal((true, AudioPresence.Erased, true), (found.IsHeld, found.Audio, found.Erasure is not null));
        Assert.All(await surgery.WorkAsync(session), w => Assert.Equal(WorkStatus.Done, w.Status));
    }

    [Fact]
    public async Task The_jobs_are_there_for_a_host()
    {
        await using var surgery = await Surgery.OpenAsync();

        Assert.Equal(
            ["transcription.lost-recordings", "transcription.reapply-erasures", "transcription.reports", "transcription.retention", "transcription.rotate-keys", "transcription.search-upkeep", "transcription.work"],
            surgery.Get<IEnumerable<IClinicJob>>().Select(j => j.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Work_that_nobody_knows_waits()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.CommitAsync(unit => surgery.Get<WorkQueue>().Stage(unit, "draft", session, "draft/1", unit.Now));

        var report = await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal(new(0, 1, TranscriptionRules.WorkKindUnknown), report);
        Assert.Contains("draft", new TranscriptionException(TranscriptionRules.WorkKindUnknown, ("kind", "draft")).Message, StringComparison.Ordinal);
        Assert.Equal(WorkStatus.Waiting, Assert.Single(await surgery.WorkAsync(session)).Status);
    }

    [Theory]
    [InlineData(1, 0.0, 15_000)]
    [InlineData(1, 0.5, 22_500)]
    [InlineData(2, 0.5, 45_000)]
    [InlineData(5, 0.0, 240_000)]
    [InlineData(40, 0.999, 3_598_200)]
    public void A_pause_doubles_up_to_the_longest(int attempts, double chance, long milliseconds) =>
        Assert.Equal(Duration.FromMilliseconds(milliseconds), BackOff.Pause(attempts, new WorkOptions(), chance));

    [Fact]
    public void A_provider_may_ask_for_a_longer_pause_within_bounds()
    {
        Assert.Equal(Duration.FromMinutes(9), BackOff.Pause(1, new WorkOptions(), 0.5, Duration.FromMinutes(9)));
        Assert.Equal(Duration.FromHours(1), BackOff.Pause(1, new WorkOptions(), 0.5, Duration.FromDays(9)));
    }
}
