using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

/// <summary>Alerts of stays, their rules and the running timers over HTTP.</summary>
public class StayAlertTests
{
    private const string Stays = "/api/v1/emergency/stays";
    private const string Alerts = "/api/v1/emergency/alerts";
    private const string Rules = "/api/v1/emergency/alert-rules";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_stay_over_four_hours_is_told_answered_and_over_at_its_close(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var reception = await PricedAsync(factory);
        var stay = await RunningAsync(reception, "Ana Ñáñez");
        factory.Clock.AdvanceMinutes(240);
        Assert.Empty(await RunJobAsync(factory, reception));
        factory.Clock.Advance(NodaTime.Duration.FromSeconds(1));

        var alert = Assert.Single(await RunJobAsync(factory, reception))!;
        Assert.Equal(("LONG-STAY", 1, "presence", "open", stay), (Text(alert, "code"), alert["level"]!.GetValue<int>(), Text(alert, "clock"), Text(alert, "status"), Text(alert, "stay")));
        var path = $"{Alerts}/{Text(alert, "id")}/acknowledge";
        (await (await factory.AsAsync("auditor")).PostAsync(path)).Refused(403, "API102");
        (await reception.PostAsync($"{Alerts}/{Guid.CreateVersion7()}/acknowledge")).Refused(404, "EMB504");
        var key = Guid.NewGuid().ToString();
        var answered = await reception.OkAsync(path, new { note = "espera cama" }, key);
        Assert.Equal(answered.Text, (await reception.OkAsync(path, new { note = "espera cama" }, key)).Text);
        (await reception.PostAsync(path)).Refused(422, "EMB505");
        Assert.Equal("acknowledged", Text(Assert.Single((await reception.GetAsync($"{Alerts}?stay={stay}")).Json["items"]!.AsArray())!, "status"));

        await reception.OkAsync($"{Stays}/{stay}/close", new { disposition = "admitted" });
        Assert.Empty((await reception.GetAsync(Alerts)).Json["items"]!.AsArray());
        Assert.Equal("cleared", Text(Assert.Single((await reception.GetAsync($"{Alerts}?status=cleared")).Json["items"]!.AsArray())!, "status"));
    }

    [Fact]
    public async Task Rules_are_written_in_versions_by_whoever_may_and_hold_for_open_stays_at_once()
    {
        using var factory = ApiFactory.InMemory();
        var reception = await PricedAsync(factory);
        var supervisor = await factory.AsAsync("supervisor");
        await RunningAsync(reception, "Ana Ñáñez");
        var before = await reception.GetAsync(Rules);
        Assert.Equal((0, "\"0\"", "LONG-STAY"), (before.Json["version"]!.GetValue<int>(), before.Headers["ETag"], Text(before.Json["rules"]![0]!, "code")));
        factory.Clock.AdvanceMinutes(61);
        var rules = new[] { new { code = "HORA", clock = "billable", threshold = "1:00:00", level = 1, escalation = new[] { "cashier", "supervisor" } } };
        (await reception.PostAsync(Rules, new { rules, reason = "prueba", version = 0 })).Refused(403, "API102");
        await supervisor.OkAsync(Rules, new { rules, reason = "prueba", version = 0, escalateAfter = "0:05:00" });
        (await supervisor.PostAsync(Rules, new { rules, reason = "prueba", version = 0 })).Refused(409, "EMB131");
        (await supervisor.PostAsync(Rules, new { rules = new[] { new { code = "X", clock = "paused", threshold = "0:00:00", level = 0, escalation = new[] { "portero" } } }, reason = "", version = 1 })).Refused(400, "EMB101");

        Assert.Equal("HORA", Text(Assert.Single(await RunJobAsync(factory, reception))!, "code"));
        Assert.Equal("0:05:00", Text((await reception.GetAsync($"{Rules}?version=1")).Json, "escalateAfter"));
        Assert.Single((await reception.GetAsync($"{Rules}/history")).Json["items"]!.AsArray());
        (await reception.GetAsync($"{Rules}?version=7")).Refused(404, "EMB507");
    }

