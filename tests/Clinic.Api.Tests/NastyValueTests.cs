using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Every field of every request takes every nasty value: no answer is an inner failure, and none is without a code.</summary>
public class NastyValueTests
{
    private static readonly string[] Nasty =
    [
        "null", "true", "-1", "0", "1e308", "99999999999999999999", "79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001",
        "1e-400", "[]", "{}", "[[]]", "\"\"", "\" \"", "\"\\u0000\"", "\"\\u202e\"", "\"\\ud83d\\ude00\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"-9998-01-01T00:00:00Z\"", "\"9999-12-31\"", "\"0001-01\"", "\"2596523:23:59:59\"", "\"'; DROP TABLE lots; --\"",
        "\"<script>alert(1)</script>\"", "\"{0}\"", "\"{facts}\"", "\"İ\"",
    ];

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task No_value_of_any_field_breaks_the_host(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var lot = await world.ReceiveAsync("L-1");
        var administrator = await factory.AsAsync("administrator");
        var failures = new List<string>();
        var statuses = new Dictionary<int, int>();
        var ward = await Ward.OpenAsync(factory);
        foreach (var (caller, path, body) in Requests(world, administrator, lot).Concat(await DispensingAsync(ward)))
        {
            foreach (var mutant in Mutants(JsonNode.Parse(JsonSerializer.Serialize(body))!))
            {
                var answer = await caller.PostAsync(path, mutant);
                statuses[(int)answer.Status] = statuses.GetValueOrDefault((int)answer.Status) + 1;
                if ((int)answer.Status >= 500 || ((int)answer.Status >= 400 && answer.Code is null)) failures.Add($"{path} {mutant}: {answer.Text}");
                if (answer.Text.Length > 60_000) failures.Add($"{path} {mutant}: {answer.Text.Length} characters");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(10)));
        Assert.All([200, 400, 404, 409, 422], status => Assert.True(statuses.GetValueOrDefault(status) > 0, $"no {status} among {string.Join(", ", statuses)}"));
        Assert.True(statuses.Values.Sum() > 3000, $"only {statuses.Values.Sum()} requests");
        Assert.Empty((await administrator.GetAsync("/api/v1/stock/differences")).Json.AsArray());
    }

    private static IEnumerable<(ApiCaller Caller, string Path, object Body)> Requests(World w, ApiCaller administrator, string lot)
    {
        var p = w.Pharmacist;
        var quantity = new { value = 1, unit = "{tbl}" };
        var policy = new { order = "fefo", completeness = "allOrNothing", tieBreak = "age" };
        yield return (p, "/api/v1/medications", World.Medicine("NASTY"));
        yield return (p, $"/api/v1/medications/{w.Medication}/revise", new { data = World.Medicine("PARA500"), version = 1 });
        yield return (p, "/api/v1/presentations", World.Packaging(w.Medication, "NASTY-1"));
        yield return (p, "/api/v1/scans/parse", new { text = "010786123456789817270331" });
        yield return (p, "/api/v1/receipts", w.Delivery("L-N"));
        yield return (p, "/api/v1/issues", new { from = w.Store, lines = new object[] { new { presentation = w.Presentation, quantity, usableThrough = "2026-04-01", lots = new object[] { new { lot, quantity } } } }, policy, occurred = "2026-03-02T15:00:00Z", reason = "x", document = "d", target = new { department = (string?)null, patient = Guid.CreateVersion7(), encounter = Guid.CreateVersion7() } });
        yield return (p, "/api/v1/returns", new { issue = Guid.CreateVersion7(), lot, quantity, to = w.Store, isUnopened = true, reason = "x" });
        yield return (p, "/api/v1/waste", new { lot, location = w.Store, quantity, kind = "broken", reason = "x", document = "d", occurred = "2026-03-02T15:00:00Z" });
        yield return (p, "/api/v1/adjustments", new { lot, location = w.Store, direction = "in", quantity, reason = "x" });
        yield return (p, "/api/v1/moves", new { lot, from = w.Store, to = w.Quarantine, quantity, reason = "x" });
        yield return (p, "/api/v1/transfers", new { from = w.Store, to = w.Emergency, lines = new object[] { new { presentation = w.Presentation, quantity } }, policy });
        yield return (p, "/api/v1/reservations", new { owner = "ward", location = w.Store, line = new { presentation = w.Presentation, quantity }, expires = "2026-03-03T15:00:00Z", policy });
        yield return (p, $"/api/v1/lots/{lot}/status", new { trigger = "hold", reason = "x", version = 1 });
        yield return (p, "/api/v1/counts", new { lot, location = w.Store, counted = quantity, reason = "x", occurred = "2026-03-02T15:00:00Z" });
        yield return (p, "/api/v1/lots/recall", new { presentation = w.Presentation, number = "L-1", reason = "x", document = "d" });
        yield return (administrator, "/api/v1/sites", new { name = "Norte", zone = "America/Guayaquil", currency = "USD" });
        yield return (administrator, $"/api/v1/sites/{w.Site}/departments", new { name = "Sala" });
        yield return (administrator, $"/api/v1/sites/{w.Site}/locations", new { name = "Botiquín 2", department = Guid.CreateVersion7(), kind = "store", isPickable = true });
        yield return (administrator, "/api/v1/people", new { name = "Ana", signInName = "ana", roles = new[] { "nurse" }, departments = Array.Empty<string>(), password = "una-clave-larga-9" });
        yield return (administrator, "/api/v1/sign-in", new { signInName = "ana", password = "x", tenant = Guid.CreateVersion7() });
    }

