namespace Clinic.Api.Tests;

/// <summary>Every field of every request takes every nasty value: no answer is an inner failure, and none is without a code.</summary>
public class NastyValueTests
{
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
            foreach (var mutant in NastyValues.In(body))
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
}
