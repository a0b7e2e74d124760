namespace Clinic.Api.Tests;

/// <summary>Requisitions over HTTP: level, suggestion, draft, approval, dispatch, papers, short receipt, write-off.</summary>
public class RequisitionTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_requisition_is_asked_granted_sent_counted_and_closed(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var (nurse, auxiliary, supervisor) = (await factory.AsAsync("nurse"), await factory.AsAsync("auxiliary"), await factory.AsAsync("supervisor"));
        await world.ReceiveAsync("L-1");
        await world.Pharmacist.OkAsync("/api/v1/stock-levels", new { location = world.Emergency, presentation = world.Presentation, minimum = 20, maximum = 50, pack = "blister" });
        Assert.Equal(50, (await nurse.GetAsync($"/api/v1/requisitions/suggestion?location={world.Emergency}")).Json[0]!["ask"]!.GetValue<decimal>());
        Assert.Single((await nurse.GetAsync($"/api/v1/stock-levels?location={world.Emergency}")).Json["items"]!.AsArray());

        var id = (await nurse.OkAsync("/api/v1/requisitions", Data(world, 50)))["requisition"];
        var path = $"/api/v1/requisitions/{id}";
        await nurse.OkAsync($"{path}/submit", new { version = 1 });
        await world.Pharmacist.OkAsync($"{path}/return", new { reason = "pida menos" });
        await nurse.OkAsync($"{path}/change", new { version = 3, data = Data(world, 40) });
        Assert.StartsWith("20", (await nurse.OkAsync($"{path}/submit", new { }))["number"], StringComparison.Ordinal);
        (await nurse.PostAsync($"{path}/approve", new { })).Refused(403, "API102");
        Assert.Single((await world.Pharmacist.GetAsync("/api/v1/requisitions?work=toApprove")).Json["items"]!.AsArray());
        await world.Pharmacist.OkAsync($"{path}/suspend", new { reason = "inventario" });
        await world.Pharmacist.OkAsync($"{path}/resume", new { });
        await world.Pharmacist.OkAsync($"{path}/approve", new { lines = new[] { new { presentation = world.Presentation, quantity = Tablets(30), reason = "no alcanza" } } });
        await auxiliary.OkAsync($"{path}/pick", new { });
        Assert.Contains("<h1>Picking list", (await auxiliary.GetAsync($"{path}/picking-list")).Text, StringComparison.Ordinal);
        var sent = await auxiliary.OkAsync($"{path}/dispatch", new { lines = new[] { new { presentation = world.Presentation, quantity = Tablets(20) } } });
        (await auxiliary.PostAsync($"{path}/cancel", new { reason = "tarde" })).Refused(422, "PHA702");
        Assert.Contains("L-1", (await nurse.GetAsync($"{path}/deliveries/{sent["delivery"]}/note")).Text, StringComparison.Ordinal);
        (await world.Pharmacist.PostAsync($"/api/v1/transfers/{sent["delivery"]}/receive", new { })).Refused(422, "PHA224");

        var lot = (await nurse.GetAsync(path)).Json["state"]!["deliveries"]![0]!["lots"]![0]!["lot"]!.GetValue<string>();
        (await auxiliary.PostAsync($"{path}/receive", new { })).Refused(422, "PHA710");
        await nurse.OkAsync($"{path}/receive", new { lots = new[] { new { lot, whole = Tablets(15), damaged = Tablets(2) } }, note = "caja rota" });
        await auxiliary.OkAsync($"{path}/close-rest", new { reason = "agotado" });
        await supervisor.OkAsync($"{path}/write-off", new { reason = "no apareció" });

        var read = (await nurse.GetAsync(path)).Json;
        Assert.Equal("completed", read["supplyRequestStatus"]!.GetValue<string>());
        var figures = read["figures"]![0]!;
        Assert.Equal((20m, 15m, 2m, 3m), (figures["sent"]!.GetValue<decimal>(), figures["received"]!.GetValue<decimal>(), figures["damaged"]!.GetValue<decimal>(), figures["short"]!.GetValue<decimal>()));
        Assert.Empty((await supervisor.GetAsync("/api/v1/requisitions?openOnly=true")).Json["items"]!.AsArray());

        var second = (await nurse.OkAsync("/api/v1/requisitions", Data(world, 10)))["requisition"];
        await nurse.OkAsync($"/api/v1/requisitions/{second}/submit", new { });
        await world.Pharmacist.OkAsync($"/api/v1/requisitions/{second}/reject", new { reason = "sin existencias" });
    }

    [Fact]
    public async Task Requisitions_that_cannot_be_are_refused_with_their_codes()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var nurse = await factory.AsAsync("nurse");

        (await nurse.PostAsync("/api/v1/requisitions", Data(world, -1))).Refused(400, "PHA203");
        (await nurse.PostAsync("/api/v1/requisitions", new { destination = world.Store, origin = world.Store, lines = new[] { new { presentation = world.Presentation, quantity = Tablets(1) } } })).Refused(422, "PHA703");
        (await nurse.GetAsync("/api/v1/requisitions/0190f0c0-0000-7000-8000-00000000ffff")).Refused(404, "PHA701");
        (await world.Pharmacist.PostAsync("/api/v1/stock-levels", new { location = world.Emergency, presentation = world.Presentation, minimum = 2, maximum = 1 })).Refused(400, "PHA717");
    }

    private static object Tablets(decimal value) => new { value, unit = "{tbl}" };

    private static object Data(World world, decimal quantity) => new
    {
        destination = world.Emergency,
        origin = world.Store,
        priority = "urgent",
        lines = new[] { new { presentation = world.Presentation, quantity = Tablets(quantity) } },
    };
}
