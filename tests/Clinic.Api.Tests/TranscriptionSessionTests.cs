using System.Text.Json.Nodes;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Consent and sessions over HTTP: who may, what holds, what is refused, what the audit keeps.</summary>
public class TranscriptionSessionTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_visit_is_opened_agreed_to_held_and_withdrawn(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);

        var key = Guid.NewGuid().ToString();
        var body = new { patient = v.Patient, physician = v.PhysicianId, assistant = v.AssistantId };
        var session = (await v.Physician.OkAsync($"{Root}/sessions", body, key))["session"];
        Assert.Equal(session, (await v.Physician.OkAsync($"{Root}/sessions", body, key))["session"]);
        var path = Of(session);
        (await v.Physician.PostAsync($"{path}/start", new { recorder = Recorder, format = Raw })).Refused(422, "TRN203");
        (await v.Physician.PostAsync($"{path}/consent/grant", new { formVersion = 2, scopes = All, given = OnScreen })).Refused(422, "TRN202");
        (await v.Assistant.PostAsync($"{path}/consent/grant", new { formVersion = 1, scopes = All, given = new { giver = "patient", manner = "verbal" } })).Refused(422, "TRN205");
        Assert.Equal("ready", (await v.Assistant.OkAsync($"{path}/consent/grant", new { formVersion = 1, scopes = All, given = OnScreen, version = 1 }))["status"]);
        (await v.Physician.PostAsync($"{path}/cancel", new { version = 1 })).Refused(409, "TRN302");
        (await v.Physician.PostAsync($"{path}/cancel", new { version = 2 }, change: r => r.Headers.TryAddWithoutValidation("If-Match", "\"1\""))).Refused(400, "API123");
        (await v.Physician.PostAsync($"{path}/cancel", change: r => r.Headers.TryAddWithoutValidation("If-Match", "\"1\""))).Refused(409, "TRN302");

        var read = await v.Physician.GetAsync(path);
        Assert.Equal("\"2\"", read.Headers["ETag"]);
        Assert.Equal(All, read.Json["consent"]!["granted"]!.AsArray().Select(s => s!.GetValue<string>()));
        await v.Physician.OkAsync($"{path}/assign", new { });
        (await v.Assistant.GetAsync(path)).Refused(404, "TRN301");
        await v.Physician.OkAsync($"{path}/assign", new { assistant = v.AssistantId });
        await v.Supervisor.OkAsync($"{path}/hold", new { reason = "Caso 7" });
        (await v.Physician.PostAsync($"{path}/cancel")).Refused(422, "TRN306");
        await v.Supervisor.OkAsync($"{path}/release");
        await v.Physician.OkAsync($"{path}/consent/withdraw", new { scopes = new[] { "keep" }, given = OnScreen });
        Assert.Equal("consentWithdrawn", (await v.Supervisor.OkAsync($"{path}/consent/withdraw", new { given = OnScreen }))["status"]);

        var decisions = (await v.Physician.GetAsync($"{path}/consents")).Json.AsArray();
        Assert.Equal(["granted", "withdrawn", "withdrawn"], decisions.Select(d => d!["kind"]!.GetValue<string>()));
        Assert.Equal(["keep"], decisions[1]!["scopes"]!.AsArray().Select(s => s!.GetValue<string>()));
        Assert.Contains("session.read", await v.AuditAsync("core.patient", v.Patient));

        var refused = await v.CreateAsync();
        Assert.Equal("cancelled", (await v.Assistant.OkAsync($"{Of(refused)}/consent/refuse", new { given = OnScreen, formVersion = 1 }))["status"]);
        var cancelled = await v.GrantedAsync();
        Assert.Equal("cancelled", (await v.Physician.OkAsync($"{Of(cancelled)}/cancel", new { reason = "otra consulta" }))["status"]);
        Assert.Equal(["TRN308", "TRN303"], (await v.Physician.PostAsync($"{Of(cancelled)}/retry")).Refused(422, "TRN308").Codes);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Strangers_see_nothing_supervisors_see_how_far_it_is(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var (mine, second) = (await v.TypedAsync(), await v.CreateAsync());

        Assert.Equal([second, mine], Ids(await v.Physician.GetAsync($"{Root}/sessions")));
        Assert.Equal([mine], Ids(await v.Assistant.GetAsync($"{Root}/sessions?status=transcribed&status=noSpeech&patient={v.Patient}&physician={v.PhysicianId}&from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z")));
        Assert.Empty(Ids(await v.Other.GetAsync($"{Root}/sessions")));
        Assert.Equal(2, Ids(await v.Supervisor.GetAsync($"{Root}/sessions")).Count);
        var page = (await v.Physician.GetAsync($"{Root}/sessions?size=1")).Json;
        Assert.Equal([mine], Ids(await v.Physician.GetAsync($"{Root}/sessions?size=1&after={Uri.EscapeDataString(page["next"]!.GetValue<string>())}")));
        (await v.Physician.GetAsync($"{Root}/sessions?status=lost")).Refused(400, "API118");

        (await v.Other.GetAsync(Of(mine))).Refused(404, "TRN301");
        (await v.Other.GetAsync($"{Of(mine)}/consents")).Refused(404, "TRN301");
        (await v.Other.GetAsync($"{Of(mine)}/transcript")).Refused(404, "TRN301");
        (await v.Other.GetAsync($"{Of(mine)}/audio")).Refused(403, "TRN902");
        (await v.Other.GetAsync($"{Of(mine)}/live")).Refused(403, "TRN902");
        (await v.Other.PostAsync($"{Of(second)}/consent/grant", new { formVersion = 1, scopes = All, given = OnScreen })).Refused(403, "TRN902");
        (await v.Other.PostAsync($"{Of(second)}/start", new { recorder = Recorder, format = Raw })).Refused(403, "TRN902");
        (await v.Supervisor.GetAsync($"{Of(mine)}/transcript")).Refused(403, "API102");
        Assert.False((await v.Supervisor.GetAsync(Of(mine))).Json["mayRead"]!.GetValue<bool>());
        (await (await factory.AsAsync("nurse")).GetAsync(Of(mine))).Refused(403, "API102");
        (await v.Physician.GetAsync(Of(Guid.CreateVersion7().ToString()))).Refused(404, "TRN301");
        (await v.Physician.PostAsync($"{Root}/sessions", new { patient = Guid.CreateVersion7(), physician = v.PhysicianId })).Refused(422, "TRN310");
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Forms_follow_each_other_and_what_can_be_done_here_is_told(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var supervisor = await factory.AsAsync("supervisor");
        (await supervisor.GetAsync($"{Root}/consent-forms/current")).Refused(404, "API105");
        await supervisor.OkAsync($"{Root}/consent-forms", Form(0));
        (await supervisor.PostAsync($"{Root}/consent-forms", Form(0))).Refused(409, "TRN208");
        (await supervisor.PostAsync($"{Root}/consent-forms", new { scopes = new[] { "keep" }, texts = Array.Empty<object>(), version = 1 })).Refused(400, "TRN101");
        (await supervisor.PostAsync($"{Root}/consent-forms", new { scopes = All, texts = Array.Empty<object>(), version = -1 })).Refused(400, "TRN101");
        var second = await (await factory.AsAsync("administrator")).OkAsync($"{Root}/consent-forms", Form(1));
        Assert.Equal(2, second.Json["version"]!.GetValue<int>());
        var current = await (await factory.AsAsync("physician")).GetAsync($"{Root}/consent-forms/current");
        Assert.Equal("\"2\"", current.Headers["ETag"]);
        Assert.Contains('\n', current.Json["texts"]![0]!["body"]!.GetValue<string>());
        Assert.Equal([2, 1], (await supervisor.GetAsync($"{Root}/consent-forms")).Json.AsArray().Select(f => f!["version"]!.GetValue<int>()));

        var settings = (await supervisor.GetAsync($"{Root}/settings")).Json;
        Assert.Contains("offline", settings["drafters"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()));
        Assert.Equal(["letter", "visit"], settings["templates"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()));
        Assert.Empty(settings["engines"]!.AsArray());
    }

    private static List<string> Ids(ApiAnswer answer) => [.. Items(answer).Select((JsonNode? i) => i!["id"]!.GetValue<string>())];
}
