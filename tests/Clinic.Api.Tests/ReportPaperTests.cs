using System.Net;
using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

/// <summary>Clinical reports over HTTP: on paper and as FHIR, for those who have a part in them.</summary>
public class ReportPaperTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_report_is_printed_and_read_as_fhir_by_those_who_have_a_part_in_it(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var (physician, assistant, other) = (await factory.AsAsync("physician"), await factory.AsAsync("assistant"), await factory.AsAsync("physician-2"));
        var patient = (await (await factory.AsAsync("reception")).OkAsync("/api/v1/patients", new { name = "Ana <b>Ñáñez</b>", allergies = Array.Empty<string>() }))["patient"];
        var report = await WrittenAsync(factory, physician, assistant, PatientId.Parse(patient));

        var page = await physician.GetAsync($"/api/v1/transcription/reports/{report}/page?lang=es");
        var text = await assistant.Speaking("en").GetAsync($"/api/v1/transcription/reports/{report}/text");
        var composition = await physician.GetAsync($"/api/v1/fhir/R4/Composition/{report}");
        var documents = await assistant.GetAsync($"/api/v1/fhir/R4/DocumentReference?patient={patient}");

        Assert.Equal((HttpStatusCode.OK, "es"), (page.Status, page.Headers["Content-Language"]));
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("Ana &lt;b&gt;&#209;&#225;&#241;ez&lt;/b&gt;", page.Text, StringComparison.Ordinal);
        Assert.Contains("BORRADOR SIN FIRMA", page.Text, StringComparison.Ordinal);
        Assert.Contains("DRAFT, NOT SIGNED", text.Text, StringComparison.Ordinal);
        Assert.Equal("preliminary", composition["status"]);
        Assert.Equal($"{report}-0", Assert.Single(documents.Json["entry"]!.AsArray())!["resource"]!["id"]!.GetValue<string>());

        (await other.GetAsync($"/api/v1/transcription/reports/{report}/page")).Refused(404, "TRN601");
        (await other.GetAsync($"/api/v1/fhir/R4/Composition/{report}")).Refused(404, "API105");
        (await (await factory.AsAsync("auditor")).GetAsync($"/api/v1/transcription/reports/{report}/page")).Refused(403, "API102");
        (await (await factory.AsAsync("nurse")).GetAsync("/api/v1/fhir/R4/Composition")).Refused(403, "TRN901");
        var actions = (await (await factory.AsAsync("supervisor")).GetAsync("/api/v1/audit?size=500")).Json["items"]!.AsArray().Select(a => a!["action"]!.GetValue<string>()).ToList();
        Assert.Equal((2, 2), (actions.Count(a => a == "report.printed"), actions.Count(a => a == "fhir.read")));
    }

    private static async Task<ReportId> WrittenAsync(ApiFactory factory, ApiCaller physician, ApiCaller assistant, PatientId patient)
    {
        var (me, helper) = ((await physician.GetAsync("/api/v1/me")).Json, (await assistant.GetAsync("/api/v1/me")).Json);
        var actor = new Actor(PersonId.Parse(me["person"]!["id"]!.GetValue<string>()), [Role.Physician], []);
        CommandContext Next() => new(TenantId.Parse(me["tenant"]!.GetValue<string>()), SiteId.Parse(me["sites"]![0]!["id"]!.GetValue<string>()), actor, "test", new(Guid.CreateVersion7()));
        var session = await factory.Services.GetRequiredService<SessionDesk>().CreateAsync(
            Next(), new() { Patient = patient, Physician = actor.Person, Assistant = PersonId.Parse(helper["person"]!["id"]!.GetValue<string>()) }, Ct);
        var desk = factory.Services.GetRequiredService<ReportDesk>();
        var begun = await desk.BeginAsync(Next(), new() { Session = session.Session, IsManual = true }, Ct);
        await desk.RunAsync(Next(), new EditReport { Report = begun.Report, Changes = [new StatementChange.Insert(ReportSection.Plan, "Control en una semana.")] }, Ct);
        return begun.Report;
    }
}
