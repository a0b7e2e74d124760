using System.Net;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Dispensing over HTTP: what is refused, how it is told, and what is read.</summary>
public class DispensingTests
{
    private const string Unknown = "0190f0c0-0000-7000-8000-00000000ffff";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Ids_that_nobody_knows_are_not_found(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var w = await Ward.OpenAsync(factory);
        var id = await w.DeliveredAsync(w.Tablet, 2, "{tbl}");
        var reason = new { reason = "x" };

        foreach (var (who, step, body) in await StepsAsync(w))
            (await w.PostAsync(who, $"dispensations/{Unknown}/{step}", body)).Refused(404, "DSP101");
        (await w.PostAsync("auxiliary", "hand-overs", await w.HandOverAsync(Unknown))).Refused(404, "DSP101");
        foreach (var part in new[] { "", "/trace", "/responsible", "/doses", "/waste", $"/attachments/{Unknown}" })
            (await w.GetAsync("auditor", $"dispensations/{Unknown}{part}")).Refused(404, "DSP101");
        (await w.GetAsync("auditor", $"dispensations/{id}/attachments/{Unknown}")).Refused(404, "CLN304");
        (await w.GetAsync("auditor", $"checklists/{Unknown}")).Refused(404, "DSP116");
        Assert.Contains("DSP410", (await w.PostAsync("nurse", $"dispensations/{id}/doses/{Unknown}/correct", reason)).Codes);
        Assert.Contains("DSP503", (await w.PostAsync("pharmacist", $"dispensations/{id}/returns/{Unknown}/count", new { counted = Ward.Some(1, "{tbl}"), to = w.Store })).Codes);
        Assert.Contains("DSP607", (await w.PostAsync("nurse", $"dispensations/{id}/tickets/{Unknown}/evidence", new { text = "x" })).Codes);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Versions_that_are_stale_conflict_in_body_and_header_and_change_nothing(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var w = await Ward.OpenAsync(factory);
        var id = await w.DeliveredAsync(w.Tablet, 2, "{tbl}");
        var before = (await w.ReadAsync(id)).ToJsonString();

        foreach (var (who, step, body) in await StepsAsync(w))
        {
            var stale = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
            var byHeader = await w.PostAsync(who, $"dispensations/{id}/{step}", stale.ToJsonString(), change: r => r.Headers.TryAddWithoutValidation("If-Match", "\"1\""));
            stale["version"] = 1;
            var byBody = await w.PostAsync(who, $"dispensations/{id}/{step}", stale.ToJsonString());
            Assert.All([byHeader, byBody], a => Assert.Contains("DSP104", a.Codes));
            if (byBody.Codes[0] == "DSP104") byBody.Refused(409, "DSP104");
        }

        Assert.Equal(before, (await w.ReadAsync(id)).ToJsonString());
        var etag = (await w.GetAsync("nurse", $"dispensations/{id}")).Headers["ETag"];
        var both = await w.PostAsync("nurse", $"dispensations/{id}/finish", new { version = 1 }, change: r => r.Headers.TryAddWithoutValidation("If-Match", etag));
        both.Refused(400, "API123");
        Assert.Equal(HttpStatusCode.OK, (await w.PostAsync("nurse", $"dispensations/{id}/finish", change: r => r.Headers.TryAddWithoutValidation("If-Match", etag))).Status);
    }

    [Fact]
    public async Task Who_has_the_role_and_not_the_department_is_refused_at_every_step()
    {
        using var factory = ApiFactory.InMemory();
        var w = await Ward.OpenAsync(factory);
        var id = await w.ReadyAsync(w.Tablet, 2, "{tbl}");
        var steps = await StepsAsync(w);
        var other = (await w.OkAsync("administrator", $"sites/{w.Site}/departments", new { name = "Piso 1" }))["id"]!.GetValue<string>();
        foreach (var (who, role) in new[] { ("nurse", "nurse"), ("physician-2", "physician"), ("pharmacist", "pharmacist"), ("auxiliary", "auxiliary") })
            await w.OkAsync("administrator", $"people/{await w.IdOfAsync(who)}/rights", new { roles = new[] { role }, departments = new[] { other }, version = 1 });

        // Supervisors answer for the whole clinic; who asked may take back wherever they are.
        var checkedSteps = steps.Where(s => s.Who != "supervisor" && s.Step != "withdraw").ToList();
        Assert.True(checkedSteps.Count >= 19, $"only {checkedSteps.Count}");
        foreach (var (who, step, body) in checkedSteps)
        {
            var answer = await w.PostAsync(who == "physician" ? "physician-2" : who, $"dispensations/{id}/{step}", body);
            // Who took part still sees it and may not act; to others it is not there.
            if (who != "nurse") Assert.True(answer.Codes.Contains("DSP902"), $"{who} {step}: {answer.Text}");
            else answer.Refused(404, "DSP101");
        }

        (await w.PostAsync("auxiliary", "hand-overs", await w.HandOverAsync(id))).Refused(404, "DSP101");
        (await w.PostAsync("nurse", "dispensations", w.Asking(w.Tablet, 1, "{tbl}"))).Refused(403, "DSP902");
        // Nothing that belongs to others is there to read.
        (await w.GetAsync("nurse", $"dispensations/{id}")).Refused(404, "DSP101");
        (await w.GetAsync("nurse", $"dispensations/{id}/trace")).Refused(404, "DSP101");
        Assert.Empty((await w.GetAsync("nurse", "dispensations")).Json["items"]!.AsArray());
        Assert.Empty((await w.GetAsync("auxiliary", "work-lists/toHandOver")).Json["items"]!.AsArray());
        Assert.Single((await w.GetAsync("supervisor", "work-lists/toHandOver")).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("dispensations", """{"target":{},"lines":[]}""", "API114")]
    [InlineData("dispensations", """{"from":"x","target":{"department":null,"area":"emergency"},"lines":[]}""", "API116")]
    [InlineData("dispensations", """{"from":"0190f0c0-0000-7000-8000-00000000ffff","target":{"department":null,"area":"roof"},"lines":[]}""", "API116")]
    [InlineData("dispensations", """{"from":"0190f0c0-0000-7000-8000-00000000ffff","target":{"department":null,"area":"emergency"},"lines":[],"urgency":"now"}""", "API116")]
    [InlineData("dispensations", """{"from":"0190f0c0-0000-7000-8000-00000000ffff","target":{"department":null,"area":"emergency"},"lines":[null]}""", "API114")]
    [InlineData("hand-overs", """{"items":[{"dispensation":"0190f0c0-0000-7000-8000-00000000ffff"}],"recipient":{"kind":"pin"}}""", "API114")]
    [InlineData("hand-overs", """{"items":[{"dispensation":"0190f0c0-0000-7000-8000-00000000ffff"}],"recipient":{"kind":"voice","secret":"904417"}}""", "API116")]
    [InlineData("hand-overs", """{"items":[{"dispensation":"0190f0c0-0000-7000-8000-00000000ffff"}],"recipient":{"kind":"pin","secret":904417}}""", "API116")]
    [InlineData("hand-overs", """{"items":[{"dispensation":"0190f0c0-0000-7000-8000-00000000ffff"}],"signature":{"kind":"photo","mediaType":"image/png","content":"904417 no base64"}}""", "API116")]
    [InlineData("hand-overs", """{"items":[{"dispensation":"0190f0c0-0000-7000-8000-00000000ffff"}],"recipient":{"kind":"badge","secret":"904417","nix":1}}""", "API115")]
    [InlineData("dispensations/0190f0c0-0000-7000-8000-00000000ffff/doses", """{"dose":{"line":1}}""", "API114")]
    [InlineData("dispensations/0190f0c0-0000-7000-8000-00000000ffff/doses", """{"dose":{"line":"one","amount":{"value":1,"unit":"mL"}}}""", "API116")]
    [InlineData("dispensations/0190f0c0-0000-7000-8000-00000000ffff/waste", """{"waste":{"line":1,"kind":"spilt","amount":{"value":1,"unit":"mL"},"reason":"x"}}""", "API116")]
    [InlineData("dispensations/x/doses", """{"dose":{"line":1,"amount":{"value":1,"unit":"mL"}}}""", "API118")]
    public async Task A_body_that_cannot_be_read_names_the_field_and_never_a_secret(string path, string body, string code)
    {
        using var factory = ApiFactory.InMemory();
        var who = path.StartsWith("hand", StringComparison.Ordinal) ? "auxiliary" : "nurse";

        var answer = await (await factory.AsAsync(who)).PostAsync($"/api/v1/{path}", body);

        answer.Refused(400, code);
        Assert.DoesNotContain("904417", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_failed_guards_are_told_at_once_in_both_languages()
    {
        using var factory = ApiFactory.InMemory();
        var w = await Ward.OpenAsync(factory);
        var id = await w.ReadyAsync(w.Ampoule, 1, "{ampule}");
        var body = new { items = new[] { new { dispensation = id } }, recipient = await w.PinAsync("nurse", "778899"), secondPerson = await w.PinAsync("auxiliary", "778899") };

        var english = await w.PostAsync("auxiliary", "hand-overs", body);
        (await w.AsAsync("auxiliary")).Speaking("es-EC");
        var spanish = await w.PostAsync("auxiliary", "hand-overs", body);

        Assert.Equal(english.Codes, spanish.Codes);
        Assert.True(english.Codes.Distinct().Count() >= 2, english.Text);
        Assert.Contains("is not right", english.Refused(422, "DSP301")["detail"], StringComparison.Ordinal);
        Assert.Contains("no es correcto", spanish.Refused(422, "DSP301")["detail"], StringComparison.Ordinal);
        Assert.Equal("es", spanish.Headers["Content-Language"]);
        Assert.Equal("ready", (await w.ReadAsync(id))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Wrong_pins_lock_the_person_at_that_device_which_by_default_is_the_address()
    {
        using var factory = ApiFactory.InMemory();
        var w = await Ward.OpenAsync(factory);
        var id = await w.ReadyAsync(w.Tablet, 1, "{tbl}");
        var wrong = new { items = new[] { new { dispensation = id } }, recipient = await w.PinAsync("nurse", "778899") };
        for (var i = 0; i < 5; i++) (await w.PostAsync("auxiliary", "hand-overs", wrong)).Refused(422, "DSP301");

        var locked = await w.PostAsync("auxiliary", "hand-overs", new { wrong.items, recipient = await w.PinAsync("nurse") });

        Assert.Contains("DSP302", locked.Codes);
        factory.Clock.AdvanceMinutes(16);
        await w.OkAsync("auxiliary", "hand-overs", new { wrong.items, recipient = await w.PinAsync("nurse") });
        Assert.Equal("ip:local", (await w.ReadAsync(id))["handOvers"]![0]!["receipt"]!["device"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_signature_is_read_as_it_was_drawn_and_every_look_is_in_the_audit(string storage)
    {
        using var factory = ApiFactory.Of(storage).Set("Clinic:Attachments:LargestBytes", "1500000");
        var w = await Ward.OpenAsync(factory);
        var id = await w.DeliveredAsync(w.Ampoule, 1, "{ampule}");
        var attachment = (await w.ReadAsync(id))["handOvers"]![0]!["attachment"]!.GetValue<string>();
        var nurse = await w.AsAsync("nurse");

        using var response = await nurse.Client.GetAsync(new Uri($"/api/v1/dispensations/{id}/attachments/{attachment}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Ward.Signature, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var looks = (await w.GetAsync("auditor", $"audit?subjectKind=dispensing.dispensation&subjectId={id}&size=100")).Json["items"]!.AsArray().Where(e => e!["action"]!.GetValue<string>() == "attachment.opened");
        Assert.Equal(await w.IdOfAsync("nurse"), Assert.Single(looks)!["actor"]!.GetValue<string>());
        var other = await w.ReadyAsync(w.Tablet, 1, "{tbl}");
        (await w.GetAsync("nurse", $"dispensations/{other}/attachments/{attachment}")).Refused(404, "CLN304");
        (await w.PostAsync("auxiliary", "hand-overs", await WithAsync(w, other, "image/svg+xml", Ward.Signature))).Refused(422, "CLN301");
        (await w.PostAsync("auxiliary", "hand-overs", await WithAsync(w, other, "image/png", new byte[1_500_001]))).Refused(422, "CLN303");
        (await w.PostAsync("auxiliary", "hand-overs", await WithAsync(w, other, "image/png", new byte[4_000_000]))).Refused(413, "API110");
        byte[] large = [.. Ward.Signature, .. new byte[1_400_000]];
        Assert.Equal(HttpStatusCode.OK, (await w.PostAsync("auxiliary", "hand-overs", await WithAsync(w, other, "image/png", large))).Status);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Lists_are_paged_filtered_and_bound_to_their_route(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var w = await Ward.OpenAsync(factory);
        var all = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            all.Add(await w.RequestedAsync(w.Tablet, 1, "{tbl}"));
            factory.Clock.AdvanceMinutes(1);
        }

        var ready = await w.ReadyAsync(w.Ampoule, 1, "{ampule}");
        all.Add(ready);
        var seen = await PagesAsync(w, "dispensations?size=2");

        Assert.Equal(Enumerable.Reverse(all), seen.Select(d => d["id"]!.GetValue<string>()));
        Assert.Equal(ready, Assert.Single(await PagesAsync(w, "dispensations?status=ready"))["id"]!.GetValue<string>());
        Assert.Equal(6, (await PagesAsync(w, $"dispensations?patient={w.Patient}&department={w.Emergency}&urgency=routine")).Count);
        Assert.Empty(await PagesAsync(w, $"dispensations?encounter={Unknown}"));
        Assert.Equal(5, (await PagesAsync(w, "work-lists/toAuthorise?size=2")).Count);
        var mark = (await w.GetAsync("auditor", "dispensations?size=2")).Json["next"]!.GetValue<string>();
        (await w.GetAsync("auditor", $"tickets?after={mark}")).Refused(400, "API118");
        (await w.GetAsync("auditor", "dispensations?status=Ready")).Refused(400, "API118");
        (await w.GetAsync("auditor", "work-lists/nothing")).Refused(400, "API118");
        (await w.GetAsync("auditor", "tickets?kind=theft")).Refused(400, "API118");
    }

    [Fact]
    public async Task The_log_of_doses_is_paged_and_the_trace_holds_it_whole()
    {
        using var factory = ApiFactory.InMemory();
        var w = await Ward.OpenAsync(factory);
        var id = await w.DeliveredAsync(w.Tablet, 5, "{tbl}");
        for (var i = 0; i < 4; i++)
        {
            await w.OkAsync("nurse", $"dispensations/{id}/doses", Ward.Dose(1, "{tbl}"));
            factory.Clock.AdvanceMinutes(1);
        }

        Assert.Equal(4, (await PagesAsync(w, $"dispensations/{id}/doses?size=3")).Count);
        var trace = (await w.GetAsync("auditor", $"dispensations/{id}/trace")).Json;
        Assert.Equal(4, trace["doses"]!.AsArray().Count);
        Assert.Equal(1, trace["accounts"]![0]!["difference"]!.GetValue<decimal>());
        Assert.Equal(["authoriser", "deliverer", "preparer", "recipient", "requester"], trace["identities"]!.AsArray().Select(i => i!["part"]!.GetValue<string>()).Order());
    }

    private static async Task<object> WithAsync(Ward w, string dispensation, string mediaType, byte[] content) => new
    {
        items = new[] { new { dispensation } },
        recipient = await w.PinAsync("nurse"),
        signature = new { kind = "photo", mediaType, content = Convert.ToBase64String(content) },
    };

    private static async Task<List<JsonNode>> PagesAsync(Ward w, string path)
    {
        var all = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (await w.GetAsync("auditor", path + (after is null ? "" : $"&after={after}"))).Json;
            all.AddRange(page["items"]!.AsArray().Select(i => i!));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        return all;
    }

    // Every step about a stored dispensation, by somebody who has the role, with a body that can be read.
    private static async Task<IReadOnlyList<(string Who, string Step, object Body)>> StepsAsync(Ward w)
    {
        var reason = new { reason = "x" };
        var pin = await w.PinAsync("pharmacist-2");
        return
        [
            ("physician", "submit", new { }), ("physician-2", "authorise", new { }), ("physician-2", "decline", reason), ("physician", "withdraw", reason),
            ("pharmacist", "prepare", new { }), ("pharmacist", "confirm", new { line = 1, lot = Unknown, quantity = 1 }),
            ("pharmacist", "substitute", new { line = 1, presentation = w.Tablet, quantity = Ward.Some(1, "{tbl}"), reason = "x" }),
            ("pharmacist", "hold", reason), ("pharmacist", "resume", new { }), ("pharmacist", "ready", new { checker = pin }),
            ("pharmacist", "reopen-preparation", reason), ("pharmacist", "cancel", reason), ("pharmacist", "stop", reason),
            ("nurse", "doses", Ward.Dose(1, "{tbl}")), ("nurse", $"doses/{Unknown}/correct", reason), ("nurse", "all-used", new { }), ("nurse", "finish", new { }),
            ("nurse", "returns", new { line = 1, quantity = Ward.Some(1, "{tbl}"), condition = "opened", reason = "x" }),
            ("pharmacist", $"returns/{Unknown}/count", new { counted = Ward.Some(1, "{tbl}"), to = w.Store }), ("nurse", "waste", Ward.Waste(1, "{tbl}", pin)),
            ("pharmacist", "close", new { }), ("pharmacist", "discrepancy", new { }), ("supervisor", "reopen", reason), ("supervisor", "entered-in-error", reason),
            ("nurse", $"tickets/{Unknown}/evidence", new { text = "x" }), ("supervisor", $"tickets/{Unknown}/assign", new { owner = await w.IdOfAsync("supervisor-2") }),
            ("supervisor", $"tickets/{Unknown}/resolve", new { outcome = "explained", reason = "x" }),
        ];
    }
}
