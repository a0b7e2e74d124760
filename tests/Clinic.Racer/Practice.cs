using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Storage.Turso;
using Clinic.Testing;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Vault;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Racer;

/// <summary>Transcription in a folder with work to do: a recording to hear, a report to draft, a signed one to file.</summary>
public sealed class Practice : IAsyncDisposable
{
    private const string Words = "Doctor: ¿Qué la trae por aquí?\nPaciente: Me duele la garganta desde hace cuatro días.\nDoctor: Es una faringitis. Le receto paracetamol 500 mg cada 8 horas.";

    private static readonly byte[] Key = SHA256.HashData("a key of a test"u8);
    private static readonly Dictionary<string, byte[]> Keys = new() { ["test"] = Key };
    private static readonly Actor Physician = new(Id<PersonId>(4), [Role.Physician], []);

    private readonly ServiceProvider services;

    /// <param name="folder">Where database, recordings and the clinical record lie.</param>
    /// <param name="steps">What is stopped at; null for nothing.</param>
    public Practice(string folder, Steps? steps = null)
    {
        Record = new(Path.Combine(folder, "record.txt"));
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton(new PayloadKeyRing("test", Keys));
        collection.AddSingleton(new TextKeyRing("test", Keys));
        collection.AddSingleton(SignatureKeyRing.Random());
        collection.AddSingleton<IBatchTranscriber, Engine>();
        collection.AddSingleton<IClinicalRecordSink>(Record);
        collection.AddClinicTurso(o => o.DataSource = Path.Combine(folder, "clinic.db"));
        collection.AddClinicTranscription().UseTurso().UseFileVault(new VaultKeyRing("test", Keys), o => o.Folder = Path.Combine(folder, "vault"));
        if (steps is not null)
        {
            Watch<ICommitStore>(collection, steps, nameof(ICommitStore.CommitAsync));
            Watch<IWorkStore>(collection, steps, nameof(IWorkStore.LeaseAsync));
            Watch<ISessionAudio>(collection, steps, nameof(ISessionAudio.EraseAsync));
            Watch<IBatchTranscriber>(collection, steps, nameof(IBatchTranscriber.TranscribeAsync));
            Watch<IReportDrafter>(collection, steps, nameof(IReportDrafter.DraftAsync));
            Watch<IClinicalRecordSink>(collection, steps, nameof(IClinicalRecordSink.FileAsync));
        }

        services = collection.BuildServiceProvider();
    }

    public static TenantId Tenant { get; } = Id<TenantId>(1);

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 15, 0));

    public RecordFile Record { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public CommandContext As(Actor actor) => new(Tenant, Id<SiteId>(2), actor, "test", Get<IIdGenerator>().Next<CommandId>());

    public CommandContext AsPhysician() => As(Physician);

    /// <summary>Makes the tables, people and consent form, and the work.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await Get<TursoMigrator>().UpAsync(ct);
        await Get<IUnitOfWork>().RunAsync(As(new(Id<PersonId>(5), [Role.Administrator], [])), new Prepare(), (unit, _) =>
        {
            Get<IPersonStore>().Add(unit, new(Physician.Person, "Mateo Mora", "mateo", new HashSet<Role> { Role.Physician }, new HashSet<DepartmentId>(), false, 1));
            Get<IPatientStore>().Add(unit, new(Id<PatientId>(3), "Rosa", null, null, null, [], 1));
            unit.Audit("test.prepared", new("test", Id<PatientId>(3).Value));
            return Task.FromResult(1);
        }, ct);
        await Get<ConsentDesk>().PublishAsync(
            As(new(Id<PersonId>(6), [Role.Supervisor], [])), new() { After = 0, Scopes = ConsentScopes.All, Texts = [new("es", "Grabación", "Acepto.")] }, ct);
        await RecordAsync(await ReadyAsync(ct), ct);
        await Get<ReportDesk>().BeginAsync(AsPhysician(), new() { Session = await TypedAsync(ct) }, ct);
        await SignAsync((await Get<ReportDesk>().BeginAsync(AsPhysician(), new() { Session = await TypedAsync(ct), IsManual = true }, ct)).Report, ct);
    }

    /// <summary>What a worker does in one pass: the queue, then the reports.</summary>
    public async Task<JobReport> WorkAsync(CancellationToken ct)
    {
        var (queue, reports) = (await Get<TranscriptionWorker>().RunOnceAsync(Tenant, ct), await Get<ReportWork>().RunDueAsync(Tenant, 10, ct));
        return new(queue.Done + reports.Done, queue.Failed + reports.Failed, queue.Error ?? reports.Error);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task RecordAsync(SessionId session, CancellationToken ct)
    {
        await Get<SessionDesk>().RunAsync(AsPhysician(), new StartRecording { Session = session, Format = new AudioFormat("audio/wav", "linear16", 16_000), Recorder = "page" }, ct);
        await Get<SessionRecorder>().AppendAsync(AsPhysician(), session, "page", 0, new byte[64_000], ct);
        await Get<SessionDesk>().RunAsync(AsPhysician(), new StopRecording { Session = session }, ct);
    }

    private async Task<SessionId> TypedAsync(CancellationToken ct)
    {
        var session = await ReadyAsync(ct);
        await Get<TranscriptIntake>().BringAsync(AsPhysician(), new() { Session = session, IsTyped = true, Content = Words }, ct);
        return session;
    }

    private async Task<SessionId> ReadyAsync(CancellationToken ct)
    {
        var session = (await Get<SessionDesk>().CreateAsync(AsPhysician(), new() { Patient = Id<PatientId>(3), Physician = Physician.Person }, ct)).Session;
        await Get<SessionDesk>().RunAsync(
            AsPhysician(), new GrantConsent { Session = session, FormVersion = 1, Scopes = ConsentScopes.All, Given = new(ConsentGiver.Patient, ConsentManner.OnScreen) }, ct);
        return session;
    }

    private async Task SignAsync(ReportId report, CancellationToken ct)
    {
        var desk = Get<ReportDesk>();
        var edited = await desk.RunAsync(
            AsPhysician(), new EditReport { Report = report, Changes = [.. ReportTemplate.Visit.Required().Select(s => new StatementChange.Insert(s, "Faringitis."))] }, ct);
        await desk.RunAsync(AsPhysician(), new SignReport { Report = report, Version = edited.Version }, ct);
    }

    private static void Watch<T>(IServiceCollection collection, Steps steps, string call)
        where T : class
    {
        var last = collection.Last(d => d.ServiceType == typeof(T));
        collection.Remove(last);
        collection.AddSingleton(p => steps.Watch(
            (T)(last.ImplementationInstance ?? last.ImplementationFactory?.Invoke(p) ?? ActivatorUtilities.CreateInstance(p, last.ImplementationType!)), call));
    }

    private static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 7, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 3));

    private sealed class Engine : IBatchTranscriber
    {
        public string Name => "engine";

        public EngineCapabilities Capabilities { get; } = new(false, "");

        public async Task<SpeechResult> TranscribeAsync(
            Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
        {
            await using var audio = await openAudio(cancellationToken);
            return new(Name, Duration.FromSeconds(audio.Length / 32_000.0), [new(0, "0", "Buenas tardes, doctor. Desde ayer por la noche me duele la garganta.")]);
        }
    }

    private sealed record Prepare : ICommand<int>
    {
        public string Name => "test.prepare";

        public void Describe(IPayloadWriter payload) => payload.Write("id", "1");
    }
}
