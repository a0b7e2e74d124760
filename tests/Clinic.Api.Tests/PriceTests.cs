using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Prices over HTTP: tax group, list, revision, special price, quote, simulation, end.</summary>
public class PriceTests
{
    // The date of the clock that the factory sets.
    private const string Today = "2026-03-02";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_price_is_published_changed_discounted_quoted_and_explained(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var supervisor = await factory.AsAsync("supervisor");
        var nurse = await factory.AsAsync("nurse");
        await world.ReceiveAsync("L-1");

        await world.Pharmacist.OkAsync("/api/v1/tax-groups", new { code = "IVA15", name = "IVA 15 %", from = "2024-04-01", percent = 15, reason = "ley" });
        var list = (await world.Pharmacist.OkAsync("/api/v1/price-lists", List(world, Today, [Entry(world, 0.15m), Entry(world, 12m, "box")])))["id"];
        var quote = (await nurse.OkAsync("/api/v1/prices/quote", Asked(world, 127, world.Store))).Json;
        var seen = (await supervisor.OkAsync("/api/v1/prices/quote", Asked(world, 127, world.Store))).Json;

        // One box and 27 tablets, and the tax of both.
        Assert.Equal((16.05m, 18.46m), (Amount(quote, "net"), Amount(quote, "total")));
        Assert.Null(quote["earnings"]);
        Assert.Equal(11.2014m, seen["earnings"]!["cost"]!["amount"]!.GetValue<decimal>());
        Assert.Equal(list, quote["source"]!["list"]!.GetValue<string>());

        await world.Pharmacist.OkAsync($"/api/v1/price-lists/{list}/revise", new { effective = Today, reason = "alza", version = 1, set = new[] { Entry(world, 0.20m) } });
        var special = await supervisor.OkAsync("/api/v1/special-prices", new
        {
            data = new { presentation = world.Presentation, segment = "patient", currency = "USD", from = Today, until = "2099-12-31", percentOff = 10 },
            reason = "campaña",
        });
        Assert.Equal(4.86m, Amount((await nurse.OkAsync("/api/v1/prices/quote", Asked(world, 27))).Json, "net"));
        Assert.Equal(2, (await nurse.GetAsync($"/api/v1/price-lists/{list}/history")).Json["items"]!.AsArray().Count);
        Assert.Equal(0.15m, (await nurse.GetAsync($"/api/v1/price-lists/{list}?version=1")).Json["entries"]![0]!["rule"]!["value"]!.GetValue<decimal>());
        Assert.Equal("PUB", (await nurse.GetAsync("/api/v1/price-lists?segment=patient")).Json["items"]![0]!["code"]!.GetValue<string>());
        Assert.Single((await supervisor.GetAsync($"/api/v1/special-prices?on={Today}")).Json["items"]!.AsArray());
        Assert.Equal(403, (int)(await nurse.GetAsync($"/api/v1/special-prices?on={Today}")).Status);
        Assert.Single((await nurse.GetAsync("/api/v1/tax-groups")).Json.AsArray());

        var simulated = await world.Pharmacist.OkAsync("/api/v1/prices/simulate", new { site = world.Site, presentation = world.Presentation, per = new { level = "box" }, rule = new { kind = "fixed", value = 8 } });
        Assert.Single(simulated.Json["lotsBelowCost"]!.AsArray());
        await supervisor.OkAsync($"/api/v1/special-prices/{special["id"]}/end", new { last = Today, reason = "error", version = 1 });
        await world.Pharmacist.OkAsync($"/api/v1/price-lists/{list}/retire", new { effective = Today, reason = "fin", version = 2 });
        (await nurse.PostAsync("/api/v1/prices/quote", Asked(world, 27))).Refused(422, "PHA806");
    }

    [Fact]
    public async Task Prices_that_cannot_be_are_refused_with_their_codes()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        await world.Pharmacist.OkAsync("/api/v1/tax-groups", new { code = "IVA15", name = "IVA 15 %", from = "2024-04-01", percent = 15, reason = "ley" });
        await world.Pharmacist.OkAsync("/api/v1/price-lists", List(world, Today, [Entry(world, 0.15m)]));

        (await world.Pharmacist.PostAsync("/api/v1/tax-groups", new { code = "X", name = "X", from = Today, percent = -1, reason = "x" })).Refused(400, "PHA810");
        (await world.Pharmacist.PostAsync("/api/v1/tax-groups", new { code = "X", name = "X", from = Today, percent = 100.5, reason = "x" })).Refused(400, "PHA810");
        (await world.Pharmacist.PostAsync("/api/v1/price-lists", List(world, Today, [Entry(world, 0.15m)], "PUB2"))).Refused(409, "PHA804");
        (await world.Pharmacist.PostAsync("/api/v1/prices/quote", Asked(world, 1, currency: "EUR"))).Refused(422, "PHA809");
        (await world.Pharmacist.PostAsync("/api/v1/prices/quote", new { site = world.Site, presentation = world.Presentation, quantity = new { value = 1, unit = "box" }, segment = "nobody" })).Refused(400, "API116");
    }

    private static object Entry(World world, decimal amount, string? level = null) =>
        new { presentation = world.Presentation, per = new { level }, rule = new { kind = "fixed", value = amount }, taxGroup = "IVA15" };

    private static object List(World world, string today, object[] entries, string code = "PUB") => new
    {
        data = new { code, name = "Público", segment = "patient", currency = "USD", taxInclusive = false, from = today, entries },
        reason = "apertura",
    };

    private static object Asked(World world, decimal quantity, string? location = null, string? currency = null) =>
        new { site = world.Site, presentation = world.Presentation, quantity = new { value = quantity, unit = "{tbl}" }, segment = "patient", location, currency };

    private static decimal Amount(JsonNode quote, string field) => quote[field]!["amount"]!.GetValue<decimal>();
}
