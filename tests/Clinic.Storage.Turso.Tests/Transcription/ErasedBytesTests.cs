using System.Text;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>After an erasure its bytes are looked for in every file; and a backup from before it does not bring them back.</summary>
public sealed class ErasedBytesTests
{
    private const string Secret = "xilofonista";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_and_audio_are_in_no_file_after_an_erasure()
    {
        using var folder = new TemporaryFolder();
        var room = new Room(folder);
        await using var services = await room.OpenAsync();
        await room.SetUpAsync(services);
        var (session, recorded) = (await room.TypedAsync(services, $"Doctor: ¿Qué hace?\nPaciente: Soy {Secret} y me duele."), await room.RecordedAsync(services));
        await services.GetRequiredService<TranscriptDesk>().CorrectAsync(room.Physician(), new() { Session = session, Version = 1, Segment = 0, Text = $"¿Es {Secret}?" }, Stop);
        var report = (await services.GetRequiredService<ReportDesk>().BeginAsync(room.Physician(), new() { Session = session, IsManual = true }, Stop)).Report;
        await services.GetRequiredService<ReportDesk>().RunAsync(
            room.Physician(), new EditReport { Report = report, Changes = [new StatementChange.Insert(Clinic.Transcription.Drafting.ReportSection.Plan, $"{Secret} descansa.")] }, Stop);
        Assert.Equal(2, (await room.FindAsync(services)).Count);
        Assert.NotEmpty(room.FilesWith(Secret));

        var answer = await room.EraseAsync(services);

        Assert.Equal((2, 3), (answer.Sessions, answer.Destroyed));
        Assert.Empty(await room.FindAsync(services));
        Assert.Empty(room.FilesWith(Secret));
        Assert.DoesNotContain(room.FilesWith(recorded.Value.ToString()), f => f.EndsWith(".cta", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(room.Vault, "*.cta", SearchOption.AllDirectories));
        Assert.Empty(await IntegrityCheck.RunAsync(services.GetRequiredService<ClinicDatabase>(), Stop));
    }

    [Fact]
    public async Task A_restored_backup_loses_again_what_had_been_erased_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var room = new Room(folder);
        SessionId session, recorded, kept;
        await using (var services = await room.OpenAsync())
        {
            await room.SetUpAsync(services);
            (session, recorded) = (await room.TypedAsync(services, $"Doctor: ¿Qué hace?\nPaciente: Soy {Secret} y me duele."), await room.RecordedAsync(services));
            kept = await room.TypedAsync(services, "Doctor: ¿Qué hace?\nPaciente: Soy carpintero y me duele.", room.OtherPatient);
            await services.GetRequiredService<ClinicDatabase>().TruncateLogAsync(Stop);
        }

        var backup = folder.File("backup.db");
        File.Copy(room.Database, backup);
        await using (var services = await room.OpenAsync())
        {
            await room.EraseAsync(services);
            Assert.Equal(2, (await services.GetRequiredService<IErasureLedger>().ListAsync(room.Tenant, Stop)).Count);
        }

        foreach (var companion in (string[])["-wal", "-shm"]) File.Delete(room.Database + companion);
        File.Copy(backup, room.Database, overwrite: true);
        File.Delete(backup);
        await using var restored = await room.OpenAsync();
        Assert.Single(await room.FindAsync(restored));
        Assert.NotNull(await restored.GetRequiredService<ITranscriptStore>().FindAsync(room.Tenant, session, Stop));

        var report = await restored.GetRequiredService<ReapplyErasures>().RunOnceAsync(room.Tenant, Stop);

        Assert.Equal(new JobReport(2), report);
        foreach (var one in (SessionId[])[session, recorded])
        {
            var found = (await restored.GetRequiredService<ISessionStore>().FindAsync(room.Tenant, one, Stop))!.ToSnapshot();
            Assert.Equal((SessionStatus.ConsentWithdrawn, false), (found.Status, found.HasTranscript));
        }

        Assert.Equal(AudioPresence.Erased, (await restored.GetRequiredService<ISessionStore>().FindAsync(room.Tenant, recorded, Stop))!.ToSnapshot().Audio);
        Assert.Empty(await room.FindAsync(restored));
        Assert.Empty(room.FilesWith(Secret));
        Assert.Single(await room.FindAsync(restored, "carpintero"));
        Assert.Equal(SessionStatus.Transcribed, (await restored.GetRequiredService<ISessionStore>().FindAsync(room.Tenant, kept, Stop))!.Status);
        Assert.Equal(JobReport.Nothing, await restored.GetRequiredService<ReapplyErasures>().RunOnceAsync(room.Tenant, Stop));
    }

