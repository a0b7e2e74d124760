using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The second half: counting, reversing, recall, and looking back.</summary>
internal sealed partial class TourSteps
{
    private string Emergency { get; set; } = "";

    private string Store => places["Bodega de farmacia"];

    private async Task CountingAsync()
    {
        await log.StepAsync("physician", "Reserves 800 tablets for a patient's treatment", async () =>
        {
            var body = new JsonObject
            {
                ["owner"] = "dispensation/demo",
                ["location"] = Store,
                ["expires"] = InstantPattern.ExtendedIso.Format(now + Duration.FromHours(4)),
                ["line"] = new JsonObject { ["presentation"] = presentations["AMX500-100"], ["quantity"] = Quantity(800, "{tbl}") },
            };
            var answer = (await people.PostAsync("physician", "reservations", body)).Ok();
            return $"{answer.List("lines").Count} lot reserved until {answer.Text("expires")}";
        });
        await log.StepAsync("auxiliary", "Counts 700 tablets of lot C-9, fewer than are reserved", async () =>
        {
            var body = new JsonObject { ["lot"] = lots["C-9"], ["location"] = Store, ["counted"] = Quantity(700, "{tbl}"), ["reason"] = "conteo cíclico" };
            var answer = (await people.PostAsync("auxiliary", "counts", body)).Ok();
            var left = (await people.GetAsync("auxiliary", "reservations?activeOnly=true")).Ok().List("items").Count;
            return $"expected {answer.Number("expected")}, difference {answer.Number("difference")}; reservations that still stand: {left}";
        });
        await log.StepAsync("auxiliary", "Writes down an issue that the count has absorbed", async () =>
        {
            var body = Chosen("AMX500-100", "C-9", 10, "{tbl}");
            body["occurred"] = InstantPattern.ExtendedIso.Format(now - Duration.FromDays(1));
            return (await people.PostAsync("auxiliary", "issues", body)).Refused(422, "PHA209");
        });
    }

    private async Task ReversingAsync()
    {
        string? posting = null;
        await log.StepAsync("auxiliary", "Issues 30 tablets to the wrong department", async () =>
        {
            var answer = (await people.PostAsync("auxiliary", "issues", Issue("AMX500-100", 30, "{tbl}"))).Ok();
            posting = answer.Text("posting");
            return $"{Parts(answer)}; {await OnHandAsync("Bodega de farmacia")} left in the store";
        });
        await log.StepAsync("supervisor", "Reverses the mistake", async () =>
        {
            (await people.PostAsync("supervisor", $"postings/{posting}/reverse", new JsonObject { ["reason"] = "departamento equivocado" })).Ok();
            return $"{await OnHandAsync("Bodega de farmacia")} in the store again";
        });
        await log.StepAsync("supervisor", "Reverses it a second time", async () =>
            (await people.PostAsync("supervisor", $"postings/{posting}/reverse", new JsonObject { ["reason"] = "otra vez" })).Refused(422, "PHA215"));
    }

    private async Task RecallAsync()
    {
        await log.StepAsync("pharmacist", "Recalls the number B(2) at the authority's notice", async () =>
        {
            var body = new JsonObject { ["presentation"] = presentations["AMX500-100"], ["number"] = "B(2)", ["reason"] = "alerta sanitaria", ["document"] = "ARCSA-2026-11" };
            var answer = (await people.PostAsync("pharmacist", "lots/recall", body)).Ok();
            return $"{answer.List("recalled").Count} lot blocked, {answer.Number("onHand")} on hand, {answer.Number("handedOut")} handed out";
        });
        await log.StepAsync("pharmacist", "Asks who received it", async () =>
        {
            var answer = (await people.GetAsync("pharmacist", $"lots/recipients?presentation={presentations["AMX500-100"]}&number=B(2)")).Ok();
            return string.Join("; ", answer.List("items").Select(m => $"{m!["quantity"]} to department {m["target"]!["department"]}"));
        });
        await log.StepAsync("pharmacist", "Receives more of the recalled number", async () =>
            (await people.PostAsync("pharmacist", "receipts", Delivery(Line(TourFiles.Scan("B(2)", today.PlusDays(60)), 1, 17.50m)))).Refused(422, "PHA303"));
        await log.StepAsync("pharmacist", "Recalls C-9 too and picks it all the same", async () =>
        {
            (await people.PostAsync("pharmacist", "lots/recall", new JsonObject
            {
                ["presentation"] = presentations["AMX500-100"],
                ["number"] = "C-9",
                ["reason"] = "alerta sanitaria",
            })).Ok();
            return (await people.PostAsync("pharmacist", "issues", Chosen("AMX500-100", "C-9", 10, "{tbl}"))).Refused(422, "PHA303");
        });
    }

