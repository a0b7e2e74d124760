using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Bridges.Fhir;
using Clinic.Testing;
using Clinic.Testing.Stays;
using Clinic.Transcription;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>Clinical reports and consents as Composition, DocumentReference, Consent and Provenance.</summary>
public sealed class ReportFhirTests
{
    private const string Visit = """
        Doctor: ¿Qué la trae por aquí, señora Rosa?
        Paciente: Vengo por un dolor de garganta muy fuerte desde hace cuatro días.
        Doctor: ¿Es alérgica a algún medicamento?
        Paciente: Sí, a la penicilina, me salen ronchas.
        Doctor: La faringe está muy roja. Lo que tiene es una amigdalitis aguda.
        Doctor: Le voy a recetar azitromicina de quinientos miligramos una vez al día durante tres días.
        """;

    private static readonly FhirType[] Types = [FhirType.Composition, FhirType.DocumentReference, FhirType.Consent, FhirType.Provenance];

    private static readonly GivenBy OnScreen = new(ConsentGiver.Patient, ConsentManner.OnScreen);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_becomes_of_reports_every_resource_is_valid_found_by_its_id_and_refers_to_what_is_there(int seed)
    {
        var world = await WorldAsync();
        var random = new Random(seed);
        var reports = new List<ReportId>();
        for (var i = 0; i < 4; i++) reports.Add(await BegunAsync(world, (await TranscribedAsync(world, world.Patients[i])).Session));
        var done = 0;
        var signedHashes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 90; i++)
        {
            world.Clock.AdvanceMinutes(random.Next(30));
            if (await TryAsync(world, reports[random.Next(reports.Count)], random)) done++;
            if (i % 15 == 14) await CheckAsync(world, signedHashes);
        }

