using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Api.Demo;
using Clinic.Api.Tour;

namespace Clinic.Benchmarks.Http;

/// <summary>The demo people at work over HTTP: an ampoule of a narcotic, from request to pick-up.</summary>
internal sealed class HttpWard
{
    private const string Presentation = "FEN50-AMP";
    private const string Unit = "{ampule}";

    private readonly TourPeople people;
    private string presentation = "";
    private string store = "";
    private string emergency = "";
    private string patient = "";
    private string checker = "";

    private HttpWard(string address) => people = new TourPeople(address);

    /// <summary>Signs everybody in and puts the ampoules on the shelf.</summary>
    public static async Task<HttpWard> OpenAsync(string address)
    {
        var ward = new HttpWard(address);
        await ward.OpenAsync();
        return ward;
    }

    /// <summary>What the auxiliary sends to hand over dispensations that are ready, one each: badge, second person's PIN, drawn signature.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadyAsync(int count)
    {
        var bodies = new JsonObject[count];
        for (var i = 0; i < count; i++) bodies[i] = HandOver(await ReadyAsync());
        return bodies;
    }

    public async Task HandOverAsync(JsonObject body, int window = 1)
    {
        body["device"] = string.Create(CultureInfo.InvariantCulture, $"ventanilla {window}");
        (await people.PostAsync("auxiliary", "hand-overs", body)).Ok();
    }

    private async Task OpenAsync()
    {
        var me = (await people.GetAsync("pharmacist", "me")).Ok();
        patient = DemoClinic.PatientOf(TenantId.Parse(me.Text("tenant"))).ToString();
        var site = me.Text("sites.0.id");
        store = Id((await people.GetAsync("pharmacist", $"sites/{site}/locations")).Ok(), "Bodega de farmacia");
        emergency = Id((await people.GetAsync("pharmacist", $"sites/{site}/departments")).Ok(), "Emergencia");
        checker = (await people.GetAsync("pharmacist-2", "me")).Ok().Text("person.id");
        (await people.PostCsvAsync("pharmacist", "imports/catalogue", TourFiles.Dispensable)).Ok();
        presentation = (await people.GetAsync("pharmacist", $"presentations/{Presentation}")).Ok().Text("id");
        (await people.PostAsync("pharmacist", "receipts", new JsonObject
        {
            ["location"] = store,
            ["supplier"] = "Quifatex",
            ["lines"] = new JsonArray(new JsonObject
            {
                ["presentation"] = presentation,
                ["lotNumber"] = "F-101",
                ["expiration"] = "2090-12-31",
                ["paid"] = Quantity(100_000),
                ["price"] = new JsonObject { ["amount"] = 85_000, ["currency"] = "USD" },
            }),
        })).Ok();
    }

    private async Task<string> ReadyAsync()
    {
        var id = (await people.PostAsync("physician", "dispensations", new JsonObject
        {
            ["from"] = store,
            ["target"] = new JsonObject { ["department"] = emergency, ["area"] = "emergency", ["patient"] = patient },
            ["prescription"] = "R-2041",
            ["lines"] = new JsonArray(new JsonObject { ["presentation"] = presentation, ["quantity"] = Quantity(1) }),
        })).Ok().Text("dispensation");
        await StepAsync("physician-2", id, "authorise", []);
        var lot = (await StepAsync("pharmacist", id, "prepare", [])).Text("lines.0.parts.0.lot");
        await StepAsync("pharmacist", id, "confirm", new() { ["line"] = 1, ["lot"] = lot, ["quantity"] = 1 });
        await StepAsync("pharmacist", id, "ready", new() { ["checker"] = Pin() });
        return id;
    }

    private async Task<TourAnswer> StepAsync(string who, string dispensation, string step, JsonObject body) =>
        (await people.PostAsync(who, $"dispensations/{dispensation}/{step}", body)).Ok();

    private JsonObject HandOver(string dispensation) => new()
    {
        ["items"] = new JsonArray(new JsonObject { ["dispensation"] = dispensation }),
        ["recipient"] = new JsonObject { ["kind"] = "badge", ["secret"] = DemoPeople.Of("nurse").Badge },
        ["secondPerson"] = Pin(),
        ["signature"] = new JsonObject { ["kind"] = "drawnSignature", ["mediaType"] = "image/png", ["content"] = TourFiles.DrawnSignature },
    };

    private JsonObject Pin() => new() { ["kind"] = "pin", ["person"] = checker, ["secret"] = DemoPeople.Of("pharmacist-2").Pin };

    private static JsonObject Quantity(decimal value) => new() { ["value"] = value, ["unit"] = Unit };

    private static string Id(TourAnswer list, string name) => list.List("").First(p => p!["name"]!.GetValue<string>() == name)!["id"]!.GetValue<string>();
}
