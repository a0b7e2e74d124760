using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Alerts over HTTP: rules, preview, the job, badges, answers, and everything that is refused.</summary>
public class AlertTests
{
    private const string Unknown = "0190f0c0-0000-7000-8000-00000000ffff";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task What_the_job_raises_is_listed_counted_and_answered(string storage)
    {
        using var factory = ApiFactory.Of(storage).Set("Clinic:RunJobs", "true").Set("Clinic:Jobs:LookEvery", "00:00:00.05");
        var world = await World.OpenAsync(factory);
        var (nurse, auxiliary, supervisor) = (await factory.AsAsync("nurse"), await factory.AsAsync("auxiliary"), await factory.AsAsync("supervisor"));
        Assert.Empty(Items(await nurse.GetAsync("/api/v1/alerts")));
        var lot = await world.ReceiveAsync("L-1", expiration: "2026-03-20");
        await world.ReceiveAsync("L-2", expiration: "2026-05-20");

        var found = await RunAsync(supervisor, "/api/v1/alerts", 2);

        var first = Items(await nurse.GetAsync($"/api/v1/alerts?kind=expiry&severity=warning&status=open&over=false&presentation={world.Presentation}&location={world.Store}"));
        var alert = Assert.Single(first)!;
        Assert.Equal((lot, "open"), (alert["cause"]!["about"]!["lot"]!.GetValue<string>(), alert["status"]!.GetValue<string>()));
        Assert.Contains(alert["cause"]!["facts"]!.AsArray(), f => f!["name"]!.GetValue<string>() == "daysLeft" && f["value"]!.GetValue<string>() == "18");
        Assert.Equal([("notice", 1), ("warning", 1)], Badges(await nurse.GetAsync("/api/v1/alerts/badges")));
        var page = await nurse.GetAsync("/api/v1/alerts?size=1");
        var rest = await nurse.GetAsync($"/api/v1/alerts?size=1&after={Uri.EscapeDataString(page["next"])}");
        Assert.Equal(found.Select(a => a!["id"]!.GetValue<string>()), Items(page).Concat(Items(rest)).Select(a => a!["id"]!.GetValue<string>()));

        var path = $"/api/v1/alerts/{alert["id"]}";
        Assert.Equal(alert.ToJsonString(), (await nurse.GetAsync(path)).Json.ToJsonString());
        (await auxiliary.PostAsync($"{path}/acknowledge", new { version = 9 })).Refused(409, "PHA108");
        (await auxiliary.PostAsync($"{path}/snooze", new { until = "2026-03-02T15:00:00Z", version = Version(alert) })).Refused(400, "PHA792");
        (await auxiliary.PostAsync($"{path}/snooze", new { until = "2026-04-02T15:00:00Z", version = Version(alert) })).Refused(400, "PHA792");
        var snoozed = await auxiliary.OkAsync($"{path}/snooze", new { until = "2026-03-05T15:00:00Z", note = "llega el proveedor", version = Version(alert) });
        Assert.Equal("snoozed", snoozed["status"]);
        Assert.Equal([("notice", 1)], Badges(await nurse.GetAsync("/api/v1/alerts/badges")));
        var seen = await nurse.OkAsync($"{path}/acknowledge", new { note = "visto", version = Version(snoozed.Json) });
        Assert.Equal("acknowledged", seen["status"]);
        (await nurse.PostAsync($"{path}/acknowledge", new { version = Version(seen.Json) })).Refused(422, "PHA791");
        await world.Pharmacist.OkAsync($"{path}/resolve", new { note = "se usará", version = Version(seen.Json) });
        var read = (await nurse.GetAsync(path)).Json;
        Assert.Equal(("resolved", "byPerson", "se usará"), (read["status"]!.GetValue<string>(), read["end"]!.GetValue<string>(), read["note"]!.GetValue<string>()));
        Assert.Single(Items(await nurse.GetAsync("/api/v1/alerts?over=true")));
        (await nurse.GetAsync($"/api/v1/alerts/{Unknown}")).Refused(404, "PHA790");
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_rule_is_tried_added_changed_and_retired(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        await world.ReceiveAsync("L-1", expiration: "2026-03-20");
        var rule = Rule(world, [20]);

        var tried = Assert.Single(Items(await world.Pharmacist.OkAsync("/api/v1/alert-rules/preview", rule)))!;
        Assert.Equal(("expiry", world.Presentation), (tried["kind"]!.GetValue<string>(), tried["about"]!["presentation"]!.GetValue<string>()));
        Assert.Empty(Items(await world.Pharmacist.OkAsync("/api/v1/alert-rules/preview", Rule(world, [5]))));
        Assert.Empty(Items(await world.Pharmacist.GetAsync("/api/v1/alerts")));
        Assert.Empty(Items(await world.Pharmacist.GetAsync("/api/v1/alert-rules")));

        var id = (await world.Pharmacist.OkAsync("/api/v1/alert-rules", rule))["id"];
        (await world.Pharmacist.PostAsync("/api/v1/alert-rules", rule)).Refused(422, "PHA782");
        var read = await world.Pharmacist.GetAsync($"/api/v1/alert-rules/{id}");
        Assert.Equal(("jefa@clinica.ec", "4:00:00"), (read.Json["to"]!["addresses"]![0]!.GetValue<string>(), read.Json["escalations"]![0]!["after"]!.GetValue<string>()));
        await world.Pharmacist.OkAsync($"/api/v1/alert-rules/{id}/revise", new { rule = new { settings = new { levels = new[] { 60 } }, isEnabled = false }, version = 1 });
        (await world.Pharmacist.PostAsync($"/api/v1/alert-rules/{id}/revise", new { rule = new { }, version = 1 })).Refused(409, "PHA108");
        Assert.False(Assert.Single(Items(await world.Pharmacist.GetAsync("/api/v1/alert-rules?kind=expiry")))!["isEnabled"]!.GetValue<bool>());
        await world.Pharmacist.OkAsync($"/api/v1/alert-rules/{id}/retire", new { version = 2 });
        (await world.Pharmacist.PostAsync($"/api/v1/alert-rules/{id}/revise", new { rule = new { }, version = 3 })).Refused(422, "PHA789");
        Assert.Empty(Items(await world.Pharmacist.GetAsync("/api/v1/alert-rules")));
        Assert.True(Assert.Single(Items(await world.Pharmacist.GetAsync("/api/v1/alert-rules?retired=true")))!["isRetired"]!.GetValue<bool>());
        (await world.Pharmacist.GetAsync($"/api/v1/alert-rules/{Unknown}")).Refused(404, "PHA781");
    }

    [Fact]
    public async Task Rules_that_cannot_be_are_refused_with_every_reason()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);

