using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Reports over HTTP: JSON in parts, CSV, Excel, labels.</summary>
public class ReportTests
{
    // The date of the clock that the factory sets.
    private const string Today = "2026-03-02";
    private const string Period = $"from={Today}&through={Today}";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Every_report_answers_in_every_form(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var pharmacist = world.Pharmacist;
        var lot = await world.ReceiveAsync("=L-1");
        await world.ReceiveAsync("L-2");
        await SellAsync(world);

        var kardex = (await pharmacist.GetAsync($"/api/v1/reports/kardex?presentation={world.Presentation}&{Period}&size=2")).Json;
        var all = kardex["items"]!.AsArray().Count;
        while (kardex["next"] is { } next)
        {
            var carried = Number(kardex["closing"]);
            kardex = (await pharmacist.GetAsync($"/api/v1/reports/kardex?presentation={world.Presentation}&{Period}&size=2&after={next}")).Json;
            Assert.Equal(carried, Number(kardex["opening"]));
            all += kardex["items"]!.AsArray().Count;
        }

        Assert.Equal(3, all);
        Assert.Equal(await world.OnHandAsync(), Number(kardex["closing"]));
        var value = (await pharmacist.GetAsync($"/api/v1/reports/stock-value?asOf={Today}&size=1")).Json;
        Assert.Single(value["items"]!.AsArray());
        Assert.NotNull(value["next"]);
        Assert.Equal(Number(kardex["closingValues"]![0]!["amount"]), Number(value["totals"]![0]!["amount"]!["amount"]));
        var cost = (await pharmacist.GetAsync($"/api/v1/reports/cost-of-goods?{Period}")).Json;
        var margin = (await pharmacist.GetAsync($"/api/v1/reports/margins?{Period}&by=product,segment,month")).Json["items"]![0]!;
        Assert.Equal(Number(cost["flows"]![0]!["used"]!["amount"]), Number(margin["cost"]!["amount"]));
        Assert.Equal((3.30m, "patient", "2026-03"), (Number(margin["net"]!["amount"]), margin["segment"]!.GetValue<string>(), margin["month"]!.GetValue<string>()));
        Assert.Equal(1, (await pharmacist.GetAsync($"/api/v1/reports/invoices?{Period}")).Json["items"]![0]!["count"]!.GetValue<int>());
        var books = (await pharmacist.GetAsync($"/api/v1/reports/reconciliation?{Period}")).Json;
        Assert.Equal((1, 0), (books["compared"]!.GetValue<int>(), books["items"]!.AsArray().Count));
        Assert.Equal(1, Number((await pharmacist.GetAsync($"/api/v1/reports/kpis?{Period}")).Json["items"]![0]!["fillRate"]));
        Assert.Empty((await pharmacist.GetAsync($"/api/v1/reports/suggested-purchases?{Period}")).Json["items"]!.AsArray());

        foreach (var report in new[] { $"kardex?presentation={world.Presentation}&", "stock-value?", "cost-of-goods?", "margins?", "invoices?", "reconciliation?", "kpis?", "suggested-purchases?" })
        {
            var dates = report.StartsWith("stock", StringComparison.Ordinal) ? "" : Period;
            var csv = await pharmacist.GetAsync($"/api/v1/reports/{report}{dates}&format=csv&lang=en");
            var excel = await pharmacist.GetAsync($"/api/v1/reports/{report}{dates}&format=excel&lang=es");
            Assert.Equal(System.Net.HttpStatusCode.OK, csv.Status);
            Assert.Equal(csv.Text.Split("\r\n").Length, excel.Text.Split("\r\n").Length);
            Assert.Contains(";", excel.Text.Split("\r\n")[0], StringComparison.Ordinal);
        }

        Assert.Contains("'=L-1", (await pharmacist.GetAsync("/api/v1/reports/stock-value?format=csv")).Text, StringComparison.Ordinal);
        var label = await pharmacist.GetAsync($"/api/v1/lots/{lot}/label?size=small&lang=es");
        Assert.Contains("@page{size:50mm 30mm", label.Text, StringComparison.Ordinal);
        Assert.Equal("=L-1", (await pharmacist.GetAsync($"/api/v1/lots/{lot}/label?format=json")).Json["lotNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_cannot_be_reported_is_refused_with_its_code()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var p = world.Pharmacist;

        (await p.GetAsync("/api/v1/reports/kpis?from=2026-03-02&through=2026-03-01")).Refused(400, "PHA891");
        (await p.GetAsync("/api/v1/reports/stock-value?asOf=2026-03-03")).Refused(400, "PHA892");
        (await p.GetAsync($"/api/v1/reports/kpis?{Period}&format=pdf")).Refused(400, "PHA105");
        (await p.GetAsync($"/api/v1/reports/kpis?{Period}&format=csv&lang=de")).Refused(400, "PHA105");
        (await p.GetAsync($"/api/v1/reports/margins?{Period}&by=cashier")).Refused(400, "PHA105");
        (await p.GetAsync($"/api/v1/reports/kardex?presentation=none&{Period}")).Refused(404, "PHA102");
        var auxiliary = await factory.AsAsync("auxiliary");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await auxiliary.GetAsync($"/api/v1/reports/margins?{Period}")).Status);
        Assert.Null((await auxiliary.GetAsync($"/api/v1/reports/kpis?{Period}")).Json["items"]![0]!["flows"]);
    }

    private static async Task SellAsync(World world)
    {
        var pharmacist = world.Pharmacist;
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
        await pharmacist.OkAsync("/api/v1/shifts", new { @float = new { amount = 20, currency = "USD" } });
        var sale = (await pharmacist.OkAsync("/api/v1/sales", new { location = world.Store, segment = "patient", buyer = new { kind = "cedula", number = "1710034065", name = "María" } }))["sale"];
        var basket = (await pharmacist.OkAsync($"/api/v1/sales/{sale}/lines", new { presentation = world.Presentation, quantity = new { value = 3, unit = "{tbl}" } })).Json;
        var total = basket["total"]!["amount"]!.GetValue<decimal>();
        await pharmacist.OkAsync($"/api/v1/sales/{sale}/complete", new { version = basket["version"]!.GetValue<long>(), payments = new[] { new { kind = "cash", amount = new { amount = total, currency = "USD" } } } });
    }

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();
}
