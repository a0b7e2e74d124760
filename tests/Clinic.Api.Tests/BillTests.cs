using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Medicines of a visit over HTTP: delivered, half returned, billed with the stay, matched, and printed.</summary>
public class BillTests
{
    private const string Today = "2026-03-02";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Medicines_of_the_visit_stand_on_the_bill_match_the_deliveries_and_are_printed(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var ward = await Ward.OpenAsync(factory);
        await TariffAsync(ward);
        var stay = (await ward.OkAsync("reception", "emergency/stays", new { patient = ward.Patient }))["stay"]!.GetValue<string>();
        await ward.OkAsync("reception", $"emergency/stays/{stay}/start", new { });
        var visit = (await ward.GetAsync("reception", $"emergency/stays/{stay}")).Json["encounter"]!.GetValue<string>();
        var dispensation = await DeliveredAsync(ward, visit, 10);
        var returned = (await ward.OkAsync("nurse", $"dispensations/{dispensation}/returns", new { line = 1, quantity = Ward.Some(5, "{tbl}"), condition = "unopened", reason = "sobró" }))["return"]!.GetValue<string>();
        await ward.OkAsync("pharmacist", $"dispensations/{dispensation}/returns/{returned}/count", new { counted = Ward.Some(5, "{tbl}"), to = ward.Store });
        factory.Clock.AdvanceMinutes(60);
        await ward.OkAsync("reception", $"emergency/stays/{stay}/close", new { disposition = "discharged" });

        // Nobody has priced tablets yet: shown so, and no invoice goes out.
        var unpriced = (await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill")).Json;
        Assert.Equal("PHA806", unpriced["others"]![0]!["unpriced"]!.GetValue<string>());
        Assert.Null(unpriced["total"]);
        (await ward.PostAsync("cashier", $"emergency/stays/{stay}/invoice", new { })).Refused(422, "EMB411");
        await PriceAsync(ward);
        await ward.OkAsync("cashier", $"emergency/stays/{stay}/invoice", new { });

        var bill = (await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill")).Json;
        Assert.Equal((5m, 2.5m, 0.38m), (Figure(bill["others"]![0]!, "quantity"), Figure(bill["others"]![0]!, "net"), Figure(bill["others"]![0]!, "tax")));
        Assert.Equal(62.88m, Figure(bill, "total"));
        Assert.Equal(["matched"], Kinds(await ward.OkAsync("cashier", $"encounters/{visit}/billing-match", new { })));
        await DeliveredAsync(ward, visit, 2);
        var late = await ward.OkAsync("cashier", $"encounters/{visit}/billing-match", new { });
        Assert.Equal(["matched", "missing"], Kinds(late).Order());
        Assert.Single(late["raised"]!.AsArray());
        Assert.Equal(2m, Figure((await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill")).Json["later"]![0]!, "quantity"));
        (await ward.PostAsync("cashier", $"encounters/{Guid.CreateVersion7()}/billing-match", new { })).Refused(400, "DSP821");

        var page = await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill/page?lang=es");
        Assert.Contains("62.88 USD", page.Text, StringComparison.Ordinal);
        Assert.Contains("Paracetamol 500 mg", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rosa Rivas", page.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("revision 1 of 1", (await ward.GetAsync("auditor", $"emergency/stays/{stay}/bill/page?lang=en&revision=1")).Text, StringComparison.Ordinal);
        Assert.Matches(@"TOTAL\s+62\.88 USD", (await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill/text?lang=es")).Text);
        (await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill/page?lang=fr")).Refused(400, "EMB101");
        (await ward.GetAsync("cashier", $"emergency/stays/{stay}/bill/page?revision=7")).Refused(404, "EMB407");
        (await ward.GetAsync("nurse", $"emergency/stays/{stay}/bill/page")).Refused(403, "API102");
        var noted = (await ward.GetAsync("auditor", $"audit?subjectKind=core.patient&subjectId={ward.Patient}")).Json["items"]!.AsArray().Select(e => e!["action"]!.GetValue<string>());
        Assert.Equal(3, noted.Count(a => a == "stay.bill-printed"));
    }

    private static async Task<string> DeliveredAsync(Ward ward, string visit, decimal tablets)
    {
        var id = (await ward.OkAsync("physician", "dispensations", new
        {
            from = ward.Store,
            target = new { department = ward.Emergency, area = "emergency", patient = ward.Patient, encounter = visit },
            lines = new[] { new { presentation = ward.Tablet, quantity = Ward.Some(tablets, "{tbl}"), directions = "una" } },
        }))["dispensation"]!.GetValue<string>();
        await ward.OkAsync("physician-2", $"dispensations/{id}/authorise");
        var kept = await ward.OkAsync("pharmacist", $"dispensations/{id}/prepare");
        foreach (var part in kept["lines"]![0]!["parts"]!.AsArray())
            await ward.OkAsync("pharmacist", $"dispensations/{id}/confirm", new { line = 1, lot = part!["lot"]!.GetValue<string>(), quantity = part["quantity"]!.GetValue<decimal>() });
        await ward.OkAsync("pharmacist", $"dispensations/{id}/ready", new { checker = await ward.PinAsync("pharmacist-2") });
        await ward.OkAsync("auxiliary", "hand-overs", await ward.HandOverAsync(id));
        return id;
    }

    private static async Task PriceAsync(Ward ward)
    {
        await ward.OkAsync("pharmacist", "tax-groups", new { code = "IVA15", name = "IVA 15 %", from = "2024-04-01", percent = 15, reason = "ley" });
        await ward.OkAsync("pharmacist", "price-lists", new
        {
            data = new
            {
                code = "PUB",
                name = "Público",
                segment = "patient",
                currency = "USD",
                taxInclusive = false,
                from = Today,
                entries = new[] { new { presentation = ward.Tablet, per = new { level = (string?)null }, rule = new { kind = "fixed", value = 0.5m }, taxGroup = "IVA15" } },
            },
            reason = "apertura",
        });
    }

    private static async Task TariffAsync(Ward ward)
    {
        var terms = (await ward.GetAsync("administrator", "emergency/tariffs/starters")).Json.AsArray()[0]!["terms"]!.DeepClone();
        terms["components"]![0]!["perHour"] = 60;
        terms["metering"]!["block"] = JsonNode.Parse("""{ "size": "0:00:01", "threshold": "0:00:01" }""");
        var tariff = await ward.OkAsync("administrator", "emergency/tariffs", new { name = "Emergencia", reason = "apertura" });
        var path = $"emergency/tariffs/{tariff["tariff"]!.GetValue<string>()}/versions";
        var draft = await ward.OkAsync("administrator", path, new { terms, effectiveFrom = "2026-03-02T15:00:00Z", reason = "apertura", version = tariff["version"]!.GetValue<long>() });
        await ward.OkAsync("supervisor", $"{path}/1/publish", new { reason = "conforme", version = draft["version"]!.GetValue<long>() });
    }

    private static decimal Figure(JsonNode node, string name) => node[name]!.GetValue<decimal>();

    private static IEnumerable<string> Kinds(JsonNode answer) => answer["lines"]!.AsArray().Select(l => l!["kind"]!.GetValue<string>());
}