    [Fact]
    public async Task A_draft_that_went_with_its_scope_goes_again_after_a_restore_and_nothing_else_does()
    {
        using var folder = new TemporaryFolder();
        var room = new Room(folder);
        var (session, report, backup) = (default(SessionId), default(ReportId), folder.File("backup.db"));
        await using (var services = await room.OpenAsync())
        {
            await room.SetUpAsync(services);
            session = await room.TypedAsync(services, "Doctor: ¿Qué le pasa?\nPaciente: Me duele la garganta desde hace cuatro días.\nDoctor: Es una faringitis. Le receto paracetamol 500 mg cada 8 horas.");
            report = (await services.GetRequiredService<ReportDesk>().BeginAsync(room.Physician(), new() { Session = session }, Stop)).Report;
            Assert.Equal(new JobReport(1), await services.GetRequiredService<ReportWork>().RunDueAsync(room.Tenant, 10, Stop));
            await services.GetRequiredService<ClinicDatabase>().TruncateLogAsync(Stop);
        }

        File.Copy(room.Database, backup);
        await using (var services = await room.OpenAsync())
        {
            await services.GetRequiredService<SessionDesk>().RunAsync(
                room.Physician(), new WithdrawConsent { Session = session, Scopes = ConsentScope.AiDraft, Given = new(ConsentGiver.Patient, ConsentManner.OnScreen) }, Stop);
            Assert.Equal(ReportStatus.Erased, (await StatusAsync(services)).Status);
        }

        foreach (var companion in (string[])["-wal", "-shm"]) File.Delete(room.Database + companion);
        File.Copy(backup, room.Database, overwrite: true);
        await using var restored = await room.OpenAsync();
        Assert.Equal(ReportStatus.InReview, (await StatusAsync(restored)).Status);

        Assert.Equal(new JobReport(1), await restored.GetRequiredService<ReapplyErasures>().RunOnceAsync(room.Tenant, Stop));

        Assert.Equal(ReportStatus.Erased, (await StatusAsync(restored)).Status);
        Assert.NotNull(await restored.GetRequiredService<ITranscriptStore>().FindAsync(room.Tenant, session, Stop));
        Assert.False((await restored.GetRequiredService<ISessionStore>().FindAsync(room.Tenant, session, Stop))!.Consent.Allows(ConsentScope.AiDraft));
        Assert.Equal(JobReport.Nothing, await restored.GetRequiredService<ReapplyErasures>().RunOnceAsync(room.Tenant, Stop));

        async Task<ReportSummary> StatusAsync(ServiceProvider services) =>
            (await services.GetRequiredService<IClinicalReportStore>().OfSessionAsync(room.Tenant, session, Stop)).Single(r => r.Report == report);
    }

    [Fact]
    public async Task Switching_search_off_removes_every_word_of_the_index()
    {
        using var folder = new TemporaryFolder();
        var room = new Room(folder);
        await using (var services = await room.OpenAsync())
        {
            await room.SetUpAsync(services);
            await room.TypedAsync(services, $"Doctor: ¿Qué hace?\nPaciente: Soy {Secret} y me duele.");
        }

        await using var off = await room.OpenAsync(search: false);
        await off.GetRequiredService<SearchUpkeep>().RunOnceAsync(room.Tenant, Stop);

        Assert.Empty(room.FilesWith(Secret));
        await room.TypedAsync(off, $"Doctor: ¿Qué hace?\nPaciente: Soy {Secret} y me duele.");
        Assert.Empty(room.FilesWith(Secret));
    }

    private sealed class Room(TemporaryFolder folder)
    {
        private readonly TextKeyRing texts = TextKeyRing.Random();
        private readonly SignatureKeyRing signatures = SignatureKeyRing.Random();
        private readonly PayloadKeyRing payloads = PayloadKeyRing.Random();
        private readonly VaultKeyRing vault = VaultKeyRing.Random();
        private readonly PersonId physician = New<PersonId>();
        private readonly PersonId supervisor = New<PersonId>();

        public TenantId Tenant { get; } = New<TenantId>();

        public SiteId Site { get; } = New<SiteId>();

        public PatientId Patient { get; } = New<PatientId>();

        public PatientId OtherPatient { get; } = New<PatientId>();

        public string Database => folder.File();

        public string Vault => Path.Combine(Path.GetDirectoryName(folder.File())!, "vault");

        public CommandContext Physician() => As(physician, Role.Physician);

