using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Bridges.Fhir;
using Clinic.Transcription;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Reports.Printing;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var services = new ServiceCollection();
services.AddSingleton<IClock>(new StationClock(Instant.FromUtc(2026, 3, 9, 15, 0)));
services.AddSingleton<IClinicalRecordSink, FolderRecord>();
services.AddSingleton<IReportDrafter, QuotingDrafter>();
services.AddSingleton<IConsistencyRule, ReturnDateRule>();
services.AddClinicTranscription().UseInMemory();
using var app = services.BuildServiceProvider();

var ids = app.GetRequiredService<IIdGenerator>();
var tenant = ids.Next<TenantId>();
var site = new Site(ids.Next<SiteId>(), "Consultorio Norte", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);
var patient = ids.Next<PatientId>();
var (marta, sofia) = (New(Role.Physician), New(Role.Supervisor));
CommandContext As(Actor actor) => new(tenant, site.Id, actor, "my-app", ids.Next<CommandId>());
Actor New(Role role) => new(ids.Next<PersonId>(), [role], []);

await app.GetRequiredService<IUnitOfWork>().RunAsync(As(sofia), new OpenClinic(), (unit, _) =>
{
    app.GetRequiredService<ISiteStore>().Save(unit, site);
    app.GetRequiredService<IPatientStore>().Add(unit, new Patient(patient, "Rosa Núñez Vega", "cedula", "0912345678", null, ["penicilina"], 1));
    app.GetRequiredService<IPersonStore>().Add(unit, new Person(marta.Person, "Dra. Marta Medina", "marta", new HashSet<Role> { Role.Physician }, new HashSet<DepartmentId>(), false, 1));
    unit.Audit("site.opened", new FactKey("core.site", site.Id.Value));
    return Task.FromResult("open");
});

var form = await app.GetRequiredService<ConsentDesk>().PublishAsync(As(sofia), new PublishConsentForm
{
    After = 0,
    Scopes = ConsentScopes.All,
    Texts = [new ConsentText("es", "Grabación de la consulta", "Acepto que se grabe la consulta y que un programa redacte el informe.")],
});

var sessions = app.GetRequiredService<SessionDesk>();
var session = (await sessions.CreateAsync(As(marta), new CreateSession { Patient = patient, Physician = marta.Person })).Session;
await sessions.RunAsync(As(marta), new GrantConsent
{
    Session = session,
    FormVersion = form.Version,
    Scopes = ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.AiDraft,
    Given = new GivenBy(ConsentGiver.Patient, ConsentManner.OnScreen),
});
var brought = await app.GetRequiredService<TranscriptIntake>().BringAsync(As(marta), new BringTranscript { Session = session, Content = Visits.Throat });
Console.WriteLine($"session: {brought.Status}");

var desk = app.GetRequiredService<ReportDesk>();
var reports = app.GetRequiredService<ReportInquiries>();
var report = (await desk.BeginAsync(As(marta), new BeginReport { Session = session })).Report;
await app.GetRequiredService<ReportWork>().RunDueAsync(tenant, most: 10);
var drafted = (await reports.ReadAsync(As(marta), report)).Report;
foreach (var statement in drafted.Statements) Console.WriteLine($"{statement.Section}: {statement.Text}");

// A slip of the hand: what was said was 500 mg.
var plan = drafted.Statements.First(s => s.Section == ReportSection.Plan && s.Text.Contains("500 mg", StringComparison.Ordinal));
await desk.RunAsync(As(marta), new EditReport
{
    Report = report,
    Changes = [new StatementChange.Reword(plan.Number, plan.Text.Replace("500 mg", "50 mg", StringComparison.Ordinal)), new StatementChange.See([.. drafted.Statements.Select(s => s.Number)])],
});
var reviewed = await reports.ReadAsync(As(marta), report);
foreach (var finding in reviewed.Report.Findings.Where(f => f.Severity == Severity.Blocker))
    Console.WriteLine($"found: {finding.Rule}, written {finding.Written}, said {finding.Said}");
try
{
    await desk.RunAsync(As(marta), new SignReport { Report = report, Version = reviewed.Report.Version });
}
catch (TranscriptionException refusal)
{
    Console.WriteLine($"refused: {string.Join(", ", refusal.Failures.Select(f => f.Code))}");
}

var mended = await desk.RunAsync(As(marta), new EditReport { Report = report, Changes = [new StatementChange.Reword(plan.Number, plan.Text)] });
var signed = await desk.RunAsync(As(marta), new SignReport { Report = report, Version = mended.Version });
await app.GetRequiredService<ReportWork>().RunDueAsync(tenant, most: 10);
var filed = await reports.ReadAsync(As(marta), report);
Console.WriteLine($"signed: version {signed.SignedVersions}; {filed.Report.Status} as {filed.Report.Versions[0].RecordId}; genuine: {filed.Signatures.All(s => s.IsGenuine)}");

var page = await app.GetRequiredService<ReportPaper>().PageAsync(As(marta), report, "es");
if (args is [var file]) await File.WriteAllTextAsync(file, page);
Console.WriteLine($"page: {page.Contains("Rosa N&#250;&#241;ez Vega", StringComparison.Ordinal)}, scripts: {page.Contains("<script", StringComparison.Ordinal)}");

JsonObject composition = CompositionMapping.Of(filed.Report, site.Zone, new FhirOptions())!;
Console.WriteLine($"Composition: {composition["status"]}, {composition["date"]}, {composition["section"]!.AsArray().Count} sections");
JsonObject document = DocumentMapping.Of(filed.Report, new RecordPart(1, Addendum: null), site.Zone, new FhirOptions())!;
Console.WriteLine($"DocumentReference: {document["status"]}, {document["docStatus"]}");

// The patient changes her mind: the words go, the signed report stays and says so.
var withdrawn = await sessions.RunAsync(As(marta), new WithdrawConsent { Session = session, Given = new GivenBy(ConsentGiver.Patient, ConsentManner.OnPaper) });
var kept = (await reports.ReadAsync(As(marta), report)).Report;
Console.WriteLine($"withdrawn: session {withdrawn.Status}, report {kept.Status}, flagged {kept.ConsentWithdrawn}");

internal sealed class StationClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}

internal sealed record OpenClinic : ICommand<string>
{
    public string Name => "my-app.open-clinic";

    public void Describe(IPayloadWriter payload) => payload.Write("content", "");
}
