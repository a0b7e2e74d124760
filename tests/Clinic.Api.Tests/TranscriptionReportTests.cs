using System.Text.Json.Nodes;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Reports over HTTP: drafted, reviewed, signed, filed, amended, entered in error; refusals hold no patient text.</summary>
public class TranscriptionReportTests
{
    [Fact]
    public async Task A_dictation_is_drafted_into_the_sections_that_were_named()
    {
        using var factory = ApiFactory.InMemory();
        var v = await OpenAsync(factory);
        var session = (await v.Physician.OkAsync($"{Root}/sessions", new { kind = "dictation", patient = v.Patient, physician = v.PhysicianId, assistant = v.AssistantId }))["session"];
        await v.GrantAsync(session);
        await BringAsync(v.Physician, session, "Sección diagnóstico faringitis aguda punto sección plan reposo coma líquidos y control en una semana punto", typed: true);

        var begun = await v.Physician.OkAsync($"{Root}/reports", new { session });
        await v.RunAsync("transcription.reports");

        var statements = (await ReadAsync(v, $"{Root}/reports/{begun["report"]}"))["report"]!["statements"]!.AsArray();
        Assert.Equal(["assessment", "plan"], statements.Select(s => s!["section"]!.GetValue<string>()));
        Assert.Equal(["Faringitis aguda.", "Reposo, líquidos y control en una semana."], statements.Select(s => s!["text"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_report_is_drafted_reviewed_signed_filed_and_amended(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var session = await v.TypedAsync();
        var key = Guid.NewGuid().ToString();

        var begun = await v.Physician.OkAsync($"{Root}/reports", new { session }, key);
        Assert.Equal(begun.Text, (await v.Physician.OkAsync($"{Root}/reports", new { session }, key)).Text);
        Assert.Equal("drafting", begun["status"]);
        var path = $"{Root}/reports/{begun["report"]}";
        (await v.Physician.PostAsync($"{Root}/reports", new { session })).Refused(422, "TRN618");
        await v.RunAsync("transcription.reports");
        var drafted = await ReadAsync(v, path);
        Assert.Equal("inReview", drafted["report"]!["status"]!.GetValue<string>());
        Assert.NotEmpty(drafted["report"]!["statements"]!.AsArray());
        (await v.Physician.PostAsync($"{path}/sign", new { version = Version(drafted) })).Refused(422, drafted["missing"]!.AsArray().Count > 0 ? "TRN610" : "TRN611");
        (await v.Physician.PostAsync($"{path}/sign")).Refused(400, "API123");

        await v.Assistant.OkAsync($"{path}/suggestions", new { changes = new[] { new { kind = "insert", section = "plan", text = "Reposo.\nLíquidos." } } });
        (await v.Assistant.PostAsync($"{path}/edit", new { changes = Everything(drafted) })).Refused(403, "API102");
        (await v.Physician.PostAsync($"{path}/suggestions/1/decide", new { take = true })).Refused(400, "API123");
        var suggested = Version(await ReadAsync(v, path));
        await v.Physician.OkAsync($"{path}/suggestions/1/decide", new { take = true, version = suggested });
        (await v.Physician.PostAsync($"{path}/suggestions/1/decide", new { take = true, version = suggested })).Refused(409, "TRN602");
        (await v.Physician.PostAsync($"{path}/suggestions/1/decide", new { take = true, version = Version(await ReadAsync(v, path)) })).Refused(422, "TRN608");
        (await v.Physician.PostAsync($"{path}/edit", new { changes = Everything(drafted) })).Refused(400, "API123");
        await v.Physician.OkAsync($"{path}/edit", new { changes = Everything(drafted), version = Version(await ReadAsync(v, path)) }, key: null);
        await OverrideAsync(v, path);
        var ready = await ReadAsync(v, path);
        Assert.Empty(ready["missing"]!.AsArray());
        (await v.Physician.PostAsync($"{path}/sign", new { version = Version(ready) - 1 })).Refused(409, "TRN602");
        (await v.Other.PostAsync($"{path}/sign", new { version = Version(ready) })).Refused(404, "TRN601");
        var signed = await v.Physician.PostAsync($"{path}/sign", change: r => r.Headers.TryAddWithoutValidation("If-Match", $"\"{Version(ready)}\""));
        Assert.True(signed.Code is null, signed.Text);
        Assert.Equal("signed", signed["status"]);

        await v.Physician.OkAsync($"{path}/file");
        await v.RunAsync("transcription.reports");
        (await v.Physician.PostAsync($"{path}/file")).Refused(422, "TRN621");
        var filed = await ReadAsync(v, path);
        Assert.Equal("filed", filed["report"]!["status"]!.GetValue<string>());
        await v.Physician.OkAsync($"{path}/addenda", new { text = "Llamó al día siguiente.\nSin fiebre.", version = Version(filed) });
        await v.RunAsync("transcription.reports");
        var before = await ReadAsync(v, path);
        await v.Physician.OkAsync($"{path}/amend", new
        {
            kind = "amended",
            reason = "faltaba el control",
            changes = new[] { new { kind = "insert", section = "plan", text = "Control en una semana." } },
            version = Version(before),
        });
        await v.RunAsync("transcription.reports");

        var history = (await v.Physician.GetAsync($"{path}/history")).Json;
        Assert.Equal(2, history["versions"]!.AsArray().Count);
        Assert.Single(history["addenda"]!.AsArray());
        Assert.Equal(3, history["signatures"]!.AsArray().Count);
        Assert.All(history["signatures"]!.AsArray(), s => Assert.True(s!["isGenuine"]!.GetValue<bool>()));
        Assert.Equal("insert", history["suggestions"]![0]!["change"]!["kind"]!.GetValue<string>());
        Assert.NotEmpty(history["edits"]!.AsArray());
        (await v.Physician.PostAsync($"{path}/entered-in-error", new { reason = "otro paciente" })).Refused(403, "API102");
        Assert.Equal("enteredInError", (await v.Supervisor.OkAsync($"{path}/entered-in-error", new { reason = "otro paciente" }))["status"]);
        Assert.Contains("report.read", await v.AuditAsync("transcription.report", begun["report"]));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Drafts_are_rejected_asked_for_again_and_written_by_hand(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var session = await v.TypedAsync();

        (await v.Physician.PostAsync($"{Root}/reports", new { session, drafter = "nadie" })).Refused(400, "TRN617");
        (await v.Physician.PostAsync($"{Root}/reports", new { session, template = "carta" })).Refused(400, "TRN101");
        (await v.Other.PostAsync($"{Root}/reports", new { session })).Refused(404, "TRN601");
        var report = (await v.Physician.OkAsync($"{Root}/reports", new { session, isManual = true, template = "letter" }))["report"];
        var path = $"{Root}/reports/{report}";
        (await v.Physician.PostAsync($"{path}/write")).Refused(422, "TRN603");
        await v.Physician.OkAsync($"{path}/reject", new { reason = "mejor con borrador" });
        Assert.Equal("drafting", (await v.Physician.OkAsync($"{path}/ask-drafter", new { drafter = "offline" }))["status"]);
        await v.RunAsync("transcription.reports");
        var drafted = await ReadAsync(v, path);
        Assert.Equal("offline", drafted["report"]!["draft"]!["drafter"]!.GetValue<string>());
        (await v.Physician.PostAsync($"{path}/findings/ninguno/override", new { words = "así fue" })).Refused(400, "TRN609");

        object[] incomplete = [new { kind = "reword", text = "x" }, new { kind = "insert" }, new { kind = "remove" }, new { kind = "see" }];
        var refused = (await v.Physician.PostAsync($"{path}/edit", new { changes = incomplete, version = Version(drafted) })).Refused(400, "TRN101");
        Assert.Equal(
            ["changes[0].number", "changes[1].text", "changes[1].section", "changes[2].number", "changes[3].numbers"],
            refused.Json["errors"]!.AsArray().Select(e => e!["facts"]!["field"]!.GetValue<string>()));
        var tooFar = new { changes = new object[] { new { kind = "insert", section = "plan", text = "Rosa Peñafiel", evidence = new[] { new { segment = 0, start = 0, length = 9_999 } } } }, version = Version(drafted) };
        Assert.DoesNotContain("Peñafiel", (await v.Physician.PostAsync($"{path}/edit", tooFar)).Refused(400, "TRN619").Text, StringComparison.Ordinal);
        (await v.Physician.PostAsync($"{path}/edit", new { changes = new[] { new { kind = "reword", number = 999, text = "x" } }, version = Version(drafted) })).Refused(400, "TRN607");
        (await v.Physician.PostAsync($"{path}/edit", new { changes = new[] { new { kind = "borrar" } } })).Refused(400, "API116");

        Assert.Equal([report], Ids(await v.Physician.GetAsync($"{Root}/reports?status=inReview&patient={v.Patient}&from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z")));
        Assert.Equal([report], Ids(await v.Supervisor.GetAsync($"{Root}/reports")));
        Assert.Empty(Ids(await v.Other.GetAsync($"{Root}/reports")));
        Assert.Empty(Ids(await v.Physician.GetAsync($"{Root}/reports?status=filed")));
        (await v.Other.GetAsync(path)).Refused(404, "TRN601");
        (await v.Supervisor.GetAsync(path)).Refused(403, "TRN604");
        Assert.Contains("report.listed", await v.AuditAsync("core.patient", v.Patient));

        var unsure = await v.GrantedAsync("record", "transcribe");
        await BringAsync(v.Physician, unsure, Throat, typed: true);
        (await v.Physician.PostAsync($"{Root}/reports", new { session = unsure })).Refused(422, "TRN616");
    }

    private static async Task<JsonNode> ReadAsync(TranscriptionVisit v, string path)
    {
        var read = await v.Physician.GetAsync(path);
        Assert.True(read.Code is null, read.Text);
        Assert.Equal($"\"{Version(read.Json)}\"", read.Headers["ETag"]);
        return read.Json;
    }

    private static long Version(JsonNode view) => view["report"]!["version"]!.GetValue<long>();

    // All that was drafted is looked at, and what the template misses is written.
    private static object[] Everything(JsonNode view) =>
    [
        new { kind = "see", numbers = view["report"]!["statements"]!.AsArray().Select(s => s!["number"]!.GetValue<int>()) },
        .. view["missing"]!.AsArray().Select(m => (object)new { kind = "insert", section = m!.GetValue<string>(), text = "Dolor de garganta." }),
    ];

    private static async Task OverrideAsync(TranscriptionVisit v, string path)
    {
        foreach (var key in (await ReadAsync(v, path))["blockers"]!.AsArray().Select(b => b!.GetValue<string>()))
            await v.Physician.OkAsync($"{path}/findings/{Uri.EscapeDataString(key)}/override", new { words = "así lo dijo" });
    }

    private static List<string> Ids(ApiAnswer answer) => [.. Items(answer).Select(i => i!["report"]!.GetValue<string>())];
}