    private async Task LookingBackAsync()
    {
        await log.StepAsync("auditor", "Compares stock and value of yesterday with now", async () =>
        {
            var yesterday = (await people.GetAsync("auditor", $"stock/value?at={InstantPattern.ExtendedIso.Format(now - Duration.FromDays(1))}")).Ok();
            var present = (await people.GetAsync("auditor", "stock/value")).Ok();
            return $"yesterday {Money(yesterday)}, now {Money(present)}";
        });
        await log.StepAsync("auditor", "Asks what was known yesterday", async () =>
        {
            var at = InstantPattern.ExtendedIso.Format(now - Duration.FromDays(1));
            var known = (await people.GetAsync("auditor", $"stock/as-of?at={at}&knownAt={at}")).Ok();
            return $"{known.List("lines").Count} lines: all of it was written down today";
        });
        await log.StepAsync("auditor", "Checks that the ledger adds up", async () =>
        {
            var differences = (await people.GetAsync("auditor", "stock/differences")).Ok().List("");
            var movements = (await people.GetAsync("auditor", "movements?size=500")).Ok().List("items");
            return differences.Count == 0 ? $"{movements.Count} movements, no difference to the balances" : throw new TourFailure($"{differences.Count} differences");
        });
        await log.StepAsync("auditor", "Reads what was refused", async () =>
        {
            var refused = (await people.GetAsync("auditor", "audit?outcome=refused&size=500")).Ok().List("items");
            return refused.Count >= 10 ? $"{refused.Count} refusals, each with who, when and why" : throw new TourFailure($"only {refused.Count}");
        });
        await log.StepAsync("auditor", "Tries to change something", async () =>
            (await people.PostAsync("auditor", "waste", new JsonObject
            {
                ["lot"] = lots["A-17"],
                ["location"] = Store,
                ["quantity"] = Quantity(1, "{tbl}"),
                ["kind"] = "broken",
                ["reason"] = "prueba",
            })).Forbidden());
    }

    private JsonObject Delivery(params JsonObject[] lines) => new()
    {
        ["location"] = Store,
        ["supplier"] = "Distribuidora Andina",
        ["document"] = "001-001-000123",
        ["lines"] = new JsonArray([.. lines]),
    };

    private static JsonObject Line(string scan, int boxes, decimal price, int free = 0)
    {
        var line = new JsonObject { ["scan"] = scan, ["paid"] = Quantity(boxes, "box"), ["price"] = new JsonObject { ["amount"] = price, ["currency"] = "USD" } };
        if (free > 0) line["free"] = Quantity(free, "box");
        return line;
    }

    private JsonObject Issue(string presentation, decimal quantity, string unit) => new()
    {
        ["from"] = Store,
        ["target"] = new JsonObject { ["department"] = Emergency },
        ["lines"] = new JsonArray(new JsonObject { ["presentation"] = presentations[presentation], ["quantity"] = Quantity(quantity, unit) }),
    };

    private JsonObject Chosen(string presentation, string lot, decimal quantity, string unit) => new()
    {
        ["from"] = Store,
        ["target"] = new JsonObject { ["department"] = Emergency },
        ["lines"] = new JsonArray(new JsonObject
        {
            ["presentation"] = presentations[presentation],
            ["lots"] = new JsonArray(new JsonObject { ["lot"] = lots[lot], ["quantity"] = Quantity(quantity, unit) }),
        }),
    };

    private static JsonObject Quantity(decimal value, string unit) => new() { ["value"] = value, ["unit"] = unit };

    private static string Parts(TourAnswer answer) => string.Join(" + ", answer.List("lines.0.parts").Select(p => $"{p!["quantity"]} of {p["number"]}"));

    private static string Lines(TourAnswer answer) => string.Join(" + ", answer.List("lines").Select(l => $"{l!["sent"]}"));

    private static string Money(TourAnswer answer) => string.Join(", ", answer.List("values").Select(v =>
        string.Create(CultureInfo.InvariantCulture, $"{v!["amount"]!.GetValue<decimal>():0.00} {v["currency"]}")));

    private async Task<decimal> OnHandAsync(string place) =>
        (await people.GetAsync("auditor", $"stock?location={places[place]}&presentation={presentations["AMX500-100"]}")).Ok().List("items").Sum(s => s!["onHand"]!.GetValue<decimal>());
}