    [Fact]
    public async Task Two_clients_follow_the_running_timers_and_whoever_leaves_frees_everything()
    {
        using var factory = Live();
        var reception = await PricedAsync(factory);
        var stay = await RunningAsync(reception, "Ana Ñáñez");
        factory.Clock.AdvanceMinutes(30);
        using (var one = await StreamAsync(reception))
        using (var two = await StreamAsync(await factory.AsAsync("supervisor")))
        {
            var shown = await one.NextAsync();
            Assert.Equal("snapshot", shown.Event);
            var row = Assert.Single(shown.Data["stays"]!.AsArray())!;
            Assert.Equal((stay, "running", 1800, 30m), (Text(row, "stay"), Text(row, "status"), row["presenceSeconds"]!.GetValue<int>(), row["amount"]!.GetValue<decimal>()));
            Assert.Equal("LONG-STAY", Text(row["next"]!, "code"));
            Assert.Null(row["patient"]);
            Assert.Equal("snapshot", (await two.NextAsync()).Event);

            await reception.OkAsync($"{Stays}/{stay}/pause", new { kind = "procedure" });
            shown = await one.NextAsync();
            Assert.Equal(("changes", "paused"), (shown.Event, Text(shown.Data["stays"]![0]!, "status")));
            Assert.Equal((shown.Id, shown.Data.ToJsonString()), await two.NextAsync() is var other ? (other.Id, other.Data.ToJsonString()) : default);
            await reception.OkAsync($"{Stays}/{stay}/close", new { disposition = "discharged" });
            Assert.Equal("closed", Text((await one.NextAsync()).Data["stays"]![0]!, "status"));
            Assert.Equal("closed", Text((await two.NextAsync()).Data["stays"]![0]!, "status"));

            // Somebody who saw the pause gets the close only.
            using var again = await StreamAsync(reception, shown.Id);
            Assert.Equal("closed", Text((await again.NextAsync()).Data["stays"]![0]!, "status"));
        }

        var live = factory.Services.GetRequiredService<StayLive>();
        for (var i = 0; i < 200 && live.Listeners > 0; i++) await Task.Delay(50, Stop);
        Assert.Equal(0, live.Listeners);
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_after_the_time_asked_for_and_has_bounds()
    {
        using var factory = Live().Set("Clinic:EmergencyBilling:MostLiveListeners", "1").Set("Clinic:Authentication:TokenFor", "00:00:20");
        var reception = await factory.AsAsync("reception");
        var once = await reception.GetAsync($"{Stays}/stream?seconds=0");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream", "no-store"), (once.Status, once.Headers["Content-Type"], once.Headers["Cache-Control"]));
        Assert.StartsWith("retry: 3000\n\nid: ", once.Text, StringComparison.Ordinal);
        Assert.EndsWith("event: end\ndata: {\"reason\":\"time\"}\n\n", once.Text, StringComparison.Ordinal);
        (await reception.GetAsync($"{Stays}/stream?seconds=86401")).Refused(400, "API118");
        (await (await factory.AsAsync("pharmacist")).GetAsync($"{Stays}/stream")).Refused(403, "API102");

        // Nobody asks for an end: the token's twenty seconds end it.
        var fresh = await factory.AsAsync("supervisor");
        using var open = await StreamAsync(fresh);
        Assert.Equal("snapshot", (await open.NextAsync()).Event);
        var refused = await (await factory.AsAsync("reception")).GetAsync($"{Stays}/stream");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(("end", "time"), await open.NextAsync() is var end ? (end.Event, Text(end.Data, "reason")) : default);
    }

    private static ApiFactory Live() => ApiFactory.InMemory().Set("Clinic:EmergencyBilling:LiveLookEvery", "0:00:00:00.05");

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static async Task<JsonArray> RunJobAsync(ApiFactory factory, ApiCaller reader)
    {
        var tenant = factory.Services.GetRequiredService<Clinic.Hosts.ClinicSettings>().Tenant;
        var report = await factory.Services.GetServices<IClinicJob>().Single(j => j.Name == "emergency.alerts").RunOnceAsync(tenant, Stop);
        Assert.Equal(0, report.Failed);
        return (await reader.GetAsync(Alerts)).Json["items"]!.AsArray();
    }

    private static async Task<string> RunningAsync(ApiCaller reception, string name)
    {
        var patient = (await reception.OkAsync("/api/v1/patients", new { name, allergies = Array.Empty<string>() }))["patient"];
        var stay = (await reception.OkAsync(Stays, new { patient }))["stay"];
        await reception.OkAsync($"{Stays}/{stay}/start", new { });
        return stay;
    }

    private static async Task<ApiCaller> PricedAsync(ApiFactory factory)
    {
        await StayTests.PriceAsync(factory);
        return await factory.AsAsync("reception");
    }

    private static async Task<LiveClient> StreamAsync(ApiCaller caller, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Stays}/stream");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (after is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        var response = await caller.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        response.EnsureSuccessStatusCode();
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(Stop)));
    }

    private sealed class LiveClient(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public async Task<(string? Id, string Event, JsonNode Data)> NextAsync()
        {
            var (id, kind, data) = ((string?)null, "", (string?)null);
            while (await reader.ReadLineAsync(Stop).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Stop) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
                if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
                if (line.Length == 0 && data is not null) return (id, kind, JsonNode.Parse(data)!);
            }

            throw new EndOfStreamException();
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
