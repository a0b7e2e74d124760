
namespace Clinic.Api.Tests;

/// <summary>Tariffs and bills over HTTP: prices by two people, a bill, its invoice, its credit, and what is refused on the way.</summary>
public class EmergencyBillTests
{
    private const string Tariffs = "/api/v1/emergency/tariffs";
    private const string Stays = "/api/v1/emergency/stays";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_stay_is_billed_invoiced_credited_and_billed_again(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        await StayTests.PriceAsync(factory);
        var (reception, cashier, supervisor) = (await factory.AsAsync("reception"), await factory.AsAsync("cashier"), await factory.AsAsync("supervisor"));
        var patient = (await reception.OkAsync("/api/v1/patients", new { name = "Ana Ñáñez", allergies = Array.Empty<string>() }))["patient"];
        var stay = $"{Stays}/{(await reception.OkAsync(Stays, new { patient }))["stay"]}";
        await reception.OkAsync($"{stay}/start", new { });
        factory.Clock.AdvanceMinutes(60);
        var running = (await cashier.GetAsync($"{stay}/bill")).Json;
        Assert.Equal(("preview", 60m), (running["time"]!["kind"]!.GetValue<string>(), running["total"]!.GetValue<decimal>()));
        (await cashier.PostAsync($"{stay}/invoice", new { })).Refused(422, "EMB303");
        var closed = await reception.OkAsync($"{stay}/close", new { disposition = "discharged" });
        Assert.Equal((1, 60m), (closed.Json["revision"]!.GetValue<int>(), closed.Json["total"]!.GetValue<decimal>()));

        var invoiced = await cashier.OkAsync($"{stay}/invoice", new { version = closed.Json["version"]!.GetValue<long>() });
        (await cashier.PostAsync($"{stay}/invoice", new { })).Refused(422, "EMB303");
        (await cashier.PostAsync($"{stay}/settle", new { reason = "R-1" })).Refused(422, "EMB403");
        (await cashier.PostAsync($"{stay}/credit", new { reason = "no es suyo" })).Refused(403, "API102");
        await supervisor.OkAsync($"{stay}/credit", new { reason = "paciente equivocado", version = invoiced.Json["version"]!.GetValue<long>() });

        var bill = (await cashier.GetAsync($"{stay}/bill")).Json;
        Assert.Equal(("credited", "void"), (bill["status"]!.GetValue<string>(), bill["invoices"]![0]!["status"]!.GetValue<string>()));
        var revisions = (await cashier.GetAsync($"{stay}/statements")).Json.AsArray();
        Assert.Equal([60m, -60m], revisions.Select(r => r!["statement"]!["total"]!.GetValue<decimal>()));
        var words = (await cashier.GetAsync($"{stay}/statements/2")).Json["words"]!.AsArray();
        Assert.StartsWith("This note takes back revision 1", words[0]!.GetValue<string>(), StringComparison.Ordinal);
        (await cashier.GetAsync($"{stay}/statements/9")).Refused(404, "EMB407");
        var looks = (await supervisor.GetAsync("/api/v1/audit?size=500")).Json["items"]!.AsArray();
        Assert.Contains(looks, a => a!["action"]!.GetValue<string>() == "stay-bill.seen");
        Assert.Single((await cashier.GetAsync("/api/v1/emergency/invoices?status=void")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Prices_are_written_by_one_published_by_another_compared_and_never_changed()
    {
        using var factory = ApiFactory.InMemory();
        await StayTests.PriceAsync(factory);
        var (administrator, supervisor) = (await factory.AsAsync("administrator"), await factory.AsAsync("supervisor"));
        var id = (await administrator.GetAsync(Tariffs)).Json["items"]![0]!["id"]!.GetValue<string>();
        var tariff = (await administrator.GetAsync($"{Tariffs}/{id}")).Json;
        var terms = tariff["versions"]![0]!["terms"]!.DeepClone();
        terms["components"]![0]!["perHour"] = 61.5m;
        var version = tariff["version"]!.GetValue<long>();

        (await administrator.PostAsync(Tariffs, new { name = "Otra", reason = "doble" })).Refused(422, "EMB115");
        var magic = terms.DeepClone();
        magic["components"]![0]!["kind"] = "magic";
        Assert.Equal(400, (int)(await administrator.PostAsync($"{Tariffs}/{id}/versions", new { terms = magic, effectiveFrom = "2026-04-01T05:00:00Z", reason = "x", version })).Status);
        var drafted = await administrator.OkAsync($"{Tariffs}/{id}/versions", new { terms, effectiveFrom = "2026-04-01T05:00:00Z", reason = "alza", version });
        (await administrator.PostAsync($"{Tariffs}/{id}/versions/2/publish", new { reason = "propia", version = version + 1 })).Refused(422, "EMB132");
        await supervisor.OkAsync($"{Tariffs}/{id}/versions/2/publish", new { reason = "conforme", version = drafted.Json["version"]!.GetValue<long>() });

        var difference = Assert.Single((await supervisor.GetAsync($"{Tariffs}/{id}/compare?before=1&after=2")).Json.AsArray())!;
        Assert.Equal(("60", "61.5"), (difference["before"]!.GetValue<string>(), difference["after"]!.GetValue<string>()));
        var versions = (await supervisor.GetAsync($"{Tariffs}/{id}")).Json["versions"]!.AsArray();
        Assert.Equal("2026-04-01T05:00:00Z", versions[0]!["effectiveTo"]!.GetValue<string>());
        Assert.Equal(["published", "drafted", "published", "drafted", "created"],
            (await supervisor.GetAsync($"{Tariffs}/{id}/history")).Json["items"]!.AsArray().Select(c => c!["kind"]!.GetValue<string>()));
        var simulated = await supervisor.OkAsync("/api/v1/emergency/simulate", new
        {
            tariff = id,
            times = new { start = new { local = "2026-03-02T10:10" }, end = new { local = "2026-03-02T12:10" } },
        });
        Assert.Equal((123m, 3m), (simulated.Json["proposed"]!["total"]!.GetValue<decimal>(), simulated.Json["difference"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Holidays_are_versions_and_a_date_twice_is_refused()
    {
        using var factory = ApiFactory.InMemory();
        var administrator = await factory.AsAsync("administrator");
        const string Holidays = "/api/v1/emergency/holidays";
        object Calendar(params string[] dates) => new { name = "Ecuador", from = "2026-01-01", through = "2026-12-31", reason = "decreto", holidays = dates.Select(date => new { date, name = "Feriado" }) };

        (await administrator.GetAsync(Holidays)).Refused(404, "EMB136");
        (await administrator.PostAsync(Holidays, Calendar("2026-05-25", "2026-05-25"))).Refused(400, "EMB112");
        await administrator.OkAsync(Holidays, Calendar("2026-05-25"));
        (await administrator.PostAsync(Holidays, Calendar("2026-08-10"))).Refused(409, "EMB131");
        Assert.Equal(1, (await administrator.GetAsync(Holidays)).Json["version"]!.GetValue<int>());
        Assert.Single((await administrator.GetAsync($"{Holidays}/history")).Json["items"]!.AsArray());
    }
}
