using System.Text.Json.Nodes;
using Clinic.Api.Demo;

namespace Clinic.Api.Tests;

/// <summary>The demo clinic with an ampoule of a narcotic and tablets, and its people, seen over HTTP.</summary>
public sealed class Ward
{
    public const string AmpouleGtin = "09506000134369";

    private readonly Dictionary<string, ApiCaller> callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public required ApiFactory Factory { get; init; }

    public required string Site { get; init; }

    public required string Store { get; init; }

    public required string Quarantine { get; init; }

    public required string Emergency { get; init; }

    public required string Patient { get; init; }

    public string Ampoule { get; private set; } = "";

    public string Tablet { get; private set; } = "";

    /// <summary>Every answer that anybody got, for those who search them.</summary>
    public List<string> Answers { get; } = [];

    public static async Task<Ward> OpenAsync(ApiFactory factory)
    {
        var pharmacist = await factory.AsAsync("pharmacist");
        var me = (await pharmacist.GetAsync("/api/v1/me")).Json;
        var site = me["sites"]![0]!["id"]!.GetValue<string>();
        var places = (await pharmacist.GetAsync($"/api/v1/sites/{site}/locations")).Json.AsArray().ToDictionary(l => l!["name"]!.GetValue<string>(), l => l!["id"]!.GetValue<string>());
        var departments = (await pharmacist.GetAsync($"/api/v1/sites/{site}/departments")).Json.AsArray().ToDictionary(l => l!["name"]!.GetValue<string>(), l => l!["id"]!.GetValue<string>());
        var ward = new Ward
        {
            Factory = factory,
            Site = site,
            Store = places["Bodega de farmacia"],
            Quarantine = places["Cuarentena"],
            Emergency = departments["Emergencia"],
            Patient = DemoClinic.PatientOf(new(Guid.Parse(me["tenant"]!.GetValue<string>()))).ToString(),
        };
        await ward.StockAsync();
        return ward;
    }

    public async Task<ApiCaller> AsAsync(string who)
    {
        if (!callers.TryGetValue(who, out var caller)) callers.Add(who, caller = await Factory.AsAsync(who));
        return caller;
    }

