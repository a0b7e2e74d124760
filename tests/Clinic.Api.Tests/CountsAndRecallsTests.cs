using System.Globalization;
using System.Net;

namespace Clinic.Api.Tests;

/// <summary>Counting sessions, recalls, supplier returns and the register over HTTP, from the first request to the last.</summary>
public class CountsAndRecallsTests
{
    [Fact]
    public async Task A_blind_count_goes_from_the_sheet_to_the_ledger()
    {
        using var factory = ApiFactory.InMemory();
        var w = await World.OpenAsync(factory);
        var (auxiliary, supervisor) = (await factory.AsAsync("auxiliary"), await factory.AsAsync("supervisor"));
        var lot = await w.ReceiveAsync("L1");

        var planned = await auxiliary.OkAsync("/api/v1/count-sessions", new { location = w.Store, kind = "full" });
        var path = $"/api/v1/count-sessions/{planned["session"]}";
        await auxiliary.OkAsync($"{path}/start", new { version = 1 });
        var sheet = await auxiliary.Speaking("es").GetAsync($"{path}/sheet");
        Assert.Equal((HttpStatusCode.OK, true), (sheet.Status, sheet.Text.Contains("Hoja de conteo", StringComparison.Ordinal)));
        Assert.Null((await auxiliary.GetAsync(path)).Json["lines"]![0]!["expected"]);
        await auxiliary.OkAsync($"{path}/counts", new { lots = new[] { new { lot, quantity = new { value = 199, unit = "{tbl}" } } } });
        Assert.Equal("recounting", (await auxiliary.OkAsync($"{path}/submit", new { version = 3 }))["status"]);
        (await auxiliary.PostAsync($"{path}/counts", new { lots = new[] { new { lot, quantity = new { value = 199, unit = "{tbl}" } } } })).Refused(422, "PHA736");
        await w.Pharmacist.OkAsync($"{path}/counts", new { lots = new[] { new { lot, quantity = new { value = 199, unit = "{tbl}" } } } });
        Assert.Equal("inReview", (await w.Pharmacist.OkAsync($"{path}/submit", new { version = 5 }))["status"]);
        Assert.Equal(200, (await supervisor.GetAsync(path)).Json["lines"]![0]!["expected"]!.GetValue<decimal>());
        (await auxiliary.PostAsync($"{path}/approve", new { version = 6 })).Refused(403, "API102");
        var approval = (await supervisor.OkAsync($"{path}/approve", new { version = 6, note = "merma" })).Json;

        Assert.Equal(-1, approval["counts"]![0]!["difference"]!.GetValue<decimal>());
        Assert.Equal(199, await w.OnHandAsync());
        Assert.Equal(lot, (await w.Pharmacist.GetAsync($"/api/v1/count-plan?location={w.Store}")).Json["items"]![0]!["lot"]!.GetValue<string>());
        Assert.Single((await supervisor.GetAsync("/api/v1/count-sessions?status=approved")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_recall_is_followed_until_the_goods_are_back_at_the_supplier()
    {
        using var factory = ApiFactory.InMemory();
        var w = await World.OpenAsync(factory);
        var lot = await w.ReceiveAsync("L1");
        await w.Pharmacist.OkAsync("/api/v1/issues", w.Pick(50));

        var opened = await w.Pharmacist.OkAsync("/api/v1/recalls", new { scope = new { basis = "lotNumber", presentation = w.Presentation, number = "L1" }, urgency = "classI", reason = "partículas", document = "ARCSA-1" });
        var path = $"/api/v1/recalls/{opened["campaign"]}";
        (await w.Pharmacist.PostAsync("/api/v1/issues", w.Pick(1))).Refused(422, "PHA201");
        (await w.Pharmacist.PostAsync("/api/v1/receipts", w.Delivery("L1"))).Refused(422, "PHA303");
        var notice = (await w.Pharmacist.GetAsync($"{path}/notices")).Json["items"]![0]!["notice"]!["id"]!.GetValue<string>();
        var notices = $"/api/v1/recall-notices/{notice}";
        await w.Pharmacist.OkAsync($"{notices}/attempts", new { how = "telephone", reached = true, version = 1 });
        await w.Pharmacist.OkAsync($"{notices}/answer", new { outcomes = new[] { new { lot, returned = 20, used = 30 } }, version = 2 });
        await w.Pharmacist.OkAsync($"{notices}/close", new { version = 3 });
        (await w.Pharmacist.PostAsync($"{path}/close", new { version = 1 })).Refused(422, "PHA754");

        var draft = await w.Pharmacist.OkAsync("/api/v1/supplier-returns", new { supplier = "Quifatex", reason = "recall", campaign = opened["campaign"], goods = new[] { new { lot, location = w.Store, quantity = new { value = 150, unit = "{tbl}" } } } });
        var back = $"/api/v1/supplier-returns/{draft["return"]}";
        await w.Pharmacist.OkAsync($"{back}/approve", new { version = 1 });
        await w.Pharmacist.OkAsync($"{back}/ship", new { version = 2 });
        await w.Pharmacist.OkAsync($"{back}/credit", new { number = "NC-9", amount = new { amount = 13, currency = "USD" }, version = 3 });
        Assert.Equal("credited", (await w.Pharmacist.GetAsync(back)).Json["status"]!.GetValue<string>());
        Assert.Equal("closed", (await w.Pharmacist.OkAsync($"{path}/close", new { conclusion = "todo devuelto", version = 1 }))["status"]);
        Assert.Equal(0, await w.OnHandAsync());
        Assert.Equal("supplierReturn", (await w.Pharmacist.GetAsync("/api/v1/movements")).Json["items"]![0]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_register_shows_balances_and_who_handed_out_alone()
    {
        using var factory = ApiFactory.InMemory();
        var w = await World.OpenAsync(factory);
        var medication = (await w.Pharmacist.OkAsync("/api/v1/medications", new { code = "MORF", genericName = "Morfina", doseForm = "ampule", controlled = "narcotic", ingredients = new[] { new { name = "Morfina", strength = new { value = 10, unit = "mg" } } } }))["id"];
        var controlled = (await w.Pharmacist.OkAsync("/api/v1/presentations", new { medication, code = "MORF-10", name = "Morfina 10 mg", baseUnit = "{ampule}" }))["id"];
        await w.Pharmacist.OkAsync("/api/v1/receipts", new { location = w.Store, supplier = "Quifatex", lines = new[] { new { presentation = controlled, lotNumber = "M1", expiration = "2027-03-31", paid = new { value = 20, unit = "{ampule}" }, price = new { amount = 20, currency = "USD" } } } });
        await w.Pharmacist.OkAsync("/api/v1/issues", new { from = w.Store, lines = new[] { new { presentation = controlled, quantity = new { value = 3, unit = "{ampule}" } } } });
        var auditor = await factory.AsAsync("auditor");
        var day = DateTimeOffset.Parse((await auditor.GetAsync("/api/v1/movements")).Json["items"]![0]!["occurred"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        var period = FormattableString.Invariant($"from={day.AddDays(-1):yyyy-MM-dd}T00:00:00Z&until={day.AddDays(1):yyyy-MM-dd}T00:00:00Z");

        var account = (await auditor.GetAsync($"/api/v1/register/accounts?{period}")).Json["items"]![0]!;
        Assert.Equal((0m, 20m, 3m, 17m, 1), (account["opening"]!.GetValue<decimal>(), account["in"]!.GetValue<decimal>(), account["out"]!.GetValue<decimal>(), account["closing"]!.GetValue<decimal>(), account["unwitnessed"]!.GetValue<int>()));
        var line = Assert.Single((await auditor.GetAsync($"/api/v1/register/lines?{period}&unwitnessedOnly=true")).Json["items"]!.AsArray())!;
        Assert.Equal((17m, true), (line["balance"]!.GetValue<decimal>(), line["isUnwitnessed"]!.GetValue<bool>()));
        Assert.Contains("sin testigo", (await auditor.Speaking("es").GetAsync($"/api/v1/register/print?{period}")).Text, StringComparison.Ordinal);
        Assert.StartsWith("presentation,controlled,lot", (await auditor.GetAsync($"/api/v1/register/csv?{period}")).Text, StringComparison.Ordinal);
        (await (await factory.AsAsync("nurse")).GetAsync($"/api/v1/register/lines?{period}")).Refused(403, "API102");
    }
}
