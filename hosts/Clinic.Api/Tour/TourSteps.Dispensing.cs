using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Api.Demo;

namespace Clinic.Api.Tour;

/// <summary>The main job: an ampoule of a narcotic and a few tablets, from request to closed books.</summary>
internal sealed partial class TourSteps
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private string Checklist { get; set; } = "";

    private string Patient { get; set; } = "";

    private string Ampoule { get; set; } = "";

    private string Tablets { get; set; } = "";

    private async Task DispensingAsync()
    {
        log.Section("One ampoule of fentanyl and ten tablets of paracetamol, from request to closed books");
        await ShelfAsync();
        await RequestingAsync();
        await PreparingAsync();
        await HandingOverAsync();
        await UsingAsync();
        await AccountingAsync();
        await TracingAsync();
    }

    private async Task ShelfAsync()
    {
        await log.StepAsync("pharmacist", "Adds both medicines and their stock", async () =>
        {
            (await people.PostCsvAsync("pharmacist", "imports/catalogue", TourFiles.Dispensable)).Ok();
            (await people.PostCsvAsync("pharmacist", "imports/opening-balances", TourFiles.DispensableStock(today))).Ok();
            foreach (var code in new[] { "FEN50-AMP", "PAR500-10" }) presentations[code] = (await people.GetAsync("pharmacist", $"presentations/{code}")).Ok().Text("id");
            Patient = DemoClinic.PatientOf(TenantId.Parse((await people.GetAsync("pharmacist", "me")).Ok().Text("tenant"))).ToString();
            foreach (var p in (await people.GetAsync("administrator", "people?size=100")).Ok().List("items"))
                names[p!["id"]!.GetValue<string>()] = $"{p["name"]} ({p["roles"]![0]})";
            var lots = await Task.WhenAll(presentations.Where(p => p.Key is "FEN50-AMP" or "PAR500-10").Select(p => people.GetAsync("pharmacist", $"stock?presentation={p.Value}")));
            return string.Join("; ", lots.SelectMany(l => l.Ok().List("items")).Select(s => $"{s!["onHand"]} of {s["number"]} until {s["expiration"]}"));
        });
        await log.StepAsync("pharmacist", "Writes what emergency usually requests as a checklist", async () =>
        {
            var answer = (await people.PostAsync("pharmacist", "checklists", new JsonObject
            {
                ["department"] = Emergency,
                ["name"] = "Analgesia en emergencia",
                ["items"] = new JsonArray(
                    new JsonObject { ["presentation"] = presentations["FEN50-AMP"], ["quantity"] = Quantity(1, "{ampule}") },
                    new JsonObject { ["presentation"] = presentations["PAR500-10"], ["quantity"] = Quantity(10, "{tbl}") }),
            })).Ok();
            Checklist = answer.Text("checklist");
            return "Analgesia en emergencia, two items";
        });
    }

    private async Task RequestingAsync()
    {
        await log.StepAsync("physician", "Requests one ampoule for a patient, by checklist", async () =>
        {
            var answer = (await people.PostAsync("physician", "dispensations", Request("FEN50-AMP", 1, "{ampule}", "R-2041"))).Ok();
            Ampoule = answer.Text("dispensation");
            return $"{answer.Text("status")}; may authorise: {Names(answer.List("mayAuthorise"))}; may prepare: {Names(answer.List("mayPrepare"))}";
        });
        await log.StepAsync("physician", "Authorises the own request", async () => (await StepAsync("physician", Ampoule, "authorise")).Refused(422, "DSP305"));
        await log.StepAsync("nurse", "Tries to authorise it", async () => (await StepAsync("nurse", Ampoule, "authorise")).Forbidden());
        await log.StepAsync("physician-2", "Authorises it", async () => (await StepAsync("physician-2", Ampoule, "authorise")).Ok().Text("status"));
        await log.StepAsync("physician", "Requests ten tablets too; physician-2 authorises", async () =>
        {
            Tablets = (await people.PostAsync("physician", "dispensations", Request("PAR500-10", 10, "{tbl}"))).Ok().Text("dispensation");
            return (await StepAsync("physician-2", Tablets, "authorise")).Ok().Text("status");
        });
    }

    private async Task PreparingAsync()
    {
        await log.StepAsync("pharmacist", "Prepares the ampoule: first expiry first", async () => Kept((await StepAsync("pharmacist", Ampoule, "prepare")).Ok()));
        await log.StepAsync("pharmacist", "Takes the wrong box and scans it", async () =>
            (await ScanAsync(TourFiles.AmpouleScan("F-102", today.PlusMonths(20)))).Refused(422, "DSP203"));
        await log.StepAsync("pharmacist", "Scans the right one", async () =>
            string.Join(", ", (await ScanAsync(TourFiles.AmpouleScan("F-101", today.PlusMonths(8)))).Ok().List("lines.0.parts").Select(p => $"lot {p!["number"]} confirmed by scan: {p["isScanned"]}")));
        await log.StepAsync("pharmacist", "Says it is ready, without anybody who checked", async () => (await StepAsync("pharmacist", Ampoule, "ready")).Refused(422, "DSP207"));
        await log.StepAsync("pharmacist", "Checks the own work", async () =>
            (await StepAsync("pharmacist", Ampoule, "ready", new() { ["checker"] = await PinAsync("pharmacist") })).Refused(422, "DSP208"));
        await log.StepAsync("pharmacist", "Has pharmacist-2 check it, who types the PIN", async () =>
            (await StepAsync("pharmacist", Ampoule, "ready", new() { ["checker"] = await PinAsync("pharmacist-2") })).Ok().Text("status"));
        await log.StepAsync("pharmacist", "Prepares the tablets and confirms them by eye", async () =>
        {
            var kept = (await StepAsync("pharmacist", Tablets, "prepare")).Ok();
            var confirm = new JsonObject { ["line"] = 1, ["lot"] = kept.Text("lines.0.parts.0.lot"), ["quantity"] = 10 };
            (await StepAsync("pharmacist", Tablets, "confirm", confirm)).Ok();
            return $"{Kept(kept)}, {(await StepAsync("pharmacist", Tablets, "ready")).Ok().Text("status")}";
        });
    }

    private JsonObject Request(string presentation, decimal quantity, string unit, string? prescription = null) => new()
    {
        ["from"] = Store,
        ["target"] = new JsonObject { ["department"] = Emergency, ["area"] = "emergency", ["patient"] = Patient },
        ["checklist"] = Checklist,
        ["prescription"] = prescription,
        ["lines"] = new JsonArray(new JsonObject { ["presentation"] = presentations[presentation], ["quantity"] = Quantity(quantity, unit) }),
    };

    private Task<TourAnswer> ScanAsync(string scan) =>
        StepAsync("pharmacist", Ampoule, "confirm", new() { ["line"] = 1, ["scan"] = scan, ["quantity"] = 1 });

    private Task<TourAnswer> StepAsync(string who, string dispensation, string step, JsonObject? body = null) =>
        people.PostAsync(who, $"dispensations/{dispensation}/{step}", body ?? []);

    private async Task<JsonObject> PinAsync(string who, string? pin = null) =>
        new() { ["kind"] = "pin", ["person"] = (await people.GetAsync(who, "me")).Ok().Text("person.id"), ["secret"] = pin ?? DemoPeople.Of(who).Pin };

    private static JsonObject Badge(string who) => new() { ["kind"] = "badge", ["secret"] = DemoPeople.Of(who).Badge };

    private string Names(JsonArray ids) => string.Join(", ", ids.Select(i => Name(i)));

    private string Name(JsonNode? person) => person is null ? "nobody" : names.GetValueOrDefault(person.GetValue<string>(), "the clinic's clock");

    private static string Kept(TourAnswer answer) => string.Join(", ", answer.List("lines.0.parts").Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p!["quantity"]} of lot {p["number"]} kept aside, until {p["expiration"]}")));
}