    private static async Task<IReadOnlyList<(ApiCaller Caller, string Path, object Body)>> DispensingAsync(Ward w)
    {
        var (ready, delivered) = (await w.ReadyAsync(w.Tablet, 5, "{tbl}"), await w.DeliveredAsync(w.Tablet, 50, "{tbl}"));
        var dose = new { line = 1, amount = Ward.Some(1, "{tbl}"), weightKg = 70, containers = 1, overfill = 0, at = "2026-03-02T15:00:00Z", area = "ward", reason = "x" };
        var waste = new { line = 1, kind = "broken", amount = Ward.Some(1, "{tbl}"), reason = "x", drawnAt = "2026-03-02T15:00:00Z", certificate = "c" };
        var (nurse, pharmacist, physician) = (await w.AsAsync("nurse"), await w.AsAsync("pharmacist"), await w.AsAsync("physician"));
        return
        [
            (physician, "/api/v1/dispensations", new { from = w.Store, target = new { department = w.Emergency, area = "emergency", patient = w.Patient, encounter = (string?)null }, lines = new[] { new { presentation = w.Tablet, quantity = Ward.Some(1, "{tbl}"), directions = "x", usableThrough = "2026-04-01", maySubstitute = true } }, urgency = "urgent", validUntil = "2026-03-05T15:00:00Z", prescription = "R", refillsAllowed = 1, isDraft = true }),
            (pharmacist, $"/api/v1/dispensations/{ready}/prepare", new { lines = new[] { new { line = 1, quantity = Ward.Some(1, "{tbl}"), lots = new[] { new { lot = w.Tablet, quantity = 1 } } } }, mayBePartial = true, overrideReason = "x" }),
            (pharmacist, $"/api/v1/dispensations/{ready}/confirm", new { line = 1, quantity = 5, scan = "0109506000134369" }),
            (pharmacist, $"/api/v1/dispensations/{ready}/substitute", new { line = 1, presentation = w.Ampoule, quantity = Ward.Some(1, "{ampule}"), reason = "x", lots = new[] { new { lot = w.Tablet, quantity = 1 } }, authoriser = await w.PinAsync("physician-2"), device = "d" }),
            (pharmacist, $"/api/v1/dispensations/{ready}/hold", new { reason = "x", until = "2026-03-03T15:00:00Z" }),
            (await w.AsAsync("auxiliary"), "/api/v1/hand-overs", await w.HandOverAsync(ready)),
            (nurse, $"/api/v1/dispensations/{delivered}/doses", new { dose }),
            (nurse, $"/api/v1/dispensations/{delivered}/waste", new { waste, witness = await w.PinAsync("nurse-2"), device = "d" }),
            (nurse, $"/api/v1/dispensations/{delivered}/returns", new { line = 1, quantity = Ward.Some(1, "{tbl}"), condition = "doubtful", reason = "x" }),
            (nurse, $"/api/v1/dispensations/{delivered}/all-used", new { lines = new[] { 1 }, area = "ward" }),
            (await w.AsAsync("supervisor"), $"/api/v1/dispensations/{delivered}/tickets/{ready}/resolve", new { outcome = "explained", reason = "x", missingDose = dose, missingWaste = waste, approver = Ward.Badge("supervisor-2"), device = "d" }),
            (pharmacist, "/api/v1/checklists", new { department = w.Emergency, name = "Lista", items = new[] { new { presentation = w.Tablet, quantity = Ward.Some(1, "{tbl}"), directions = "x" } } }),
        ];
    }

    // One body per leaf and nasty value, and one without the leaf.
    private static IEnumerable<string> Mutants(JsonNode body)
    {
        foreach (var path in Leaves(body, []))
        {
            yield return Changed(body, path, null);
            foreach (var value in Nasty) yield return Changed(body, path, value);
        }
    }

    private static IEnumerable<object[]> Leaves(JsonNode? node, object[] path) => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves(p.Value, [.. path, p.Key])).Concat(path.Length == 0 ? [] : [path]),
        JsonArray a => a.SelectMany((item, i) => Leaves(item, [.. path, i])).Append(path),
        _ => [path],
    };

    private static string Changed(JsonNode body, object[] path, string? raw)
    {
        var text = new StringBuilder();
        Write(text, body, path, 0, raw);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, object[] path, int depth, string? raw)
    {
        if (depth == path.Length)
        {
            text.Append(raw);
            return;
        }

        var isObject = node is JsonObject;
        text.Append(isObject ? '{' : '[');
        var children = isObject ? node!.AsObject().Select(p => ((object)p.Key, p.Value)) : node!.AsArray().Select((v, i) => ((object)i, v));
        var first = true;
        foreach (var (key, value) in children)
        {
            var isTarget = key.Equals(path[depth]);
            if (isTarget && depth == path.Length - 1 && raw is null) continue;
            if (!first) text.Append(',');
            first = false;
            if (isObject) text.Append(JsonSerializer.Serialize(key)).Append(':');
            if (isTarget) Write(text, value, path, depth + 1, raw);
            else text.Append(value?.ToJsonString() ?? "null");
        }

        text.Append(isObject ? '}' : ']');
    }
}
