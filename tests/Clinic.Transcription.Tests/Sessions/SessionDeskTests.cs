using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Sessions;

public class SessionDeskTests
{
    private static async Task<TranscriptionException> RefusedAsync(Func<Task> call, params string[] codes)
    {
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(call);
        Assert.Equal(codes, refusal.Failures.Select(f => f.Code));
        return refusal;
    }

    [Fact]
    public async Task A_visit_is_recorded_paused_and_closed()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        await surgery.StartAsync(session);
        await surgery.SpeakAsync(session, 10);
        surgery.Clock.Advance(Duration.FromSeconds(10));
        await surgery.RunAsync(new PauseRecording { Session = session, Reason = RecordingGapReason.PatientAsked });
        var pausedAt = surgery.Clock.Now;
        surgery.Clock.Advance(Duration.FromSeconds(20));
        await surgery.RunAsync(new ResumeRecording { Session = session, Recorder = Surgery.Recorder });
        Assert.Equal(640_000, await surgery.SpeakAsync(session, 10, 320_000));

        var answer = await surgery.StopAsync(session);

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Captured, found.Version), (answer.Status, answer.Version));
        Assert.Equal(new CapturedAudio(640_000, Duration.FromSeconds(20), false), found.Captured! with { Chunks = null, Hash = null });
        Assert.Matches("^[0-9a-f]{64}$", found.Captured.Hash);
        Assert.Equal([new RecordingGap(pausedAt, pausedAt + Duration.FromSeconds(20), RecordingGapReason.PatientAsked)], found.Gaps);
        Assert.Null(found.Lease);
    }

    [Fact]
    public async Task A_repeated_command_changes_nothing_twice()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        var x = surgery.As("physician");
        var command = new StartRecording { Session = session, Format = new AudioFormat("audio/webm"), Recorder = "r" };

        var first = await surgery.Desk.RunAsync(x, command, Surgery.Ct);

        Assert.Equal(first, await surgery.Desk.RunAsync(x, command, Surgery.Ct));
    }

    [Fact]
    public async Task Nothing_is_recorded_without_consent()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();

        await RefusedAsync(() => surgery.StartAsync(session), TranscriptionRules.ConsentMissing, TranscriptionRules.SessionTransitionRefused);
        await RefusedAsync(() => surgery.GrantAsync(session, ConsentScope.Transcribe), TranscriptionRules.ConsentMissing);
        await RefusedAsync(() => surgery.TypeAsync(session), TranscriptionRules.ConsentMissing, TranscriptionRules.SessionTransitionRefused);
    }

    [Fact]
    public async Task Only_the_responsible_physician_records()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        var start = new StartRecording { Session = session, Format = new AudioFormat("audio/webm"), Recorder = "r" };

        await RefusedAsync(() => surgery.RunAsync(start, "other"), TranscriptionRules.NotYourSession);
        await RefusedAsync(() => surgery.RunAsync(start, "assistant"), TranscriptionRules.RoleMissing, TranscriptionRules.NotYourSession);
        await RefusedAsync(() => surgery.RunAsync(start with { Version = 1 }), TranscriptionRules.StaleSession);
        await RefusedAsync(() => surgery.RunAsync(start with { Session = new(Guid.CreateVersion7()) }), TranscriptionRules.SessionUnknown);
        await RefusedAsync(() => surgery.Desk.RunAsync(surgery.As("physician", new(Guid.CreateVersion7())), start, Surgery.Ct), TranscriptionRules.SessionUnknown);
        Assert.Equal(SessionStatus.Recording, (await surgery.RunAsync(start)).Status);
    }

    [Fact]
    public async Task A_physician_records_one_visit_at_a_time()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (first, second) = (await surgery.CreateAsync(), await surgery.CreateAsync());
        await surgery.GrantAsync(first);
        await surgery.GrantAsync(second);
        await surgery.StartAsync(first);

        var refusal = await RefusedAsync(() => surgery.StartAsync(second), TranscriptionRules.OtherRecordingActive);
        Assert.Contains(first.ToString(), refusal.Message, StringComparison.Ordinal);
        await surgery.StopAsync(first);
        Assert.Equal(SessionStatus.Recording, (await surgery.StartAsync(second)).Status);
    }

    [Fact]
    public async Task Who_opens_a_session_has_a_part_in_it()
    {
        await using var surgery = await Surgery.OpenAsync();
        var mine = new CreateSession { Patient = surgery.Patient, Physician = surgery.Person("physician") };

        var opened = await surgery.Desk.CreateAsync(surgery.As("assistant"), mine, Surgery.Ct);

        Assert.Equal(surgery.Person("assistant"), (await surgery.FindAsync(opened.Session)).Assistant);
        await RefusedAsync(() => surgery.Desk.CreateAsync(surgery.As("assistant"), mine with { Assistant = surgery.Person("second") }, Surgery.Ct), TranscriptionRules.NotYourSession);
        await RefusedAsync(() => surgery.Desk.CreateAsync(surgery.As("physician"), mine with { Physician = surgery.Person("nurse"), Patient = new(Guid.CreateVersion7()) }, Surgery.Ct),
            TranscriptionRules.NotYourSession, TranscriptionRules.PersonUnfit, TranscriptionRules.PersonUnfit, TranscriptionRules.PatientUnknown);
        await RefusedAsync(() => surgery.Desk.CreateAsync(surgery.As("physician"), mine with { Language = "qu" }, Surgery.Ct), TranscriptionRules.FieldInvalid);
        await RefusedAsync(() => surgery.RunAsync(new AssignAssistant { Session = opened.Session, Assistant = surgery.Person("nurse") }), TranscriptionRules.PersonUnfit);
        await surgery.RunAsync(new AssignAssistant { Session = opened.Session, Assistant = surgery.Person("second") }, "supervisor");
        Assert.Equal(surgery.Person("second"), (await surgery.FindAsync(opened.Session)).Assistant);
    }

    [Fact]
    public async Task Recordings_behind_many_that_cannot_be_closed_are_closed_in_the_same_run()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        var like = await surgery.FindAsync(session);
        var lost = Enumerable.Range(0, 130).Select(i => like with
        {
            Id = new(Guid.CreateVersion7()),
            Physician = new(Guid.CreateVersion7()),
            Status = SessionStatus.Recording,
            Audio = AudioPresence.Open,
            Format = new AudioFormat("audio/wav", "linear16", 16_000),
            Lease = new(Surgery.Recorder, surgery.Clock.Now + Duration.FromSeconds(i)),
            Version = 1,
        }).ToList();
        await surgery.CommitAsync(unit => lost.ForEach(s => surgery.Get<ISessionStore>().Add(unit, TranscriptionSession.Restore(s))));
        foreach (var one in lost) await surgery.Audio.BeginAsync(surgery.Tenant, one.Id, one.Format!, Surgery.Ct);
        surgery.Audio.CannotSeal.UnionWith(lost.Take(70).Select(s => s.Id));
        surgery.Clock.Advance(Duration.FromMinutes(10));

        Assert.Equal(new(60, 70, nameof(IOException)), await surgery.Get<LostRecordings>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        surgery.Audio.CannotSeal.Clear();
        Assert.Equal(new(70), await surgery.Get<LostRecordings>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(JobReport.Nothing, await surgery.Get<LostRecordings>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    [Fact]
    public async Task A_recorder_that_dies_leaves_a_truncated_recording()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.InAsync(SessionStatus.Recording);
        var lost = surgery.Get<LostRecordings>();
        Assert.Equal(JobReport.Nothing, await lost.RunOnceAsync(surgery.Tenant, Surgery.Ct));
        // A sign of life keeps it.
        surgery.Clock.Advance(Duration.FromSeconds(50));
        await surgery.Get<SessionRecorder>().KeepAliveAsync(surgery.As("physician"), session, Surgery.Recorder, Surgery.Ct);
        surgery.Clock.Advance(Duration.FromSeconds(50));
        Assert.Equal(JobReport.Nothing, await lost.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        surgery.Clock.Advance(Duration.FromSeconds(50));
        Assert.Equal(new(1), await lost.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        var found = await surgery.FindAsync(session);
        Assert.Equal((SessionStatus.Captured, true), (found.Status, found.Captured!.IsTruncated));
        Assert.Equal(RecordingGapReason.CaptureLost, Assert.Single(found.Gaps).Reason);
        Assert.Equal(320_000, found.Captured.Bytes);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
        await RefusedAsync(() => surgery.SpeakAsync(session), TranscriptionRules.RecorderNotActive);
    }

    [Fact]
    public async Task Audio_comes_from_the_recorder_that_began_only()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Recording);
        var recorder = surgery.Get<SessionRecorder>();

        await RefusedAsync(() => recorder.AppendAsync(surgery.As("physician"), session, "page-2", 0, new byte[4], Surgery.Ct), TranscriptionRules.RecorderNotActive);
        await RefusedAsync(() => recorder.AppendAsync(surgery.As("other"), session, Surgery.Recorder, 0, new byte[4], Surgery.Ct), TranscriptionRules.NotYourSession);
        await RefusedAsync(() => recorder.AppendImportAsync(surgery.As("physician"), session, 0, new byte[4], Surgery.Ct), TranscriptionRules.RecorderNotActive);
        await RefusedAsync(() => recorder.KeepAliveAsync(surgery.As("nurse"), session, Surgery.Recorder, Surgery.Ct), TranscriptionRules.RoleMissing, TranscriptionRules.NotYourSession);
    }

    [Fact]
    public async Task A_recording_from_elsewhere_is_brought_in_pieces()
    {
        var engine = new FakeEngine();
        await using var surgery = await Surgery.OpenAsync(engine);
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        await RefusedAsync(() => surgery.RunAsync(new ImportAudio { Session = session }, "assistant"), TranscriptionRules.RecorderNotActive);
        await surgery.RunAsync(new BeginImport { Session = session, Format = new AudioFormat("audio/wav", "linear16", 16_000) }, "assistant");
        var recorder = surgery.Get<SessionRecorder>();
        var next = await recorder.AppendImportAsync(surgery.As("assistant"), session, 0, new byte[32_000], Surgery.Ct);
        Assert.Equal(next, await recorder.AppendImportAsync(surgery.As("assistant"), session, 0, new byte[32_000], Surgery.Ct));
        await recorder.AppendImportAsync(surgery.As("assistant"), session, next, new byte[32_000], Surgery.Ct);

        Assert.Equal(SessionStatus.Captured, (await surgery.RunAsync(new ImportAudio { Session = session }, "assistant")).Status);
        Assert.Equal(64_000, (await surgery.FindAsync(session)).Captured!.Bytes);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_wrong_file_makes_room_for_the_right_one()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        var recorder = surgery.Get<SessionRecorder>();
        await surgery.RunAsync(new BeginImport { Session = session, Format = new AudioFormat("audio/mpeg") });
        await recorder.AppendImportAsync(surgery.As("physician"), session, 0, "<html>504</html>"u8.ToArray(), Surgery.Ct);
        await RefusedAsync(() => surgery.RunAsync(new ImportAudio { Session = session }), TranscriptionRules.AudioUnknown, TranscriptionRules.AudioMislabelled);
        await RefusedAsync(() => recorder.AppendImportAsync(surgery.As("physician"), session, 0, new byte[20], Surgery.Ct), TranscriptionRules.AudioDiffers);
        var raw = new AudioFormat("audio/wav", "linear16", 16_000);
        await RefusedAsync(() => surgery.RunAsync(new BeginImport { Session = session, Format = raw }), TranscriptionRules.FieldInvalid);
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");
        await RefusedAsync(() => surgery.RunAsync(new BeginImport { Session = session, Format = raw, StartOver = true }), TranscriptionRules.LegalHoldStands);
        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");
        var again = new BeginImport { Session = session, Format = raw, StartOver = true };
        var x = surgery.As("physician");
        await surgery.Get<SessionDesk>().RunAsync(x, again, Surgery.Ct);
        await recorder.AppendImportAsync(surgery.As("physician"), session, 0, new byte[64_000], Surgery.Ct);

        // Sent twice by a caller who lost the answer: what came since stays.
        await surgery.Get<SessionDesk>().RunAsync(x, again, Surgery.Ct);

        Assert.Equal(64_000, (await recorder.ProgressAsync(surgery.As("physician"), session, Surgery.Ct)).SafeBytes);
        await surgery.RunAsync(new ImportAudio { Session = session });
        Assert.Equal(64_000, (await surgery.FindAsync(session)).Captured!.Bytes);
        Assert.Empty(surgery.Audio.Erased);
    }

    [Fact]
    public async Task A_half_brought_recording_goes_with_its_session()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        await surgery.RunAsync(new BeginImport { Session = session, Format = new AudioFormat("audio/webm") });
        await surgery.Get<SessionRecorder>().AppendImportAsync(surgery.As("physician"), session, 0, new byte[10], Surgery.Ct);

        await surgery.RunAsync(new CancelSession { Session = session, Reason = "Otro día" });

        Assert.Contains(session, surgery.Audio.Erased);
        Assert.Equal(["ended Cancelled"], surgery.Reports.Told);
    }

    [Fact]
    public async Task A_session_with_a_signed_report_or_under_a_hold_is_not_cancelled()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        surgery.Reports.Standing = new(false, true);
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");

        await RefusedAsync(() => surgery.RunAsync(new CancelSession { Session = session }), TranscriptionRules.SignedReportStands, TranscriptionRules.LegalHoldStands);
        await RefusedAsync(() => surgery.RunAsync(new HoldSession { Session = session, Reason = "Otra vez" }, "supervisor"), TranscriptionRules.FieldInvalid);
        await RefusedAsync(() => surgery.RunAsync(new HoldSession { Session = session, Reason = "No" }), TranscriptionRules.RoleMissing, TranscriptionRules.FieldInvalid);
    }

    [Fact]
    public async Task A_transcript_goes_when_its_time_is_over_and_nothing_stands_against_it()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var retention = surgery.Get<SessionRetention>();
        await RefusedAsync(() => retention.ExpireAsync(surgery.Tenant, session, Surgery.Ct), TranscriptionRules.RetentionNotOver);
        surgery.Clock.Advance(Duration.FromDays(90));
        surgery.Reports.Standing = new(HasOpen: true, HasSigned: false);
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "Juicio 17" }, "supervisor");
        await RefusedAsync(() => retention.ExpireAsync(surgery.Tenant, session, Surgery.Ct), TranscriptionRules.LegalHoldStands, TranscriptionRules.OpenReportStands);
        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");
        Assert.Equal(1, (await retention.RunOnceAsync(surgery.Tenant, Surgery.Ct)).Failed);
        surgery.Reports.Standing = StandingReports.None;

        Assert.Equal(new(1), await retention.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        Assert.Equal((SessionStatus.Purged, false), ((await surgery.FindAsync(session)).Status, (await surgery.FindAsync(session)).HasTranscript));
        Assert.Null(await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, session, Surgery.Ct));
        Assert.Equal("ended Purged", surgery.Reports.Told[^1]);
        await RefusedAsync(() => retention.ExpireAsync(surgery.Tenant, new(Guid.CreateVersion7()), Surgery.Ct), TranscriptionRules.SessionUnknown);
    }

    [Fact]
    public async Task Sessions_of_others_are_not_seen()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var inquiries = surgery.Get<SessionInquiries>();

        foreach (var (who, sees, reads) in ((string, bool, bool)[])[("physician", true, true), ("assistant", true, true), ("other", false, false), ("second", false, false), ("supervisor", true, false), ("auditor", true, false)])
        {
            var found = await inquiries.FindAsync(surgery.As(who), session, Surgery.Ct);
            Assert.Equal(sees, found is not null);
            Assert.Equal(reads, found?.MayRead ?? false);
            Assert.Equal(sees ? 1 : 0, (await inquiries.ListAsync(surgery.As(who), new(), PageRequest.First, Surgery.Ct)).Items.Count);
            var read = () => surgery.Get<TranscriptDesk>().ReadAsync(surgery.As(who), session, Surgery.Ct);
            if (reads) Assert.Equal(2, (await read()).Current.Segments.Count);
            else await Assert.ThrowsAsync<TranscriptionException>(read);
        }

        await RefusedAsync(() => inquiries.FindAsync(surgery.As("nurse"), session, Surgery.Ct), TranscriptionRules.RoleMissing);
        Assert.Null(await inquiries.FindAsync(surgery.As("physician", new(Guid.CreateVersion7())), session, Surgery.Ct));
    }

    [Fact]
    public async Task Audit_and_events_hold_no_word_of_what_was_said_or_why()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        await surgery.RunAsync(new CancelSession { Session = session, Reason = "Secreto" });

        var written = string.Join('\n', (await surgery.AuditAsync()).Items.Select(e => $"{e.Action} {e.Note}").Concat((await surgery.EventsAsync()).Select(e => e.Json)));

        foreach (var word in (string[])["garganta", "Secreto", "Rosa"]) Assert.DoesNotContain(word, written, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("session.recording-started", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TranscriptionAct.Record, Role.Assistant)]
    [InlineData(TranscriptionAct.ReadTranscripts, Role.Supervisor)]
    [InlineData(TranscriptionAct.ReadTranscripts, Role.Auditor)]
    [InlineData(TranscriptionAct.PublishConsentForms, Role.Physician)]
    public void Some_acts_are_not_for_some_roles(TranscriptionAct act, Role role) => Assert.DoesNotContain(role, TranscriptionRights.RolesFor(act));

    [Fact]
    public void Settings_that_no_clinic_can_mean_are_refused()
    {
        var options = new TranscriptionOptions();
        options.Sessions.AudioGrace = Duration.FromDays(2);
        options.Sessions.FailedAudioCap = Duration.FromDays(30);
        options.Sessions.RecorderLease = Duration.Zero;
        options.Sessions.KeepTranscript = Duration.Zero;
        options.Sessions.KeepWithoutConsent = Duration.FromDays(400);
        options.Sessions.FewestWords = 0;
        options.Work.Lease = Duration.Zero;
        options.Work.MostAttempts = 0;
        options.Work.FirstPause = Duration.Zero;
        options.Work.LongestPause = Duration.Zero;
        options.Work.WaitingPause = Duration.Zero;

        var failures = new TranscriptionOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(11, failures.Count);
        Assert.Contains("Transcription:Sessions:AudioGrace is 2:00:00:00; allowed is zero to 24 hours.", failures);
    }
}