        var refused = await world.Pharmacist.PostAsync("/api/v1/alert-rules", new
        {
            kind = "lowStock",
            rule = new
            {
                scope = new { presentation = world.Presentation, atcPrefix = "J 1" },
                settings = new { levels = new[] { 5 }, minimumOnHand = -1 },
                to = new { addresses = new[] { "nadie" }, roles = new[] { "nurse" } },
                escalations = new[] { new { after = "0:00:00", to = new { addresses = Array.Empty<string>(), roles = Array.Empty<string>() } } },
            },
        });

        Assert.Equal(["PHA783", "PHA784", "PHA784", "PHA785", "PHA786", "PHA788"], refused.Codes.Order(StringComparer.Ordinal));
        foreach (var body in new object[]
        {
            new { kind = "expiry", rule = new { to = new { } } },
            new { kind = "expiry", rule = new { to = new { addresses = (string[]?)null, roles = Array.Empty<string>() } } },
            new { kind = "expiry", rule = new { escalations = new[] { new { after = "1:00:00" } } } },
            new { kind = "expiry", rule = new { escalations = new object?[] { null } } },
            new { kind = "mood", rule = new { } },
            new { kind = "expiry" },
            new { rule = new { } },
        })
        {
            var malformed = await world.Pharmacist.PostAsync("/api/v1/alert-rules", body);
            Assert.True((int)malformed.Status == 400, $"{System.Text.Json.JsonSerializer.Serialize(body)}: {malformed.Text}");
            malformed = await world.Pharmacist.PostAsync("/api/v1/alert-rules/preview", body);
            Assert.True((int)malformed.Status == 400, $"{System.Text.Json.JsonSerializer.Serialize(body)}: {malformed.Text}");
        }

        (await world.Pharmacist.GetAsync("/api/v1/alerts?kind=mood")).Refused(400, "API118");
    }

    [Fact]
    public async Task Whoever_may_not_is_refused()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var (nurse, cashier) = (await factory.AsAsync("nurse"), await factory.AsAsync("cashier"));

        (await nurse.PostAsync("/api/v1/alert-rules", Rule(world, [20]))).Refused(403, "API102");
        (await nurse.PostAsync("/api/v1/alert-rules/preview", Rule(world, [20]))).Refused(403, "API102");
        (await nurse.PostAsync($"/api/v1/alert-rules/{Unknown}/retire", new { version = 1 })).Refused(403, "API102");
        (await nurse.PostAsync("/api/v1/jobs/pharmacy.alerts/run")).Refused(403, "API102");
        (await cashier.PostAsync($"/api/v1/alerts/{Unknown}/acknowledge", new { version = 1 })).Refused(403, "API102");
        (await cashier.PostAsync($"/api/v1/alerts/{Unknown}/snooze", new { until = "2026-03-05T15:00:00Z", version = 1 })).Refused(403, "API102");
        (await cashier.PostAsync($"/api/v1/alerts/{Unknown}/resolve", new { version = 1 })).Refused(403, "API102");
        (await nurse.PostAsync($"/api/v1/alerts/{Unknown}/resolve", new { version = 1 })).Refused(404, "PHA790");
    }

    private static object Rule(World world, int[] levels) => new
    {
        kind = "expiry",
        rule = new
        {
            scope = new { presentation = world.Presentation },
            settings = new { levels },
            to = new { addresses = new[] { "jefa@clinica.ec" }, roles = new[] { "supervisor" } },
            escalations = new[] { new { after = "4:00:00", to = new { addresses = new[] { "direccion@clinica.ec" }, roles = Array.Empty<string>() } } },
        },
    };

    private static async Task<JsonArray> RunAsync(ApiCaller supervisor, string path, int expected)
    {
        // A run under way has perhaps not seen the last lot, or not yet told of what it raised, so the job is made due until it has.
        for (var i = 0; ; i++)
        {
            await supervisor.OkAsync("/api/v1/jobs/pharmacy.alerts/run");
            var items = Items(await supervisor.GetAsync(path));
            if ((items.Count == expected && items.All(a => a!["isAnnounced"]?.GetValue<bool>() != false)) || i == 100) return items;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static JsonArray Items(ApiAnswer answer) => answer.Json["items"]!.AsArray();

    private static long Version(JsonNode node) => node["version"]!.GetValue<long>();

    private static IReadOnlyList<(string, int)> Badges(ApiAnswer answer) =>
        [.. answer.Json.AsArray().Select(b => (b!["severity"]!.GetValue<string>(), b["count"]!.GetValue<int>()))];
}
