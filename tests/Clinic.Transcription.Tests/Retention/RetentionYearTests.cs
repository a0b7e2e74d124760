using Clinic.Abstractions;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Retention;

public sealed class RetentionYearTests
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly string[] Visit =
        ["¿Qué la trae por aquí?", "Me duele la garganta desde hace cuatro días.", "Es una faringitis. Le receto paracetamol de quinientos miligramos cada ocho horas."];

    private static readonly Duration Month = Duration.FromDays(30);
    private static readonly Duration KeepText = Duration.FromDays(90);
    private static readonly Duration KeepFailed = Duration.FromHours(72);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 24)]
    public async Task Over_a_year_nothing_outlives_its_time_and_nothing_goes_before(int seed, int graceHours)
    {
        var (random, engine, grace) = (new Random(seed), new FakeEngine { Says = Visit }, Duration.FromHours(graceHours));
        await using var surgery = await Surgery.OpenAsync(
            engine, o => o.Sessions.AudioGrace = grace, c => c.AddSingleton<ISessionReports>(p => new ReportsOfSessions(p.GetRequiredService<ReportArchive>())));
        var all = new List<Known>();
        for (var day = 0; day < 365; day++)
        {
            surgery.Clock.Advance(Day);
            if (random.Next(3) == 0) all.Add(await BeginAsync(surgery, engine, random.Next(4)));
            await HoldOrReleaseAsync(surgery, random, all);
            foreach (var one in all.Where(o => o.Heard + KeepText + Month <= surgery.Clock.Now)) await SignAsync(surgery, one);
            await RunJobsAsync(surgery);
            foreach (var one in all) await CheckAsync(surgery, one, grace);
            if (day % 5 == 0) await CheckIndexAsync(surgery, all);
        }

        Assert.Contains(all, o => o.WasHeld);
        Assert.Contains(all, o => o.IsGone);
        Assert.Contains(all, o => o.Heard is null);
        Assert.Contains(all, o => o is { IsGone: true, Report: not null, HadExcerpts: true });
        Assert.Contains(all, o => o is { IsGone: true, WasKeptByItsReport: true });
    }

    [Fact]
    public async Task Sessions_that_may_not_go_yet_keep_no_other_waiting_however_many_they_are()
    {
        await using var surgery = await Surgery.OpenAsync();
        for (var i = 0; i < 120; i++)
        {
            var kept = await surgery.CreateAsync();
            await surgery.GrantAsync(kept);
            await surgery.TypeAsync(kept);
            surgery.Reports.Open.Add(kept);
        }

        surgery.Clock.Advance(Duration.FromMinutes(1));
        var free = await surgery.InAsync(SessionStatus.Transcribed);
        surgery.Clock.Advance(Duration.FromDays(91));

        var report = await surgery.Get<SessionRetention>().RunOnceAsync(surgery.Tenant, Surgery.Ct);

        Assert.Equal((1, 120), (report.Done, report.Failed));
        Assert.Equal(SessionStatus.Purged, (await surgery.FindAsync(free)).Status);
        surgery.Reports.Open.Clear();
        Assert.Equal(100, (await surgery.Get<SessionRetention>().RunOnceAsync(surgery.Tenant, Surgery.Ct)).Done);
        Assert.Equal(new JobReport(20), await surgery.Get<SessionRetention>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    [Fact]
    public async Task A_patient_is_held_and_released_as_a_whole()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (first, second) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        var holds = surgery.Get<PatientHolds>();

        Assert.Equal(2, (await holds.HoldAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct)).Sessions);
        Assert.Equal(3, (await surgery.AuditAsync()).Items.Count(e => e.Action is "patient.held" or "session.session-held" && e.Note!.EndsWith(": court", StringComparison.Ordinal)));
        Assert.Equal(0, (await holds.HoldAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct)).Sessions);
        surgery.Clock.Advance(Duration.FromDays(400));
        await RunJobsAsync(surgery);
        foreach (var session in (SessionId[])[first, second]) Assert.True((await surgery.FindAsync(session)).HasTranscript);
        Assert.Equal(2, (await holds.ReleaseAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient }, Surgery.Ct)).Sessions);
        await RunJobsAsync(surgery);

        foreach (var session in (SessionId[])[first, second]) Assert.Equal(SessionStatus.Purged, (await surgery.FindAsync(session)).Status);
        Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() =>
            holds.ReleaseAsync(surgery.As("physician"), new() { Patient = surgery.Patient }, Surgery.Ct))).Code);
    }

    [Fact]
    public async Task What_is_opened_while_a_patient_is_held_is_held_until_the_release()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (holds, other) = (surgery.Get<PatientHolds>(), new SiteId(Guid.CreateVersion7()));
        var hold = surgery.As("supervisor");
        await holds.HoldAsync(hold, new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct);
        var later = await surgery.InAsync(SessionStatus.Transcribed);
        var elsewhere = (await surgery.Desk.CreateAsync(surgery.As("physician", other), new() { Patient = surgery.Patient, Physician = surgery.Person("physician") }, Surgery.Ct)).Session;

        Assert.Equal((true, false), ((await surgery.FindAsync(later)).IsHeld, (await surgery.FindAsync(elsewhere)).IsHeld));
        surgery.Clock.Advance(Duration.FromDays(400));
        await RunJobsAsync(surgery);
        Assert.Equal((true, AudioPresence.Sealed), ((await surgery.FindAsync(later)).HasTranscript, (await surgery.FindAsync(later)).Audio));
        Assert.Equal(TranscriptionRules.LegalHoldStands, (await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<PatientEraser>().EraseAsync(
            surgery.As("supervisor"), new() { Patient = surgery.Patient, Given = Surgery.OnScreen }, Surgery.Ct))).Code);
        Assert.Equal(1, (await holds.ReleaseAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient }, Surgery.Ct)).Sessions);
        await RunJobsAsync(surgery);
        Assert.Equal((SessionStatus.Purged, AudioPresence.Erased), ((await surgery.FindAsync(later)).Status, (await surgery.FindAsync(later)).Audio));

        // The command of then, sent once more, holds nothing now.
        await holds.HoldAsync(hold, new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct);
        Assert.False((await surgery.FindAsync(await surgery.CreateAsync())).IsHeld);
        Assert.Equal(TranscriptionRules.PatientUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() =>
            holds.HoldAsync(surgery.As("supervisor"), new() { Patient = new(Guid.CreateVersion7()), Reason = "court" }, Surgery.Ct))).Code);
    }

    [Fact]
    public async Task What_nobody_transcribes_does_not_lie_there_for_ever()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (waiting, begun, ready) = (await surgery.RecordedAsync(), await surgery.InAsync(SessionStatus.Ready), await surgery.InAsync(SessionStatus.Ready));
        await surgery.RunAsync(new BeginImport { Session = begun, Format = new("audio/wav", null, null) });
        surgery.Clock.Advance(KeepText - Day);
        await RunJobsAsync(surgery);
        Assert.Equal((SessionStatus.Captured, AudioPresence.Sealed), await surgery.FindAsync(waiting) is var w ? (w.Status, w.Audio) : default);
        surgery.Clock.Advance(Day);
        await RunJobsAsync(surgery);

        foreach (var session in (SessionId[])[waiting, begun]) Assert.Equal((SessionStatus.Purged, AudioPresence.Erased), await surgery.FindAsync(session) is var s ? (s.Status, s.Audio) : default);
        Assert.Equal(SessionStatus.Ready, (await surgery.FindAsync(ready)).Status);
        Assert.Equal(TranscriptionRules.RetentionNotOver, (await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<SessionRetention>().ExpireAsync(surgery.Tenant, ready, Surgery.Ct))).Code);
    }

    [Fact]
    public async Task Sessions_opened_while_the_hold_is_placed_are_held_whoever_commits_first()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var surgery = await Surgery.OpenAsync();
            var opening = Enumerable.Range(0, 8).Select(_ => Task.Run(() => surgery.CreateAsync())).ToList();
            await Task.Run(() => surgery.Get<PatientHolds>().HoldAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct));

            foreach (var session in await Task.WhenAll(opening)) Assert.True((await surgery.FindAsync(session)).IsHeld);
        }
    }

    private static async Task<Known> BeginAsync(Surgery surgery, FakeEngine engine, int kind)
    {
        if (kind == 0) engine.Failures.Enqueue(new ProviderException("fake", new(FailureKind.BadAudio, false)));
        var session = await surgery.RecordedAsync();
        // The audio of a text goes at once, so that the engine is asked before the day's jobs.
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        var found = await surgery.FindAsync(session);
        Assert.Equal(kind == 0 ? SessionStatus.TranscriptionFailed : SessionStatus.Transcribed, found.Status);
        var one = new Known(session, surgery.Clock.Now, kind == 0 ? null : surgery.Clock.Now);
        if (kind < 2) return one;
        // Some are reported and signed at once, some only after their time.
        one.Report = (await surgery.Get<ReportDesk>().BeginAsync(surgery.As("physician"), new() { Session = session }, Surgery.Ct)).Report;
        Assert.Equal(0, (await surgery.Get<ReportWork>().RunDueAsync(surgery.Tenant, 10, Surgery.Ct)).Failed);
        if (kind == 2) await SignAsync(surgery, one);
        return one;
    }

    private static async Task SignAsync(Surgery surgery, Known one)
    {
        if (one.Report is not { } report || await StateAsync(surgery, report) is not { Status: ReportStatus.InReview } state) return;
        Task<ReportAnswer> DoAsync(ReportCommand command) => surgery.Get<ReportDesk>().RunAsync(surgery.As("physician"), command, Surgery.Ct);
        var missing = (await surgery.Get<ReportArchive>().FindAsync(surgery.Tenant, report, Surgery.Ct))!.MissingSections().Select(s => (StatementChange)new StatementChange.Insert(s, "Sin más datos."));
        await DoAsync(new EditReport { Report = report, Changes = [new StatementChange.See([.. state.Statements.Select(s => s.Number)]), .. missing] });
        foreach (var blocker in (await StateAsync(surgery, report)).Findings.Where(f => f.Severity == Severity.Blocker))
            await DoAsync(new OverrideFinding { Report = report, Finding = blocker.Key, Words = "Revisado." });
        await DoAsync(new SignReport { Report = report, Version = (await StateAsync(surgery, report)).Version });
        one.HadExcerpts = (await StateAsync(surgery, report)).Entities.Count > 0;
    }

    private static async Task<ReportSnapshot> StateAsync(Surgery surgery, ReportId report) => (await surgery.Get<ReportArchive>().FindAsync(surgery.Tenant, report, Surgery.Ct))!.ToSnapshot();

    private static async Task HoldOrReleaseAsync(Surgery surgery, Random random, List<Known> all)
    {
        if (all.Count == 0 || random.Next(4) > 0) return;
        var one = all[random.Next(all.Count)];
        if (one.IsGone) return;
        if (one.IsHeld) await surgery.RunAsync(new ReleaseSession { Session = one.Session }, "supervisor");
        else await surgery.RunAsync(new HoldSession { Session = one.Session, Reason = "court" }, "supervisor");
        // Audio that was planned to go before the hold is judged anew at the release.
        if (one.IsHeld && one.Heard is null) one.Since = surgery.Clock.Now;
        (one.IsHeld, one.WasHeld) = (!one.IsHeld, true);
    }

    private static async Task RunJobsAsync(Surgery surgery)
    {
        for (var i = 0; i < 3; i++) await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        await surgery.Get<SessionRetention>().RunOnceAsync(surgery.Tenant, Surgery.Ct);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        await surgery.Get<SearchUpkeep>().RunOnceAsync(surgery.Tenant, Surgery.Ct);
    }

    // Whatever text can be read is found, and nothing else.
    private static async Task CheckIndexAsync(Surgery surgery, List<Known> all)
    {
        var (found, mark) = (new List<SessionId>(), (string?)null);
        do
        {
            var page = await surgery.Get<TranscriptSearch>().FindAsync(surgery.As("physician"), new("garganta") { Kind = IndexedKind.Transcript }, new PageRequest(100, mark), Surgery.Ct);
            found.AddRange(page.Items.Select(h => h.Session));
            mark = page.Next;
        }
        while (mark is not null);
        Assert.Equal(all.Where(o => o is { Heard: not null, IsGone: false }).Select(o => o.Session.Value).Order(), found.Select(f => f.Value).Order());
    }

    private static async Task CheckAsync(Surgery surgery, Known one, Duration grace)
    {
        if (one.IsGone) return;
        var (found, now) = (await surgery.FindAsync(one.Session), surgery.Clock.Now);
        var text = await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, one.Session, Surgery.Ct);
        if (one.Heard is { } heard)
        {
            var isOpen = one.Report is { } open && (await StateAsync(surgery, open)).Status == ReportStatus.InReview;
            var isDue = !one.IsHeld && !isOpen && now >= heard + KeepText;
            one.WasKeptByItsReport |= isOpen && !one.IsHeld && now >= heard + KeepText;
            if (!one.WasHeld) Assert.Equal(now >= heard + grace ? AudioPresence.Erased : AudioPresence.Sealed, found.Audio);
            if (isDue && one.Report is { } signed)
            {
                // The signed words stay; what was taken from the recording word for word is gone.
                var state = await StateAsync(surgery, signed);
                Assert.Equal((0, 0, 0), (state.Entities.Count, state.Findings.Count, state.Excluded.Count));
                Assert.NotEmpty(state.Versions[0].Statements);
            }

            Assert.Equal(isDue, text is null);
            Assert.Equal(isDue ? SessionStatus.Purged : SessionStatus.Transcribed, found.Status);
            one.IsGone = isDue;
            if (isDue) Assert.Contains(await surgery.Get<IErasureLedger>().ListAsync(surgery.Tenant, Surgery.Ct), e => e.Session == one.Session);
        }
        else if (!one.IsHeld && now >= one.Since + KeepFailed)
        {
            Assert.Equal(AudioPresence.Erased, found.Audio);
            one.IsGone = found.Status == SessionStatus.Purged;
        }
        else if (!one.WasHeld && now < one.Since + KeepFailed) Assert.Equal(AudioPresence.Sealed, found.Audio);
    }

    private sealed class Known(SessionId session, Instant since, Instant? heard)
    {
        public SessionId Session { get; } = session;

        public Instant Since { get; set; } = since;

        public Instant? Heard { get; } = heard;

        public ReportId? Report { get; set; }

        public bool HadExcerpts { get; set; }

        public bool WasKeptByItsReport { get; set; }

        public bool IsHeld { get; set; }

        public bool WasHeld { get; set; }

        public bool IsGone { get; set; }
    }
}
