using System.Text.Json.Nodes;

namespace Clinic.Api.Tour;

/// <summary>Transcription: a consultation is brought, drafted without a network, a wrong dose is flagged and mended, and the report signed, filed, found, exported and erased.</summary>
internal sealed partial class TourSteps
{
    private string Visit { get; set; } = "";

    private string VisitReport { get; set; } = "";

    private string VisitPatient { get; set; } = "";

    private async Task RecordedVisitAsync()
    {
        log.Section("Transcription: a consultation becomes a signed report");
        people.Site = (await people.GetAsync("supervisor", "sites")).Ok().List("")[0]!["id"]!.GetValue<string>();
        await VisitConsentAsync();
        await VisitReportAsync();
        await VisitFiledAsync();
        await VisitErasedAsync();
        people.Site = null;
    }

    private async Task VisitConsentAsync()
    {
        await log.StepAsync("supervisor", "Publishes the words that patients agree to", async () =>
            $"version {(await people.PostAsync("supervisor", "transcription/consent-forms", ConsentForm())).Ok().Number("version")}, es and en");
        await log.StepAsync("physician", "Opens a visit and tries to bring its words before anybody agreed", async () =>
        {
            VisitPatient = (await people.PostAsync("reception", "patients", new JsonObject { ["name"] = "Rosa Elena Paucar", ["documentKind"] = "cedula", ["documentNumber"] = "1712345675" })).Ok().Text("patient");
            var me = (await people.GetAsync("physician", "me")).Ok().Text("person.id");
            Visit = (await people.PostAsync("physician", "transcription/sessions", new JsonObject { ["patient"] = VisitPatient, ["physician"] = me, ["language"] = "es" })).Ok().Text("session");
            return (await people.PostTextAsync("physician", $"transcription/sessions/{Visit}/transcript", TourFiles.Consultation)).Refused(422, "TRN203");
        });
        await log.StepAsync("physician", "Writes down what Rosa agreed to on the screen", async () =>
        {
            (await people.PostAsync("physician", $"transcription/sessions/{Visit}/consent/grant", new JsonObject
            {
                ["formVersion"] = 1,
                ["scopes"] = new JsonArray("record", "transcribe", "aiDraft", "keep"),
                ["given"] = new JsonObject { ["giver"] = "patient", ["manner"] = "onScreen" },
            })).Ok();
            return "record, transcribe, draft, keep; not to companies outside";
        });
        await log.StepAsync("physician", "Brings the consultation as a dialogue", async () =>
        {
            (await people.PostTextAsync("physician", $"transcription/sessions/{Visit}/transcript", TourFiles.Consultation)).Ok();
            return $"{(await people.GetAsync("physician", $"transcription/sessions/{Visit}/transcript")).Ok().List("segments").Count} turns, encrypted under a key of their own";
        });
        await log.StepAsync("nurse", "Reads what was said, which is not a nurse's to do", async () => (await people.GetAsync("nurse", $"transcription/sessions/{Visit}/transcript")).Forbidden());
    }

    private async Task VisitReportAsync()
    {
        await log.StepAsync("physician", "Has the report drafted by rules, without a network", async () =>
        {
            VisitReport = (await people.PostAsync("physician", "transcription/reports", new JsonObject { ["session"] = Visit })).Ok().Text("report");
            var report = await ReportAsync("inReview");
            var statements = report.List("report.statements");
            return statements.All(s => s!["evidence"]!.AsArray().Count > 0) ? $"{statements.Count} statements, each with what was said" : throw new TourFailure("a statement has no evidence");
        });
        await log.StepAsync("physician", "Reads it, and by mistake writes a dose three times as high", async () =>
        {
            var report = await ReportAsync("inReview");
            var (number, text) = Dose(report);
            (await people.PostAsync("physician", $"transcription/reports/{VisitReport}/edit", Changes(report,
                new JsonObject { ["kind"] = "see", ["numbers"] = new JsonArray([.. report.List("report.statements").Select(s => (JsonNode)s!["number"]!.GetValue<int>())]) },
                new JsonObject { ["kind"] = "reword", ["number"] = number, ["text"] = text.Replace("500 mg", "1500 mg", StringComparison.Ordinal) }))).Ok();
            return (await ReportAsync("inReview")).List("report.findings").Where(f => f!["severity"]!.GetValue<string>() == "blocker")
                .Select(f => $"{f!["rule"]}: written {f["written"]}, said {f["said"]}").Single();
        });
        await log.StepAsync("physician", "Signs all the same", async () => (await SignAsync()).Refused(422, "TRN612"));
        await log.StepAsync("physician", "Mends the dose and signs", async () =>
        {
            var read = await ReportAsync("inReview");
            var (number, text) = Dose(read);
            (await people.PostAsync("physician", $"transcription/reports/{VisitReport}/edit", Changes(read,
                new JsonObject { ["kind"] = "reword", ["number"] = number, ["text"] = text.Replace("1500 mg", "500 mg", StringComparison.Ordinal) }))).Ok();
            (await SignAsync()).Ok();
            var report = await ReportAsync();
            return $"version 1, content {report.Text("signatures.0.contentHash")[..12]}, {report.List("report.edits").Count} tracked changes";
        });
    }

