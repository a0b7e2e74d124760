using Clinic.Abstractions;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Retention;

public sealed class RetentionYearTests
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration KeepText = Duration.FromDays(90);
    private static readonly Duration KeepFailed = Duration.FromHours(72);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Over_a_year_nothing_outlives_its_time_and_nothing_goes_before(int seed)
    {
        var (random, engine) = (new Random(seed), new FakeEngine());
        await using var surgery = await Surgery.OpenAsync(engine);
        var all = new List<Known>();
        for (var day = 0; day < 365; day++)
        {
            surgery.Clock.Advance(Day);
            if (random.Next(3) == 0) all.Add(await BeginAsync(surgery, engine, random.Next(4)));
            await HoldOrReleaseAsync(surgery, random, all);
            await RunJobsAsync(surgery);
            foreach (var one in all) await CheckAsync(surgery, one);
        }

        Assert.Contains(all, o => o.WasHeld);
        Assert.Contains(all, o => o.IsGone);
        Assert.Contains(all, o => o.Heard is null);
    }

    [Fact]
    public async Task A_patient_is_held_and_released_as_a_whole()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (first, second) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        var holds = surgery.Get<PatientHolds>();

        Assert.Equal(2, (await holds.HoldAsync(surgery.As("supervisor"), new() { Patient = surgery.Patient, Reason = "court" }, Surgery.Ct)).Sessions);
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
        return new(session, surgery.Clock.Now, kind == 0 ? null : surgery.Clock.Now);
    }

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

    private static async Task CheckAsync(Surgery surgery, Known one)
    {
        if (one.IsGone) return;
        var (found, now) = (await surgery.FindAsync(one.Session), surgery.Clock.Now);
        var text = await surgery.Get<ITranscriptStore>().FindAsync(surgery.Tenant, one.Session, Surgery.Ct);
        if (one.Heard is { } heard)
        {
            var isDue = !one.IsHeld && now >= heard + KeepText;
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

        public bool IsHeld { get; set; }

        public bool WasHeld { get; set; }

        public bool IsGone { get; set; }
    }
}