    public async Task<string> IdOfAsync(string who)
    {
        if (!ids.TryGetValue(who, out var id)) ids.Add(who, id = (await (await AsAsync(who)).GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>());
        return id;
    }

    public async Task<ApiAnswer> PostAsync(string who, string path, object? body = null, string? key = null, Action<HttpRequestMessage>? change = null)
    {
        var answer = await (await AsAsync(who)).PostAsync($"/api/v1/{path}", body, key, change);
        Answers.Add(answer.Text);
        return answer;
    }

    public async Task<ApiAnswer> GetAsync(string who, string path)
    {
        var answer = await (await AsAsync(who)).GetAsync($"/api/v1/{path}");
        Answers.Add(answer.Text);
        return answer;
    }

    public async Task<JsonNode> OkAsync(string who, string path, object? body = null)
    {
        var answer = await PostAsync(who, path, body);
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{who} {path}: {answer.Text}");
        return answer.Json;
    }

    public async Task<object> PinAsync(string who, string? pin = null) => new { kind = "pin", person = await IdOfAsync(who), secret = pin ?? DemoPeople.Of(who).Pin };

    public static object Badge(string who) => new { kind = "badge", secret = DemoPeople.Of(who).Badge };

    public static object Some(decimal value, string unit) => new { value, unit };

    public object Asking(string presentation, decimal value, string unit, bool isDraft = false) => new
    {
        from = Store,
        target = new { department = Emergency, area = "emergency", patient = Patient },
        lines = new[] { new { presentation, quantity = Some(value, unit), directions = "una dosis" } },
        prescription = "R-2041",
        isDraft,
    };

    public async Task<string> RequestedAsync(string presentation, decimal value, string unit) =>
        (await OkAsync("physician", "dispensations", Asking(presentation, value, unit)))["dispensation"]!.GetValue<string>();

    public async Task<string> AuthorisedAsync(string presentation, decimal value, string unit)
    {
        var id = await RequestedAsync(presentation, value, unit);
        await OkAsync("physician-2", $"dispensations/{id}/authorise");
        return id;
    }

    public async Task<string> ReadyAsync(string presentation, decimal value, string unit)
    {
        var id = await AuthorisedAsync(presentation, value, unit);
        var kept = await OkAsync("pharmacist", $"dispensations/{id}/prepare");
        foreach (var part in kept["lines"]![0]!["parts"]!.AsArray())
            await OkAsync("pharmacist", $"dispensations/{id}/confirm", new { line = 1, lot = part!["lot"]!.GetValue<string>(), quantity = part["quantity"]!.GetValue<decimal>() });
        await OkAsync("pharmacist", $"dispensations/{id}/ready", new { checker = await PinAsync("pharmacist-2") });
        return id;
    }

    public async Task<object> HandOverAsync(params string[] dispensations) => new
    {
        items = dispensations.Select(d => new { dispensation = d }),
        recipient = Badge("nurse"),
        secondPerson = await PinAsync("pharmacist-2"),
        signature = new { kind = "drawnSignature", mediaType = "image/png", content = Convert.ToBase64String(Signature) },
        device = "ventanilla 1",
    };

    public async Task<string> DeliveredAsync(string presentation, decimal value, string unit)
    {
        var id = await ReadyAsync(presentation, value, unit);
        await OkAsync("auxiliary", "hand-overs", await HandOverAsync(id));
        return id;
    }

    public async Task<JsonNode> ReadAsync(string dispensation) => (await GetAsync("auditor", $"dispensations/{dispensation}")).Json;

    /// <summary>A PNG as far as its first bytes tell.</summary>
    public static byte[] Signature { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];

    public static object Dose(decimal value, string unit) => new { dose = new { line = 1, amount = Some(value, unit) } };

    public static object Waste(decimal value, string unit, object? witness) =>
        new { waste = new { line = 1, kind = "openedRemainder", amount = Some(value, unit), reason = "remanente" }, witness };

    private async Task StockAsync()
    {
        Ampoule = await ProductAsync("FEN50", "narcotic", new { name = "fentanyl", strength = Some(0.05m, "mg"), per = Some(1, "mL") }, new
        {
            code = "FEN50-AMP",
            name = "Fentanilo 0.1 mg/2 mL",
            baseUnit = "{ampule}",
            gtins = new[] { new { gtin = AmpouleGtin } },
            containerContent = Some(2, "mL"),
        });
        Tablet = await ProductAsync("PAR500", "none", new { name = "paracetamol", strength = Some(500, "mg") }, new { code = "PAR500-1", name = "Paracetamol 500 mg", baseUnit = "{tbl}" });
        foreach (var (presentation, unit) in new[] { (Ampoule, "{ampule}"), (Tablet, "{tbl}") })
        {
            await OkAsync("pharmacist", "receipts", new
            {
                location = Store,
                supplier = "Quifatex",
                lines = new[] { ("L-1", "2026-12-31"), ("L-2", "2027-12-31") }.Select(l => new
                {
                    presentation,
                    lotNumber = l.Item1,
                    expiration = l.Item2,
                    paid = Some(100, unit),
                    price = new { amount = 150, currency = "USD" },
                }),
            });
        }
    }

    private async Task<string> ProductAsync(string code, string controlled, object ingredient, object presentation)
    {
        var medication = (await OkAsync("pharmacist", "medications", new { code, genericName = code, doseForm = "form", ingredients = new[] { ingredient }, controlled }))["id"]!.GetValue<string>();
        var data = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(presentation))!.AsObject();
        data["medication"] = medication;
        return (await OkAsync("pharmacist", "presentations", data))["id"]!.GetValue<string>();
    }
}
