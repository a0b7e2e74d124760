using System.Text.Json;
using System.Text.Json.Nodes;
using Clinic.Api.Demo;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clinic.Api.Tests;

/// <summary>Every POST of dispensing sent twice under its key: one answer, one change, and no secret left anywhere.</summary>
public class DispensingReplayTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Sent_twice_each_step_answers_alike_and_is_done_once_and_no_secret_stays(string storage)
    {
        var logs = new Logs();
        using var factory = ApiFactory.Of(storage).Set("Logging:LogLevel:Default", "Trace").With(s => s.AddLogging(b => b.ClearProviders().AddProvider(logs)));
        var ward = await Ward.OpenAsync(factory);
        var twice = new Twice(ward);

        await ControlledAsync(ward, twice);
        await StandardAsync(ward, twice);
        await EndingsAsync(ward, twice);
        await ChecklistsAsync(ward, twice);

        var routes = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Security.RouteRight>() is { Changes: true })
            .Select(e => e.RoutePattern.RawText!["/api/v1/".Length..])
            .Where(r => r.StartsWith("dispensations", StringComparison.Ordinal) || r.StartsWith("hand-overs", StringComparison.Ordinal) || r.StartsWith("checklists", StringComparison.Ordinal));
        Assert.Empty(routes.Except(twice.Routes));
        await NothingSecretAsync(ward, logs, storage == "local");
    }

    private static async Task ControlledAsync(Ward w, Twice twice)
    {
        var draft = (await twice.OkAsync("physician", "dispensations", w.Asking(w.Ampoule, 1, "{ampule}", isDraft: true)))["dispensation"]!.GetValue<string>();
        await twice.OkAsync("physician", $"dispensations/{draft}/submit");
        await twice.OkAsync("physician-2", $"dispensations/{draft}/authorise", new { version = 2 });
        var kept = await twice.OkAsync("pharmacist", $"dispensations/{draft}/prepare");
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/substitute", new { line = 1, presentation = w.Ampoule, quantity = Ward.Some(1, "{ampule}"), reason = "otro lote", authoriser = await w.PinAsync("physician-2") });
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/hold", new { reason = "llamada" });
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/resume");
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/confirm", new { line = 1, scan = $"01{Ward.AmpouleGtin}17261231" + "10L-1", quantity = 1 });
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/ready", new { checker = await w.PinAsync("pharmacist-2") });
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/reopen-preparation", new { reason = "etiqueta" });
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/ready", new { checker = Ward.Badge("pharmacist-2") });
        await twice.OkAsync("auxiliary", "hand-overs", await w.HandOverAsync(draft));
        var dose = (await twice.OkAsync("nurse", $"dispensations/{draft}/doses", Ward.Dose(60, "ug")))["dose"]!.GetValue<string>();
        await twice.OkAsync("nurse", $"dispensations/{draft}/doses/{dose}/correct", new { reason = "tecla", replacement = new { line = 1, amount = Ward.Some(50, "ug") } });
        var wasted = (await twice.OkAsync("nurse", $"dispensations/{draft}/waste", Ward.Waste(1, "mL", await w.PinAsync("nurse-2"))))["waste"]!.GetValue<string>();
        await twice.OkAsync("nurse", $"dispensations/{draft}/waste/{wasted}/correct", new { reason = "tecla" });
        await twice.OkAsync("nurse", $"dispensations/{draft}/waste", Ward.Waste(1, "mL", await w.PinAsync("nurse-2")));
        await twice.OkAsync("nurse", $"dispensations/{draft}/finish");
        await twice.OkAsync("pharmacist", $"dispensations/{draft}/close");
        await twice.OkAsync("supervisor", $"dispensations/{draft}/reopen", new { reason = "revisión" });
        Assert.Equal("L-1", kept["lines"]![0]!["parts"]![0]!["number"]!.GetValue<string>());
    }

    private static async Task StandardAsync(Ward w, Twice twice)
    {
        var id = await w.ReadyAsync(w.Tablet, 10, "{tbl}");
        var handed = await twice.OkAsync("auxiliary", "hand-overs", new
        {
            items = new[] { new { dispensation = id } },
            attestation = new { recipient = await w.IdOfAsync("nurse"), first = await w.PinAsync("nurse-2"), second = await w.PinAsync("pharmacist-2"), reason = "lector dañado" },
        });
        await twice.OkAsync("nurse", $"dispensations/{id}/hand-overs/{handed["handOver"]}/confirm", new { recipient = await w.PinAsync("nurse") });
        var returned = (await twice.OkAsync("nurse", $"dispensations/{id}/returns", new { line = 1, quantity = Ward.Some(4, "{tbl}"), condition = "unopened", reason = "alta" }))["return"]!.GetValue<string>();
        await twice.OkAsync("pharmacist", $"dispensations/{id}/returns/{returned}/count", new { counted = Ward.Some(3, "{tbl}"), to = w.Store });
        await twice.OkAsync("nurse", $"dispensations/{id}/doses", Ward.Dose(6, "{tbl}"));
        await twice.OkAsync("nurse", $"dispensations/{id}/finish");
        var review = await twice.OkAsync("pharmacist", $"dispensations/{id}/discrepancy", new { evidence = "falta una" });
        foreach (var ticket in (await w.ReadAsync(id))["tickets"]!.AsArray())
        {
            var path = $"dispensations/{id}/tickets/{ticket!["id"]}";
            await twice.OkAsync("nurse", $"{path}/evidence", new { text = "cayó al suelo", attachment = new { kind = "photo", mediaType = "image/png", content = Convert.ToBase64String(Ward.Signature) } });
            await twice.OkAsync("supervisor", $"{path}/assign", new { owner = await w.IdOfAsync("supervisor-2") });
            var outcome = review["tickets"]!.AsArray().Any(t => t!.GetValue<string>() == ticket["id"]!.GetValue<string>()) ? "unexplained" : "explained";
            await twice.OkAsync("supervisor", $"{path}/resolve", new { outcome, reason = "sin más datos", approver = await w.PinAsync("supervisor-2") });
        }

        var all = await w.DeliveredAsync(w.Tablet, 2, "{tbl}");
        await twice.OkAsync("nurse", $"dispensations/{all}/all-used");
    }

    private static async Task EndingsAsync(Ward w, Twice twice)
    {
        await twice.OkAsync("physician-2", $"dispensations/{await w.RequestedAsync(w.Tablet, 1, "{tbl}")}/decline", new { reason = "no indicado" });
        await twice.OkAsync("physician", $"dispensations/{await w.RequestedAsync(w.Tablet, 1, "{tbl}")}/withdraw", new { reason = "ya no" });
        await twice.OkAsync("supervisor", $"dispensations/{await w.RequestedAsync(w.Tablet, 1, "{tbl}")}/entered-in-error", new { reason = "paciente equivocado" });
        var cancelled = await w.ReadyAsync(w.Tablet, 1, "{tbl}");
        await twice.OkAsync("pharmacist", $"dispensations/{cancelled}/cancel", new { reason = "alta" });
        var stopped = await w.ReadyAsync(w.Tablet, 5, "{tbl}");
        await twice.OkAsync("auxiliary", "hand-overs", new { items = new[] { new { dispensation = stopped, lines = new[] { new { line = 1, quantity = 2 } } } }, recipient = Ward.Badge("nurse") });
        await twice.OkAsync("pharmacist", $"dispensations/{stopped}/stop", new { reason = "alta" });
    }

    private static async Task ChecklistsAsync(Ward w, Twice twice)
    {
        var items = new[] { new { presentation = w.Tablet, quantity = Ward.Some(10, "{tbl}") } };
        var id = (await twice.OkAsync("pharmacist", "checklists", new { department = w.Emergency, name = "Analgesia", items }))["checklist"]!.GetValue<string>();
        await twice.OkAsync("pharmacist", $"checklists/{id}/change", new { department = w.Emergency, name = "Dolor", items, version = 1 });
        Assert.Equal("Dolor", (await w.GetAsync("nurse", $"checklists/{id}"))["name"]);
        Assert.Single((await w.GetAsync("nurse", $"checklists?department={w.Emergency}")).Json["items"]!.AsArray());
        (await w.PostAsync("pharmacist", $"checklists/{id}/change", new { department = w.Emergency, name = "Viejo", items, version = 1 })).Refused(409, "DSP104");
        (await w.PostAsync("pharmacist", $"checklists/{id}/change", new { department = w.Emergency, name = "", items })).Refused(400, "API123");
    }

    private static async Task NothingSecretAsync(Ward w, Logs logs, bool onFile)
    {
        string[] secrets = [.. DemoPeople.All.SelectMany(p => new[] { p.Pin, p.Badge }).OfType<string>(), DemoPeople.Password];
        await w.PostAsync("auxiliary", "hand-overs", new { items = new[] { new { dispensation = Guid.CreateVersion7() } }, recipient = await w.PinAsync("nurse", "777123"), device = "x" });
        foreach (var list in new[] { "audit?size=500", "dispensations?size=500", "tickets", "jobs" }) await w.GetAsync("supervisor", list);

        Assert.All(secrets.Append("777123"), s =>
        {
            Assert.DoesNotContain(w.Answers, a => a.Contains(s, StringComparison.OrdinalIgnoreCase));
            // The start says the demo password on purpose.
            Assert.DoesNotContain(logs.Lines, l => l.Contains(s, StringComparison.OrdinalIgnoreCase) && s != DemoPeople.Password);
        });
        Assert.NotEmpty(logs.Lines);
        if (!onFile) return;
        var file = w.Factory.Services.GetRequiredService<Hosts.ClinicSettings>().DataSource;
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            var text = System.Text.Encoding.Latin1.GetString(copy.ToArray());
            Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(System.Text.Encoding.Latin1.GetString(Ward.Signature), text, StringComparison.Ordinal);
        }
    }

    private sealed class Twice(Ward ward)
    {
        public HashSet<string> Routes { get; } = new(StringComparer.Ordinal);

        public async Task<JsonNode> OkAsync(string who, string path, object? body = null)
        {
            var key = Guid.NewGuid().ToString();
            var before = await AcceptedAsync();
            var first = await ward.PostAsync(who, path, body, key);
            Assert.True(first.Status == System.Net.HttpStatusCode.OK, $"{who} {path}: {first.Text}");
            var between = await StateAsync(first.Json);
            var accepted = await AcceptedAsync();

            var second = await ward.PostAsync(who, path, body, key);

            Assert.Equal(first.Text, second.Text);
            Assert.Equal(between, await StateAsync(first.Json));
            Assert.True(accepted > before);
            Assert.Equal(accepted, await AcceptedAsync());
            (await ward.PostAsync(who, path, JsonSerializer.Serialize(With(body)), key)).Refused(409, "CLN101");
            Routes.Add(Pattern(path));
            return first.Json;
        }

        private async Task<int> AcceptedAsync()
        {
            var count = 0;
            string? after = null;
            do
            {
                var page = (await (await ward.AsAsync("auditor")).GetAsync($"/api/v1/audit?outcome=accepted&size=500{(after is null ? "" : $"&after={after}")}")).Json;
                // Looking adds entries too, and is no step.
                count += page["items"]!.AsArray().Count(e => e!["commandName"]!.GetValue<string>() != "clinic.see-patients");
                after = page["next"]?.GetValue<string>();
            }
            while (after is not null);
            return count;
        }

        private async Task<string> StateAsync(JsonNode answer) =>
            (answer["dispensation"] ?? answer["answer"]?["dispensation"] ?? answer["items"]?[0]?["answer"]?["dispensation"])?.GetValue<string>() is { } id
                ? (await ward.ReadAsync(id)).ToJsonString()
                : "";

        // The same request about another version, or of another name, is another request.
        private static JsonObject With(object? body)
        {
            var other = JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
            if (other.ContainsKey("name")) other["name"] = "Otra";
            else if (other.ContainsKey("items")) other["items"]!.AsArray()[0]!["version"] = 99;
            else if (other.ContainsKey("target")) other["prescription"] = "R-9999";
            else other["version"] = 99;
            return other;
        }

        private static string Pattern(string path)
        {
            var words = path.Split('/');
            var names = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["dispensations"] = "{dispensation}",
                ["hand-overs"] = "{handOver}",
                ["doses"] = "{dose}",
                ["waste"] = "{waste}",
                ["returns"] = "{returned}",
                ["tickets"] = "{ticket}",
                ["checklists"] = "{checklist}",
            };
            for (var i = 1; i < words.Length; i++)
            {
                if (Guid.TryParse(words[i], out _)) words[i] = names[words[i - 1]];
            }

            return string.Join('/', words);
        }
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Add(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
