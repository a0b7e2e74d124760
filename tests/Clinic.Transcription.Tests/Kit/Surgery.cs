using Clinic.Abstractions;
using Clinic.Guards;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>A fresh clinic in memory with one physician, an assistant, others, a patient and a published form.</summary>
internal sealed class Surgery : IAsyncDisposable
{
    public const string Recorder = "page-1";

    private readonly ServiceProvider services;
    private readonly Dictionary<string, Person> people = [];

    private Surgery(IBatchTranscriber? engine, Action<TranscriptionOptions>? configure, Action<IServiceCollection>? more)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton<IJitter>(new Halfway());
        collection.AddSingleton<ISessionReports>(Reports);
        Audio = new FaultyAudio(Clock);
        collection.AddSingleton<ISessionAudio>(Audio);
        if (engine is not null) collection.AddSingleton(engine);
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        more?.Invoke(collection);
        collection.AddClinicTranscription(configure).UseInMemory();
        services = collection.BuildServiceProvider();
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 9, 14, 0));

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    public PatientId Patient { get; } = new(Guid.CreateVersion7());

    public FaultyAudio Audio { get; }

    public FakeReports Reports { get; } = new();

    public SessionDesk Desk => Get<SessionDesk>();

    public TranscriptionWorker Worker => Get<TranscriptionWorker>();

    public static async Task<Surgery> OpenAsync(IBatchTranscriber? engine = null, Action<TranscriptionOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        var surgery = new Surgery(engine, configure, more);
        foreach (var (name, role) in ((string, Role)[])[("physician", Role.Physician), ("other", Role.Physician), ("assistant", Role.Assistant), ("second", Role.Assistant),
            ("supervisor", Role.Supervisor), ("auditor", Role.Auditor), ("nurse", Role.Nurse), ("administrator", Role.Administrator)])
            surgery.people[name] = new(new(Guid.CreateVersion7()), name, name + "-name", new HashSet<Role> { role }, new HashSet<DepartmentId>(), false, 1);
        await surgery.CommitAsync(unit =>
        {
            foreach (var person in surgery.people.Values) surgery.Get<IPersonStore>().Add(unit, person);
            surgery.Get<IPatientStore>().Add(unit, new(surgery.Patient, "Rosa Pérez", null, null, null, [], 1));
        });
        await surgery.Get<ConsentDesk>().PublishAsync(surgery.As("supervisor"), AForm(0), Ct);
        return surgery;
    }

    public static PublishConsentForm AForm(int after, ConsentScope scopes = ConsentScopes.All) =>
        new() { After = after, Scopes = scopes, Texts = [new("es", "Grabación", "Acepto que se grabe.\nY nada más."), new("en", "Recording", "I agree.")] };

    public static GivenBy OnScreen { get; } = new(ConsentGiver.Patient, ConsentManner.OnScreen);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public PersonId Person(string name) => people[name].Id;

    public CommandContext As(string name, SiteId? site = null, CommandId? command = null) =>
        new(Tenant, site ?? Site, people[name].AsActor(), "test", command ?? new(Guid.CreateVersion7()));

    public async Task<SessionId> CreateAsync(SessionKind kind = SessionKind.Conversation) =>
        (await Desk.CreateAsync(As("physician"), new() { Kind = kind, Patient = Patient, Physician = Person("physician"), Assistant = Person("assistant") }, Ct)).Session;

    public Task<SessionAnswer> RunAsync(SessionCommand command, string who = "physician") => Desk.RunAsync(As(who), command, Ct);

    public Task<SessionAnswer> GrantAsync(SessionId session, ConsentScope scopes = ConsentScopes.All, int form = 1) =>
        RunAsync(new GrantConsent { Session = session, FormVersion = form, Scopes = scopes, Given = OnScreen });

    public Task<SessionAnswer> WithdrawAsync(SessionId session, ConsentScope? scopes = null) => RunAsync(new WithdrawConsent { Session = session, Scopes = scopes, Given = OnScreen });

    public Task<SessionAnswer> StartAsync(SessionId session) =>
        RunAsync(new StartRecording { Session = session, Format = new AudioFormat("audio/wav", "linear16", 16_000), Recorder = Recorder });

    public Task<SessionAnswer> StopAsync(SessionId session) => RunAsync(new StopRecording { Session = session });

    /// <summary>Seconds of silence as samples, appended to a recording.</summary>
    public Task<long> SpeakAsync(SessionId session, int seconds = 10, long offset = 0) =>
        Get<SessionRecorder>().AppendAsync(As("physician"), session, Recorder, offset, new byte[seconds * 32_000], Ct);

    /// <summary>A session that was recorded and stopped.</summary>
    public async Task<SessionId> RecordedAsync(ConsentScope scopes = ConsentScopes.All, int seconds = 10)
    {
        var session = await CreateAsync();
        await GrantAsync(session, scopes);
        await StartAsync(session);
        await SpeakAsync(session, seconds);
        await StopAsync(session);
        return session;
    }

    public Task<SessionAnswer> TypeAsync(SessionId session, string text = "Doctor: ¿Qué le duele?\nPaciente: Me duele la garganta desde ayer.", string who = "physician") =>
        Get<TranscriptIntake>().BringAsync(As(who), new() { Session = session, IsTyped = true, Content = text }, Ct);

    /// <summary>A session that has come to a status, whichever way is the shortest.</summary>
    public async Task<SessionId> InAsync(SessionStatus status)
    {
        var session = await CreateAsync();
        if (status == SessionStatus.Created) return session;
        if (status == SessionStatus.Cancelled)
        {
            await RunAsync(new RefuseConsent { Session = session, Given = OnScreen });
            return session;
        }

        await GrantAsync(session);
        if (status == SessionStatus.Ready) return session;
        await StartAsync(session);
        await SpeakAsync(session);
        if (status == SessionStatus.Recording) return session;
        if (status == SessionStatus.Paused)
        {
            await RunAsync(new PauseRecording { Session = session, Reason = RecordingGapReason.Private });
            return session;
        }

        await StopAsync(session);
        switch (status)
        {
            case SessionStatus.Captured:
                return session;
            case SessionStatus.ConsentWithdrawn:
                await WithdrawAsync(session);
                return session;
            case SessionStatus.Transcribed or SessionStatus.Purged:
                await TypeAsync(session);
                if (status == SessionStatus.Transcribed) return session;
                Clock.Advance(Duration.FromDays(91));
                await Get<SessionRetention>().RunOnceAsync(Tenant, Ct);
                return session;
            default:
                await MoveAsync(session, status);
                return session;
        }
    }

    public async Task<SessionSnapshot> FindAsync(SessionId session) => (await Get<ISessionStore>().FindAsync(Tenant, session, Ct))!.ToSnapshot();

    public Task<IReadOnlyList<WorkItem>> WorkAsync(SessionId session) => Get<IWorkStore>().OfSessionAsync(Tenant, session, Ct);

    public async Task<IReadOnlyList<OutboxEvent>> EventsAsync() => await Get<IOutbox>().LeaseAsync(Tenant, Clock.Now, Clock.Now, 1000, Ct);

    public Task<Page<AuditEntry>> AuditAsync() => Get<IAuditLog>().ListAsync(Tenant, new(), new PageRequest(500), Ct);

    public Task CommitAsync(Action<IUnit> stage) => Get<IUnitOfWork>().RunAsync(
        new CommandContext(Tenant, Site, Actor.System, "test", new(Guid.CreateVersion7())), new Prepare(),
        (unit, _) =>
        {
            stage(unit);
            unit.Audit("test.prepared", new("test", Guid.CreateVersion7()));
            return Task.FromResult(1);
        },
        Ct);

    public ValueTask DisposeAsync()
    {
        Audio.Dispose();
        return services.DisposeAsync();
    }

    // Statuses in which only an engine leaves a session.
    private async Task MoveAsync(SessionId session, SessionStatus status)
    {
        var found = (await Get<ISessionStore>().FindAsync(Tenant, session, Ct))!;
        var (failures, options) = (new Failures(), new SessionOptions());
        var next = found.BeginTranscription(failures, sendsOutside: false);
        await CommitAsync(unit => Get<ISessionStore>().Save(unit, next));
        if (status == SessionStatus.Transcribing) return;
        var last = status == SessionStatus.NoSpeech ? next.FoundNoSpeech(failures, "test", options, Clock.Now) : next.GiveUp(failures, FailureKind.BadAudio, options, Clock.Now);
        failures.ThrowIfAny();
        await CommitAsync(unit => Get<ISessionStore>().Save(unit, last));
    }

    private sealed record Prepare : ICommand<int>
    {
        public string Name => "test.prepare";

        public void Describe(IPayloadWriter payload) => payload.Write("id", Guid.NewGuid().ToString());
    }

    private sealed class Halfway : IJitter
    {
        public double Next() => 0.5;
    }
}