        Assert.True(done > 25, $"only {done} acts were done");
        await CheckAsync(world, signedHashes);
        Assert.NotEmpty(signedHashes);
    }

    [Fact]
    public async Task A_report_is_preliminary_then_final_then_amended_and_each_version_stays_a_document()
    {
        var world = await WorldAsync();
        var session = await TranscribedAsync(world, world.Patients[0]);
        var report = await BegunAsync(world, session.Session);
        Assert.Equal(("preliminary", "preliminary", "current"), (
            Text((await FindAsync(world, FhirType.Composition, $"{report}"))!["status"]), Text((await FindAsync(world, FhirType.DocumentReference, $"{report}-0"))!["docStatus"]), Text((await FindAsync(world, FhirType.DocumentReference, $"{report}-0"))!["status"])));

        await SignedAsync(world, report);
        await WorkAsync(world);
        var composition = (await FindAsync(world, FhirType.Composition, $"{report}"))!;
        Assert.Equal(("final", "legal", $"Practitioner/{Physician(world)}"), (Text(composition["status"]), Text(composition["attester"]![0]!["mode"]), Text(composition["author"]![0]!["reference"])));
        Assert.Contains(composition["section"]!.AsArray(), s => Text(s!["code"]!["coding"]![0]!["code"]) == "18776-5" && Text(s["text"]!["div"]).Contains("zitromicina", StringComparison.Ordinal));
        var first = (await FindAsync(world, FhirType.DocumentReference, $"{report}-1"))!;
        Assert.Null(await FindAsync(world, FhirType.DocumentReference, $"{report}-0"));
        Assert.Equal(("current", "final", $"{report}/v1"), (Text(first["status"]), Text(first["docStatus"]), Text(first["identifier"]![0]!["value"])));
        Assert.Contains("zitromicina", Encoding.UTF8.GetString(Convert.FromBase64String(Text(first["content"]![0]!["attachment"]!["data"]))), StringComparison.Ordinal);

        await DoAsync(world, new AmendReport { Report = report, Kind = VersionKind.Amended, Reason = "dato nuevo <1>", Changes = [new StatementChange.Insert(ReportSection.Plan, "Control en <b>48</b> horas & llamada.")] });
        await WorkAsync(world);
        await DoAsync(world, new AddAddendum { Report = report, Text = "Llamó la paciente." });
        composition = (await FindAsync(world, FhirType.Composition, $"{report}"))!;
        Assert.Equal("amended", Text(composition["status"]));
        Assert.Contains("&lt;b&gt;48&lt;/b&gt; horas &amp; llamada.", composition["section"]!.AsArray().Select(s => Text(s!["text"]!["div"])).Single(d => d.Contains("Control", StringComparison.Ordinal)), StringComparison.Ordinal);
        var old = (await FindAsync(world, FhirType.DocumentReference, $"{report}-1"))!;
        var second = (await FindAsync(world, FhirType.DocumentReference, $"{report}-2"))!;
        var addendum = (await FindAsync(world, FhirType.DocumentReference, $"{report}-2-1"))!;
        Assert.Equal(("superseded", "final"), (Text(old["status"]), Text(old["docStatus"])));
        Assert.Equal(("current", "amended", "replaces", $"DocumentReference/{report}-1"), (Text(second["status"]), Text(second["docStatus"]), Text(second["relatesTo"]![0]!["code"]), Text(second["relatesTo"]![0]!["target"]!["reference"])));
        Assert.Equal(("current", "final", "appends", $"DocumentReference/{report}-2"), (Text(addendum["status"]), Text(addendum["docStatus"]), Text(addendum["relatesTo"]![0]!["code"]), Text(addendum["relatesTo"]![0]!["target"]!["reference"])));

        await DoAsync(world, new EnterReportInError { Report = report, Reason = "otro paciente" }, Role.Supervisor);
        Assert.Equal("entered-in-error", Text((await FindAsync(world, FhirType.Composition, $"{report}"))!["status"]));
        Assert.All(await AllAsync(world, FhirType.DocumentReference), d => Assert.Equal(("entered-in-error", "entered-in-error"), (Text(d["status"]), Text(d["docStatus"]))));
    }

    [Fact]
    public async Task Provenance_names_the_physician_the_drafter_and_a_signature_that_holds()
    {
        var world = await WorldAsync();
        var report = await BegunAsync(world, (await TranscribedAsync(world, world.Patients[0])).Session);
        await DoAsync(world, new SuggestEdits { Report = report, Changes = [new StatementChange.Insert(ReportSection.Plan, "Reposo.")] }, Role.Assistant);
        await DoAsync(world, new DecideSuggestion { Report = report, Suggestion = 1, Take = true });
        await SignedAsync(world, report);
        await WorkAsync(world);
        await DoAsync(world, new AddAddendum { Report = report, Text = "Sigue mejor." });

        var version = (await FindAsync(world, FhirType.Provenance, $"{report}-1"))!;
        var addendum = (await FindAsync(world, FhirType.Provenance, $"{report}-1-1"))!;
        var signed = (await world.Get<ReportInquiries>().ReadAsync(world.As(Role.Physician), report, Ct)).Report.Versions[0].Signature;

        Assert.Equal(["author", "assembler", "enterer"], version["agent"]!.AsArray().Select(a => Text(a!["type"]!["coding"]![0]!["code"])));
        Assert.StartsWith("offline/", Text(version["agent"]![1]!["who"]!["identifier"]!["value"]), StringComparison.Ordinal);
        Assert.Equal((signed.Value, "1.2.840.10065.1.12.1.1"), (Text(version["signature"]![0]!["data"]), Text(version["signature"]![0]!["type"]![0]!["code"])));
        Assert.Contains(version["signature"]![0]!["extension"]!.AsArray(), e => e!["valueString"] is { } hash && Text(hash) == $"sha256:{signed.ContentHash}");
        Assert.Equal(["author"], addendum["agent"]!.AsArray().Select(a => Text(a!["type"]!["coding"]![0]!["code"])));
        Assert.Equal([$"DocumentReference/{report}-1-1", $"Composition/{report}"], addendum["target"]!.AsArray().Select(t => Text(t!["reference"])));
    }

    [Fact]
    public async Task A_consent_permits_what_was_agreed_to_and_is_inactive_once_taken_back()
    {
        var world = await WorldAsync();
        var session = (await TranscribedAsync(world, world.Patients[0], ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.AiDraft)).Session;

        var active = (await FindAsync(world, FhirType.Consent, $"{session}"))!;
        await world.Get<SessionDesk>().RunAsync(world.As(Role.Physician), new WithdrawConsent { Session = session, Given = new(ConsentGiver.Guardian, ConsentManner.OnPaper) { Relation = "madre" } }, Ct);
        var withdrawn = (await FindAsync(world, FhirType.Consent, $"{session}"))!;

        Assert.Equal(("active", "patient-privacy", $"Patient/{world.Patients[0]}", "1"), (
            Text(active["status"]), Text(active["scope"]!["coding"]![0]!["code"]), Text(active["performer"]![0]!["reference"]), Text(active["policyRule"]!["coding"]![0]!["code"])));
        Assert.Equal([("permit", "record,transcribe,ai-draft"), ("deny", "keep,external-provider")], Provisions(active));
        Assert.Equal(("inactive", "madre"), (Text(withdrawn["status"]), Text(withdrawn["performer"]![0]!["display"])));
        Assert.Equal(["deny"], Provisions(withdrawn).Select(p => p.Type));
        FhirCheck.Holds(active);
        FhirCheck.Holds(withdrawn);
    }

    [Fact]
    public async Task Only_those_with_a_part_read_and_every_look_is_in_the_audit()
    {
        var world = await WorldAsync();
        var session = (await TranscribedAsync(world, world.Patients[0])).Session;
        var report = await BegunAsync(world, session);
        await SignedAsync(world, report);
        string[] ids = [$"{report}", $"{report}-1", $"{session}", $"{report}-1"];

        foreach (var (type, id) in Types.Zip(ids))
        {
            Assert.NotNull(await FindAsync(world, type, id, Role.Assistant));
            Assert.Null(await FindAsync(world, type, id, Role.Supervisor));
            Assert.Empty((await world.Get<FhirExport>().ListAsync(world.As(Role.Auditor), type, new(), PageRequest.First, Ct)).Resources);
            Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() => FindAsync(world, type, id, Role.Pharmacist))).Code);
            Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() => world.Get<FhirExport>().ListAsync(world.As(Role.Cashier), type, new(), PageRequest.First, Ct))).Code);
            foreach (var unknown in (string[])["", "x", "' OR 1=1", $"{report}-9", $"{report}-1-9", $"{report}-1-1-1", $"{Guid.CreateVersion7()}", $"{Guid.CreateVersion7()}-1"])
                Assert.Null(await FindAsync(world, type, unknown));
        }

        Assert.Empty(await AllAsync(world, FhirType.Composition, new(world.Patients[1])));
        Assert.Single(await AllAsync(world, FhirType.Composition, new(world.Patients[0])));
        Assert.Empty(await AllAsync(world, FhirType.Composition, new(world.Patients[0], new EncounterId(Guid.CreateVersion7()))));
        var audit = await world.Get<IAuditLog>().ListAsync(world.Tenant, new(), new(500), Ct);
        Assert.Equal(5, audit.Items.Count(e => e.Action == "fhir.read"));
    }

    [Fact]
    public async Task The_culture_of_the_machine_changes_nothing()
    {
        var world = await WorldAsync();
        var report = await BegunAsync(world, (await TranscribedAsync(world, world.Patients[0])).Session);
        await SignedAsync(world, report);
        var before = CultureInfo.CurrentCulture;
        var invariant = await TextAsync();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(invariant, await TextAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        async Task<string> TextAsync()
        {
            var all = new List<JsonObject>();
            foreach (var type in Types) all.AddRange(await AllAsync(world, type));
            return string.Join('\n', all.Select(r => r.ToJsonString()));
        }
    }

    private static async Task<StayWorld> WorldAsync()
    {
        var clock = new FakeClock(StayWorld.Begin);
        var services = new ServiceCollection();
        StayWorld.Register(services, clock);
        services.AddClinicAdministration(o => o.Iterations = 1000);
        services.AddClinicPharmacy().UseInMemory();
        services.AddClinicDispensing().UseInMemory().UsePharmacyStock();
        services.AddClinicEmergencyBilling().UseInMemory();
        services.AddClinicTranscription().UseInMemory();
        services.AddClinicFhir();
        var world = await StayWorld.OpenAsync(services.BuildServiceProvider(), clock, Ct);
        await world.Get<ConsentDesk>().PublishAsync(world.As(Role.Supervisor), new() { After = 0, Scopes = ConsentScopes.All, Texts = [new("es", "Grabación", "Acepto que se grabe."), new("en", "Recording", "I agree.")] }, Ct);
        return world;
    }

    private static async Task<SessionAnswer> TranscribedAsync(StayWorld world, PatientId patient, ConsentScope scopes = ConsentScopes.All)
    {
        var desk = world.Get<SessionDesk>();
        var created = await desk.CreateAsync(world.As(Role.Physician), new() { Patient = patient, Physician = Physician(world), Assistant = world.As(Role.Assistant).Actor.Person }, Ct);
        await desk.RunAsync(world.As(Role.Assistant), new GrantConsent { Session = created.Session, FormVersion = 1, Scopes = scopes, Given = OnScreen }, Ct);
        return await world.Get<TranscriptIntake>().BringAsync(world.As(Role.Physician), new() { Session = created.Session, Content = Visit }, Ct);
    }

    private static PersonId Physician(StayWorld world) => world.As(Role.Physician).Actor.Person;

    private static async Task<ReportId> BegunAsync(StayWorld world, SessionId session)
    {
        var begun = await world.Get<ReportDesk>().BeginAsync(world.As(Role.Physician), new() { Session = session }, Ct);
        await WorkAsync(world);
        return begun.Report;
    }

    private static Task WorkAsync(StayWorld world) => world.Get<ReportWork>().RunDueAsync(world.Tenant, 20, Ct);

    private static Task<ReportAnswer> DoAsync(StayWorld world, ReportCommand command, Role role = Role.Physician) => world.Get<ReportDesk>().RunAsync(world.As(role), command, Ct);

    // Whatever is missing is written, everything is looked at, and the physician stands by what the checks find.
    private static async Task SignedAsync(StayWorld world, ReportId report)
    {
        var view = await world.Get<ReportInquiries>().ReadAsync(world.As(Role.Physician), report, Ct);
        await DoAsync(world, new EditReport
        {
            Report = report,
            Changes = [new StatementChange.See([.. view.Report.Statements.Select(s => s.Number)]), .. view.Missing.Select(m => new StatementChange.Insert(m, "Sin novedad."))],
        });
        foreach (var blocker in (await world.Get<ReportInquiries>().ReadAsync(world.As(Role.Physician), report, Ct)).Blockers)
            await DoAsync(world, new OverrideFinding { Report = report, Finding = blocker, Words = "revisado" });
        await DoAsync(world, new SignReport { Report = report, Version = (await world.Get<ReportInquiries>().ReadAsync(world.As(Role.Physician), report, Ct)).Report.Version });
    }

    private static async Task<bool> TryAsync(StayWorld world, ReportId report, Random random)
    {
        try
        {
            switch (random.Next(9))
            {
                case 0:
                    await DoAsync(world, new EditReport { Report = report, Changes = [new StatementChange.Insert((ReportSection)random.Next(14), $"Nota {random.Next(100)} <i>&</i>\nsegunda línea “ñ”.")] });
                    break;
                case 1 or 2:
                    await SignedAsync(world, report);
                    break;
                case 3 or 4:
                    await WorkAsync(world);
                    break;
                case 5:
                    await DoAsync(world, new AmendReport { Report = report, Kind = VersionKind.Corrected, Reason = "mal anotado", Changes = [new StatementChange.Insert(ReportSection.Plan, $"Indicación {random.Next(100)}.")] });
                    break;
                case 6:
                    await DoAsync(world, new AddAddendum { Report = report, Text = "Llamada de control." });
                    break;
                case 7 when random.Next(3) == 0:
                    await DoAsync(world, new EnterReportInError { Report = report, Reason = "otro paciente" }, Role.Supervisor);
                    break;
                case 8 when random.Next(3) == 0:
                    await DoAsync(world, new RejectReport { Report = report, Reason = "no sirve" });
                    break;
                default:
                    await DoAsync(world, new AskDrafter { Report = report });
                    break;
            }

            return true;
        }
        catch (TranscriptionException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(StayWorld world, Dictionary<string, string> signed)
    {
        foreach (var type in Types)
        {
            var all = await AllAsync(world, type);
            Assert.Equal(all.Count, all.DistinctBy(r => Text(r["id"])).Count());
            foreach (var resource in all)
            {
                FhirCheck.Holds(resource);
                Assert.Equal(resource.ToJsonString(), (await FindAsync(world, type, Text(resource["id"])))!.ToJsonString());
                foreach (var target in (resource["target"] as JsonArray ?? []).Concat((resource["relatesTo"] as JsonArray ?? []).Select(r => r!["target"])).Select(t => Text(t!["reference"]).Split('/')))
                    Assert.True(await FindAsync(world, Enum.Parse<FhirType>(target[0]), target[1]) is not null, string.Join('/', target));
                // What was signed once says the same for good.
                if (type == FhirType.DocumentReference && resource["authenticator"] is not null)
                    Assert.Equal(signed.TryAdd(Text(resource["id"]), Text(resource["content"]![0]!["attachment"]!["data"])) ? Text(resource["content"]![0]!["attachment"]!["data"]) : signed[Text(resource["id"])], Text(resource["content"]![0]!["attachment"]!["data"]));
            }
        }
    }

    private static async Task<List<JsonObject>> AllAsync(StayWorld world, FhirType type, FhirQuery? query = null)
    {
        var all = new List<JsonObject>();
        for (string? after = null; ;)
        {
            var page = await world.Get<FhirExport>().ListAsync(world.As(Role.Physician), type, query ?? new(), new(3, after), Ct);
            all.AddRange(page.Resources);
            if ((after = page.Next) is null) return all;
        }
    }

    private static Task<JsonObject?> FindAsync(StayWorld world, FhirType type, string id, Role role = Role.Physician) => world.Get<FhirExport>().FindAsync(world.As(role), type, id, Ct);

    private static IEnumerable<(string Type, string Codes)> Provisions(JsonObject consent) => consent["provision"]!["provision"]!.AsArray()
        .Select(p => (Text(p!["type"]), string.Join(',', p["code"]!.AsArray().Select(c => Text(c!["coding"]![0]!["code"])))));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