        public async Task<ServiceProvider> OpenAsync(bool? search = null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<IClock>(SystemClock.Instance);
            services.AddSingleton(payloads);
            services.AddSingleton(texts);
            services.AddSingleton(signatures);
            services.AddClinicTurso(o => o.DataSource = Database);
            services.AddClinicTranscription(o => o.Search.IsEnabled = search).UseTurso().UseFileVault(vault, o => o.Folder = Vault);
            var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<TursoMigrator>().UpAsync(Stop);
            return provider;
        }

        public async Task SetUpAsync(ServiceProvider services)
        {
            await services.GetRequiredService<IUnitOfWork>().RunAsync(As(supervisor, Role.Administrator), new Prepare(), (unit, _) =>
            {
                services.GetRequiredService<IPersonStore>().Add(unit, new(physician, "Mateo Mora", "mateo", new HashSet<Role> { Role.Physician }, new HashSet<DepartmentId>(), false, 1));
                services.GetRequiredService<IPatientStore>().Add(unit, new(Patient, "Rosa", null, null, null, [], 1));
                services.GetRequiredService<IPatientStore>().Add(unit, new(OtherPatient, "Luz", null, null, null, [], 1));
                unit.Audit("test.prepared", new("test", Patient.Value));
                return Task.FromResult(1);
            }, Stop);
            await services.GetRequiredService<ConsentDesk>().PublishAsync(
                As(supervisor, Role.Supervisor), new() { After = 0, Scopes = ConsentScopes.All, Texts = [new("es", "Grabación", "Acepto.")] }, Stop);
        }

        public async Task<SessionId> TypedAsync(ServiceProvider services, string text, PatientId? patient = null)
        {
            var session = await ReadyAsync(services, patient ?? Patient);
            await services.GetRequiredService<TranscriptIntake>().BringAsync(Physician(), new() { Session = session, IsTyped = true, Content = text }, Stop);
            return session;
        }

        public async Task<SessionId> RecordedAsync(ServiceProvider services)
        {
            var (session, desk) = (await ReadyAsync(services, Patient), services.GetRequiredService<SessionDesk>());
            await desk.RunAsync(Physician(), new StartRecording { Session = session, Format = new AudioFormat("audio/wav", "linear16", 16_000), Recorder = "page" }, Stop);
            await services.GetRequiredService<SessionRecorder>().AppendAsync(Physician(), session, "page", 0, new byte[64_000], Stop);
            await desk.RunAsync(Physician(), new StopRecording { Session = session }, Stop);
            return session;
        }

        public async Task<IReadOnlyList<SearchHit>> FindAsync(ServiceProvider services, string text = Secret) =>
            (await services.GetRequiredService<TranscriptSearch>().FindAsync(Physician(), new(text), cancellationToken: Stop)).Items;

        public Task<PatientErasureAnswer> EraseAsync(ServiceProvider services) => services.GetRequiredService<PatientEraser>().EraseAsync(
            As(supervisor, Role.Supervisor), new() { Patient = Patient, Given = new(ConsentGiver.Patient, ConsentManner.OnPaper) }, Stop);

        public IEnumerable<string> FilesWith(string text)
        {
            var wanted = Encoding.UTF8.GetBytes(text);
            return Directory.EnumerateFiles(Path.GetDirectoryName(folder.File())!, "*", SearchOption.AllDirectories).Where(f =>
            {
                using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                file.CopyTo(copy);
                return copy.ToArray().AsSpan().IndexOf(wanted) >= 0;
            }).ToList();
        }

        private async Task<SessionId> ReadyAsync(ServiceProvider services, PatientId patient)
        {
            var desk = services.GetRequiredService<SessionDesk>();
            var session = (await desk.CreateAsync(Physician(), new() { Patient = patient, Physician = physician }, Stop)).Session;
            await desk.RunAsync(
                Physician(), new GrantConsent { Session = session, FormVersion = 1, Scopes = ConsentScopes.All, Given = new(ConsentGiver.Patient, ConsentManner.OnScreen) }, Stop);
            return session;
        }

        private CommandContext As(PersonId person, Role role) => new(Tenant, Site, new Actor(person, [role], []), "test", New<CommandId>());
    }

    private static TId New<TId>()
        where TId : struct, IClinicId<TId> => TId.From(Guid.CreateVersion7());

    private sealed record Prepare : ICommand<int>
    {
        public string Name => "test.prepare";

        public void Describe(IPayloadWriter payload) => payload.Write("id", "1");
    }
}