    private async Task VisitFiledAsync()
    {
        await log.StepAsync("supervisor", "Lets the job bring it to the clinical record", async () =>
        {
            (await people.PostAsync("supervisor", "jobs/transcription.reports/run", new JsonObject())).Ok();
            return (await ReportAsync("filed")).Text("report.versions.0.recordId");
        });
    }

    private async Task VisitErasedAsync()
    {
        await log.StepAsync("physician", "Finds it again by a word without its accents", async () =>
        {
            var hits = (await people.GetAsync("physician", "transcription/search?q=amigdalas")).Ok().List("items");
            return hits.Count > 0 ? $"{hits.Count} texts: {hits[0]!["excerpt"]!["text"]!.GetValue<string>().ReplaceLineEndings(" ")}" : throw new TourFailure("nothing was found");
        });
        await log.StepAsync("reception", "Exports everything that is kept of Rosa", async () =>
        {
            var (type, bytes) = await people.GetBytesAsync("reception", $"transcription/patients/{VisitPatient}/export");
            return $"{type}, {bytes.Length} bytes";
        });
        await log.StepAsync("supervisor", "Erases what may go, as Rosa asks; the signed report stays and says so", async () =>
        {
            var answer = (await people.PostAsync("supervisor", $"transcription/patients/{VisitPatient}/erase", new JsonObject { ["given"] = new JsonObject { ["giver"] = "patient", ["manner"] = "onScreen" } })).Ok();
            var report = await ReportAsync();
            return report.Text("report.status") == "filed" && report.List("report.versions").Count == 1
                ? $"{answer.Number("sessions"):0} session, {answer.Number("destroyed"):0} texts destroyed, {answer.Number("kept"):0} signed report kept" : throw new TourFailure("the signed report is gone");
        });
        await log.StepAsync("physician", "Reads what was said, which is no more", async () => (await people.GetAsync("physician", $"transcription/sessions/{Visit}/transcript")).Refused(404, "TRN312"));
    }

    private async Task<TourAnswer> SignAsync() =>
        await people.PostAsync("physician", $"transcription/reports/{VisitReport}/sign", new JsonObject { ["version"] = (await ReportAsync()).Number("report.version") });

    private async Task<TourAnswer> ReportAsync(string? status = null)
    {
        for (var i = 0; i < 60; i++)
        {
            var report = (await people.GetAsync("physician", $"transcription/reports/{VisitReport}")).Ok();
            if (status is null || report.Text("report.status") == status) return report;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        throw new TourFailure($"the report did not become {status}");
    }

    private static (int Number, string Text) Dose(TourAnswer report) => report.List("report.statements")
        .Where(s => s!["section"]!.GetValue<string>() == "plan" && s["text"]!.GetValue<string>().Contains("500 mg", StringComparison.Ordinal))
        .Select(s => (s!["number"]!.GetValue<int>(), s["text"]!.GetValue<string>())).First();

    private static JsonObject Changes(TourAnswer report, params JsonObject[] changes) => new() { ["changes"] = new JsonArray([.. changes]), ["version"] = report.Number("report.version") };

    private static JsonObject ConsentForm() => new()
    {
        ["scopes"] = new JsonArray("record", "transcribe", "aiDraft", "keep", "externalProvider"),
        ["texts"] = new JsonArray(
            new JsonObject { ["language"] = "es", ["title"] = "Grabación de la consulta", ["body"] = "Acepto que mi consulta se grabe y se pase a texto. Puedo pedir que se detenga, y retirar este permiso cuando quiera." },
            new JsonObject { ["language"] = "en", ["title"] = "Recording of the visit", ["body"] = "I agree that my visit is recorded and turned into text. I may ask to stop, and take this back at any time." }),
    };
}
