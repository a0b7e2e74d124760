using System.Text;
using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Vault;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>The whole way of a session on a database file: recorded, heard, read, corrected, taken back.</summary>
public sealed class SessionFlowTests
{
    private const string Secret = "palabra-secreta-garganta";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_is_recorded_heard_corrected_and_taken_back_and_its_text_is_nowhere()
    {
        using var folder = new TemporaryFolder();
        var (tenant, site, physician, supervisor, patient) = (New<TenantId>(), New<SiteId>(), New<PersonId>(), New<PersonId>(), New<PatientId>());
        await using var services = await OpenAsync(folder.File());
        CommandContext As(PersonId person, Role role) => new(tenant, site, new Actor(person, [role], []), "test", New<CommandId>());
        CommandContext Physician() => As(physician, Role.Physician);
        await services.GetRequiredService<IUnitOfWork>().RunAsync(As(supervisor, Role.Administrator), new Prepare(), (unit, _) =>
        {
            services.GetRequiredService<IPersonStore>().Add(unit, new(physician, "Mateo Mora", "mateo", new HashSet<Role> { Role.Physician }, new HashSet<DepartmentId>(), false, 1));
            services.GetRequiredService<IPatientStore>().Add(unit, new(patient, "Rosa", null, null, null, [], 1));
            unit.Audit("test.prepared", new("test", patient.Value));
            return Task.FromResult(1);
        }, Stop);
        await services.GetRequiredService<ConsentDesk>().PublishAsync(
            As(supervisor, Role.Supervisor), new() { After = 0, Scopes = ConsentScopes.All, Texts = [new("es", "Grabación", "Acepto.")] }, Stop);
        var desk = services.GetRequiredService<SessionDesk>();
        var given = new GivenBy(ConsentGiver.Patient, ConsentManner.OnScreen);

        var session = (await desk.CreateAsync(Physician(), new() { Patient = patient, Physician = physician }, Stop)).Session;
        var other = (await desk.CreateAsync(Physician(), new() { Patient = patient, Physician = physician }, Stop)).Session;
        foreach (var one in (SessionId[])[session, other])
            await desk.RunAsync(Physician(), new GrantConsent { Session = one, FormVersion = 1, Scopes = ConsentScopes.All, Given = given }, Stop);
        var start = new StartRecording { Session = session, Format = new AudioFormat("audio/wav", "linear16", 16_000), Recorder = "page" };
        await desk.RunAsync(Physician(), start, Stop);
        await Assert.ThrowsAsync<Clinic.Transcription.TranscriptionException>(() => desk.RunAsync(Physician(), start with { Session = other }, Stop));
        await services.GetRequiredService<SessionRecorder>().AppendAsync(Physician(), session, "page", 0, new byte[64_000], Stop);
        await desk.RunAsync(Physician(), new StopRecording { Session = session }, Stop);
        Assert.Equal(new JobReport(2), await services.GetRequiredService<TranscriptionWorker>().RunOnceAsync(tenant, Stop));
        var transcripts = services.GetRequiredService<TranscriptDesk>();
        await transcripts.CorrectAsync(Physician(), new() { Session = session, Version = 1, Segment = 0, Text = $"Me duele la {Secret} mucho." }, Stop);

        var read = await transcripts.ReadAsync(Physician(), session, Stop);
        Assert.Contains(Secret, read.Current.Segments[0].Text, StringComparison.Ordinal);
        var found = (await services.GetRequiredService<SessionInquiries>().FindAsync(Physician(), session, Stop))!.Session;
        Assert.Equal((SessionStatus.Transcribed, AudioPresence.Erased), (found.Status, found.Audio));
        Assert.All(await services.GetRequiredService<IWorkStore>().OfSessionAsync(tenant, session, Stop), w => Assert.Equal(WorkStatus.Done, w.Status));

        await desk.RunAsync(Physician(), new WithdrawConsent { Session = session, Given = given }, Stop);

        Assert.Null(await services.GetRequiredService<ITranscriptStore>().FindAsync(tenant, session, Stop));
        Assert.Null(await services.GetRequiredService<ITextKeyStore>().FindAsync(tenant, SealedTranscript.FactOf(session), Stop));
        Assert.Equal(3, (await services.GetRequiredService<IConsentStore>().OfPatientAsync(tenant, patient, Stop)).Count);
        Assert.Empty(await IntegrityCheck.RunAsync((LocalDatabase)services.GetRequiredService<ClinicDatabase>(), Stop));
        await services.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(folder.File())!))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Stop)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
    }

    private static async Task<ServiceProvider> OpenAsync(string file)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(new ContractClock());
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddSingleton(TextKeyRing.Random());
        services.AddSingleton(SignatureKeyRing.Random());
        services.AddSingleton<IAudioVault>(p => new InMemoryAudioVault(new VaultOptions(), VaultKeyRing.Random(), p.GetRequiredService<IClock>()));
        services.AddSingleton<IBatchTranscriber, Engine>();
        services.AddClinicTurso(o => o.DataSource = file);
        services.AddClinicTranscription().UseTurso();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        return provider;
    }

    private static TId New<TId>()
        where TId : struct, IClinicId<TId> => TId.From(Guid.CreateVersion7());

    private sealed class Engine : IBatchTranscriber
    {
        public string Name => "engine";

        public EngineCapabilities Capabilities { get; } = new(false, "");

        public async Task<SpeechResult> TranscribeAsync(Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
        {
            await using var audio = await openAudio(cancellationToken);
            return new(Name, Duration.FromSeconds(audio.Length / 32_000.0), [new(0, "0", $"Buenas tardes, doctor. Desde ayer por la noche me duele la {Secret}.")]);
        }
    }

    private sealed record Prepare : ICommand<int>
    {
        public string Name => "test.prepare";

        public void Describe(IPayloadWriter payload) => payload.Write("id", "1");
    }
}
