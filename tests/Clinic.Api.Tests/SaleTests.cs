using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>A sale over HTTP: till, quote, basket, completion, receipt, return, closing.</summary>
public class SaleTests
{
    private const string Today = "2026-03-02";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_basket_is_sold_printed_returned_in_part_and_the_till_closed(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var pharmacist = world.Pharmacist;
        await world.ReceiveAsync("L-1");
        await pharmacist.OkAsync("/api/v1/tax-groups", new { code = "IVA15", name = "IVA 15 %", from = "2024-04-01", percent = 15, reason = "ley" });
        await pharmacist.OkAsync("/api/v1/price-lists", new
        {
            data = new
            {
                code = "PUB",
                name = "Público",
                segment = "patient",
                currency = "USD",
                taxInclusive = false,
                from = Today,
                entries = new[] { new { presentation = world.Presentation, per = new { level = (string?)null }, rule = new { kind = "fixed", value = 1.10m }, taxGroup = "IVA15" } },
            },
            reason = "apertura",
        });
        var line = new { presentation = world.Presentation, quantity = new { value = 3, unit = "{tbl}" } };

        var quote = await pharmacist.OkAsync("/api/v1/sales/quote", new { location = world.Store, segment = "patient", lines = new[] { line } });
        Assert.Equal(3.80m, Amount(quote.Json, "total"));
        var till = (await pharmacist.OkAsync("/api/v1/shifts", new { @float = Usd(20) }))["shift"];
        var basket = await pharmacist.OkAsync("/api/v1/sales", new { location = world.Store, segment = "patient", buyer = new { kind = "cedula", number = "1710034065", name = "María <b>Ñáñez</b>", mail = "maria@example.com" } });
        var sale = basket["sale"];
        basket = await pharmacist.OkAsync($"/api/v1/sales/{sale}/lines", line);
        basket = await pharmacist.OkAsync($"/api/v1/sales/{sale}/lines/1/change", new { quantity = new { value = 4, unit = "{tbl}" } });
        basket = await pharmacist.OkAsync($"/api/v1/sales/{sale}/reserve", new { });
        var version = basket.Json["version"]!.GetValue<long>();
        var total = Amount(basket.Json, "total");
        (await pharmacist.PostAsync($"/api/v1/sales/{sale}/complete", new { version, payments = new[] { new { kind = "cash", amount = Usd(1) } } })).Refused(422, "PHA842");
        var sold = await pharmacist.OkAsync($"/api/v1/sales/{sale}/complete", new { version, payments = new[] { new { kind = "cash", amount = Usd(total), given = Usd(10) } } });

        Assert.Equal((5.06m, 4.94m), (Amount(sold.Json, "total"), Amount(sold.Json, "change")));
        var found = (await pharmacist.GetAsync($"/api/v1/sales/{sale}")).Json;
        Assert.Equal("completed", found["head"]!["status"]!.GetValue<string>());
        Assert.NotNull(found["lines"]![0]!["lots"]![0]!["unitCost"]);
        var cashier = await factory.AsAsync("cashier");
        Assert.Null((await cashier.GetAsync($"/api/v1/sales/{sale}")).Json["lines"]![0]!["lots"]![0]!["unitCost"]);
        var page = await cashier.GetAsync($"/api/v1/sales/{sale}/receipt?format=html&width=a4&lang=es");
        Assert.Contains("&lt;b&gt;Ñáñez", page.Text, StringComparison.Ordinal);
        // A browser takes the page's own style by its hash, and nothing else.
        var css = page.Text.Split("<style>")[1].Split("</style>")[0].ReplaceLineEndings("\n");
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(css)));
        Assert.Contains($"style-src 'sha256-{hash}';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("SALES RECEIPT", (await cashier.GetAsync($"/api/v1/sales/{sale}/receipt?format=text&lang=en&lots=true")).Text, StringComparison.Ordinal);
        (await cashier.GetAsync($"/api/v1/sales/{sale}/receipt?format=pdf")).Refused(400, "PHA105");
        await pharmacist.OkAsync($"/api/v1/sales/{sale}/mail-receipt", new { language = "es" });

        var back = await pharmacist.OkAsync($"/api/v1/sales/{sale}/return", new
        {
            version = sold.Json["version"]!.GetValue<long>(),
            reason = "cambio",
            goods = new[] { new { line = 1, quantity = new { value = 1, unit = "{tbl}" }, condition = "sellable", to = world.Store } },
        });
        Assert.Equal("partlyReturned", back["status"]);
        Assert.Equal(2, (await pharmacist.GetAsync($"/api/v1/invoices?sale={sale}")).Json["items"]!.AsArray().Count);
        var cash = 20m + 5.06m - Amount(back.Json, "credited");
        await pharmacist.OkAsync($"/api/v1/shifts/{till}/close", new { counted = new[] { new { kind = "cash", amount = Usd(cash) } } });
        Assert.Contains("CIERRE DE CAJA", (await pharmacist.GetAsync($"/api/v1/shifts/{till}/report")).Text, StringComparison.Ordinal);
        (await pharmacist.PostAsync($"/api/v1/shifts/{till}/close", new { counted = new[] { new { kind = "cash", amount = Usd(cash) } } })).Refused(422, "PHA847");
    }

    [Fact]
    public async Task Each_look_at_what_a_patient_bought_is_noted()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var patient = Guid.CreateVersion7();
        var sale = (await world.Pharmacist.OkAsync("/api/v1/sales", new { location = world.Store, segment = "patient", patient }))["sale"];
        var auditor = await factory.AsAsync("auditor");

        await world.Pharmacist.GetAsync($"/api/v1/sales/{sale}");
        await world.Pharmacist.GetAsync($"/api/v1/sales/{sale}/receipt");
        await world.Pharmacist.GetAsync("/api/v1/sales");

        var noted = (await auditor.GetAsync($"/api/v1/audit?subjectKind=core.patient&subjectId={patient}")).Json["items"]!.AsArray();
        Assert.Equal(["sale.listed", "sale.read", "sale.read"], noted.Select(e => e!["action"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    private static object Usd(decimal amount) => new { amount, currency = "USD" };

    private static decimal Amount(JsonNode json, string field) => json[field]!["amount"]!.GetValue<decimal>();
}
