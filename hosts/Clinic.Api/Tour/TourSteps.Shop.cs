using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The shop side of the pharmacy: prices, a requisition, a sale with its receipt, a recall to the end, reports.</summary>
internal sealed partial class TourSteps
{
    private string Syrup { get; set; } = "";

    private async Task ShopAsync()
    {
        log.Section("Requisition, sale, recall, alerts");
        await PricesAsync();
        await RequisitionAsync();
        await SaleAsync();
        await RecallCampaignAsync();
        await AlertsAsync();
    }

    private async Task PricesAsync()
    {
        await log.StepAsync("pharmacist", "Adds a syrup and receives two lots of it", async () =>
        {
            var medication = (await people.PostAsync("pharmacist", "medications", new JsonObject
            {
                ["code"] = "IBU100",
                ["genericName"] = "Ibuprofeno",
                ["doseForm"] = "suspension",
                ["atcCode"] = "M01AE01",
                ["ingredients"] = new JsonArray(new JsonObject { ["name"] = "ibuprofen", ["strength"] = Quantity(100, "mg"), ["per"] = Quantity(5, "mL") }),
            })).Ok().Text("id");
            Syrup = (await people.PostAsync("pharmacist", "presentations", new JsonObject
            {
                ["medication"] = medication,
                ["code"] = "IBU100-FR",
                ["name"] = "Ibuprofeno 100 mg/5 mL, frasco",
                ["baseUnit"] = "{bottle}",
                ["levels"] = new JsonArray(new JsonObject { ["name"] = "box", ["contains"] = 12 }),
            })).Ok().Text("id");
            var answer = (await people.PostAsync("auxiliary", "receipts", Delivery(Bottles("I-1", 25, 30, 54.00m), Bottles("I-2", 300, 60, 110.40m)))).Ok();
            foreach (var lot in answer.List("lines")) lots[lot!["number"]!.GetValue<string>()] = lot["lot"]!.GetValue<string>();
            return string.Join("; ", answer.List("lines").Select(l => $"{l!["quantity"]} of {l["number"]} until {l["expiration"]} at {l["unitCost"]!["amount"]}"));
        });
        await log.StepAsync("pharmacist", "Publishes the tax groups and the price list for patients", async () =>
        {
            (await people.PostAsync("pharmacist", "tax-groups", new JsonObject { ["code"] = "IVA15", ["name"] = "IVA 15 %", ["from"] = "2024-04-01", ["percent"] = 15, ["reason"] = "ley" })).Ok();
            (await people.PostAsync("pharmacist", "price-lists", List("PUB", 3.25m))).Ok();
            return "3.25 a bottle, tax of 15 % on top";
        });
        await log.StepAsync("pharmacist", "Publishes a second list for the same people and days", async () =>
            (await people.PostAsync("pharmacist", "price-lists", List("PUB2", 2.95m))).Refused(409, "PHA804"));
    }

    private async Task RequisitionAsync()
    {
        string? requisition = null;
        await log.StepAsync("nurse", "Asks the pharmacy for 12 bottles for the emergency cabinet", async () =>
        {
            requisition = (await people.PostAsync("nurse", "requisitions", new JsonObject
            {
                ["destination"] = places["Botiquín de emergencia"],
                ["origin"] = Store,
                ["reason"] = "reposición",
                ["lines"] = new JsonArray(new JsonObject { ["presentation"] = Syrup, ["quantity"] = Quantity(12, "{bottle}") }),
            })).Ok().Text("requisition");
            var answer = (await people.PostAsync("nurse", $"requisitions/{requisition}/submit", new JsonObject())).Ok();
            return $"number {answer.Text("number")}, {answer.Text("status")}";
        });
        await log.StepAsync("nurse", "Tries to approve it herself", async () => (await people.PostAsync("nurse", $"requisitions/{requisition}/approve", new JsonObject())).Forbidden());
        await log.StepAsync("pharmacist", "Grants 10 of them and sends them", async () =>
        {
            (await people.PostAsync("pharmacist", $"requisitions/{requisition}/approve", new JsonObject
            {
                ["lines"] = new JsonArray(new JsonObject { ["presentation"] = Syrup, ["quantity"] = Quantity(10, "{bottle}"), ["reason"] = "stock ajustado" }),
            })).Ok();
            (await people.PostAsync("auxiliary", $"requisitions/{requisition}/pick", new JsonObject())).Ok();
            (await people.PostAsync("auxiliary", $"requisitions/{requisition}/dispatch", new JsonObject())).Ok();
            return $"{await BottlesAsync("Bodega de farmacia")} in the store, {await BottlesAsync("En tránsito")} in transit, {await BottlesAsync("Botiquín de emergencia")} in the cabinet";
        });
        await log.StepAsync("nurse", "Counts 9 whole and 1 broken", async () =>
        {
            var answer = (await people.PostAsync("nurse", $"requisitions/{requisition}/receive", new JsonObject
            {
                ["quarantine"] = places["Cuarentena"],
                ["note"] = "un frasco roto",
                ["lots"] = new JsonArray(new JsonObject { ["lot"] = lots["I-1"], ["whole"] = Quantity(9, "{bottle}"), ["damaged"] = Quantity(1, "{bottle}") }),
            })).Ok();
            return $"{answer.Text("status")}; {await BottlesAsync("Botiquín de emergencia")} in the cabinet, {await BottlesAsync("Cuarentena")} in quarantine, {await BottlesAsync("En tránsito")} in transit";
        });
    }

    private async Task SaleAsync()
    {
        string? sale = null;
        long version = 0;
        var key = Guid.CreateVersion7();
        var total = 0m;
        await log.StepAsync("cashier", "Opens the till and fills a basket for Paula Paz", async () =>
        {
            (await people.PostAsync("cashier", "shifts", new JsonObject { ["float"] = Usd(20) })).Ok();
            sale = (await people.PostAsync("cashier", "sales", new JsonObject
            {
                ["location"] = Store,
                ["segment"] = "patient",
                ["buyer"] = new JsonObject { ["kind"] = "cedula", ["number"] = "1710034065", ["name"] = "Paula Paz" },
            })).Ok().Text("sale");
            var basket = (await people.PostAsync("cashier", $"sales/{sale}/lines", new JsonObject { ["presentation"] = Syrup, ["quantity"] = Quantity(3, "{bottle}") })).Ok();
            (version, total) = ((long)basket.Number("version"), basket.Number("total.amount"));
            return $"3 bottles, {total:0.00} with tax";
        });
        await log.StepAsync("cashier", "Types a cédula with a wrong check digit", async () =>
            (await people.PostAsync("cashier", "sales", new JsonObject
            {
                ["location"] = Store,
                ["segment"] = "patient",
                ["buyer"] = new JsonObject { ["kind"] = "cedula", ["number"] = "1710034066", ["name"] = "Paula Paz" },
            })).Refused(400, "PHA831"));
        await log.StepAsync("cashier", "Takes less money than the total", async () => (await people.PostAsync("cashier", $"sales/{sale}/complete", Paying(version, 1, 1))).Refused(422, "PHA842"));
        await log.StepAsync("cashier", "Completes the sale; the button is pressed twice", async () =>
        {
            var first = (await people.PostAsync("cashier", $"sales/{sale}/complete", Paying(version, total, 20), key)).Ok();
            var second = (await people.PostAsync("cashier", $"sales/{sale}/complete", Paying(version, total, 20), key)).Ok();
            version = (long)first.Number("version");
            return first.Text("sale") == second.Text("sale") ? $"sold once, change {first.Number("change.amount"):0.00}; {await BottlesAsync("Bodega de farmacia")} left in the store" : throw new TourFailure("another sale");
        });
        List<string> receipt = [];
        await log.StepAsync("cashier", "Prints the receipt", async () =>
        {
            var (type, bytes) = await people.GetBytesAsync("cashier", $"sales/{sale}/receipt?format=text&lang=es");
            receipt = [.. System.Text.Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd().Split('\n')];
            return $"{type}, {receipt.Count} lines";
        });
        log.List(receipt);
        await log.StepAsync("supervisor", "Takes one bottle back", async () =>
        {
            (await people.PostAsync("supervisor", "shifts", new JsonObject { ["float"] = Usd(10) })).Ok();
            var back = (await people.PostAsync("supervisor", $"sales/{sale}/return", new JsonObject
            {
                ["version"] = version,
                ["reason"] = "cambio de receta",
                ["goods"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = Quantity(1, "{bottle}"), ["condition"] = "sellable", ["to"] = Store }),
            })).Ok();
            return $"{back.Text("status")}, credited {back.Number("credited.amount"):0.00}";
        });
    }

    private async Task RecallCampaignAsync()
    {
        string? campaign = null;
        await log.StepAsync("pharmacist", "Recalls lot I-1: every exit is blocked at once", async () =>
        {
            campaign = (await people.PostAsync("pharmacist", "recalls", new JsonObject
            {
                ["scope"] = new JsonObject { ["basis"] = "lotNumber", ["presentation"] = Syrup, ["number"] = "I-1" },
                ["urgency"] = "classI",
                ["reason"] = "partículas",
                ["document"] = "ARCSA-2026-12",
            })).Ok().Text("campaign");
            return (await people.PostAsync("pharmacist", "issues", new JsonObject
            {
                ["from"] = Store,
                ["target"] = new JsonObject { ["department"] = Emergency },
                ["lines"] = new JsonArray(new JsonObject { ["presentation"] = Syrup, ["lots"] = new JsonArray(new JsonObject { ["lot"] = lots["I-1"], ["quantity"] = Quantity(1, "{bottle}") }) }),
            })).Refused(422, "PHA303");
        });
        await log.StepAsync("pharmacist", "Asks who received it, and closes it too early", async () =>
        {
            var notices = (await people.GetAsync("pharmacist", $"recalls/{campaign}/notices")).Ok().List("items");
            var refused = await people.PostAsync("pharmacist", $"recalls/{campaign}/close", new JsonObject { ["version"] = 1 });
            return $"{notices.Count} to tell; {refused.Refused(422, "PHA754")}";
        });
    }

    private async Task AlertsAsync()
    {
        await log.StepAsync("supervisor", "Has the alerts looked for now; the job runs it at once", async () =>
        {
            (await people.PostAsync("supervisor", "jobs/pharmacy.alerts/run", new JsonObject())).Ok();
            for (var i = 0; i < 60; i++)
            {
                var alerts = (await people.GetAsync("supervisor", "alerts?size=100")).Ok().List("items");
                if (alerts.Count > 0) return string.Join("; ", alerts.Select(a => a!["cause"]!["kind"]!.GetValue<string>()).GroupBy(k => k).Select(g => $"{g.Count()} of {g.Key}"));
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }

            throw new TourFailure("no alert came");
        });
        await log.StepAsync("pharmacist", "Looks after the first of them", async () =>
        {
            var alert = (await people.GetAsync("pharmacist", "alerts?size=1")).Ok();
            var id = alert.Text("items.0.id");
            var answer = (await people.PostAsync("pharmacist", $"alerts/{id}/acknowledge", new JsonObject { ["note"] = "se devuelve al proveedor", ["version"] = alert.Number("items.0.version") })).Ok();
            return $"{alert.Text("items.0.cause.kind")} is {answer.Text("status")}";
        });
        await log.StepAsync("auditor", "Reads the stock value and the margins, as a table for Excel", async () =>
        {
            var (type, bytes) = await people.GetBytesAsync("auditor", $"reports/margins?from={LocalDatePattern.Iso.Format(today)}&through={LocalDatePattern.Iso.Format(today)}&format=excel&lang=es");
            var lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return $"{type}, {lines.Length} lines: {lines[^1].Trim()}";
        });
    }

    private JsonObject List(string code, decimal price) => new()
    {
        ["data"] = new JsonObject
        {
            ["code"] = code,
            ["name"] = "Público",
            ["segment"] = "patient",
            ["currency"] = "USD",
            ["taxInclusive"] = false,
            ["from"] = LocalDatePattern.Iso.Format(today),
            ["entries"] = new JsonArray(new JsonObject
            {
                ["presentation"] = Syrup,
                ["per"] = new JsonObject(),
                ["rule"] = new JsonObject { ["kind"] = "fixed", ["value"] = price },
                ["taxGroup"] = "IVA15",
            }),
        },
        ["reason"] = "apertura",
    };

    private JsonObject Bottles(string lot, int days, int quantity, decimal price) => new()
    {
        ["presentation"] = Syrup,
        ["lotNumber"] = lot,
        ["expiration"] = LocalDatePattern.Iso.Format(today.PlusDays(days)),
        ["paid"] = Quantity(quantity, "{bottle}"),
        ["price"] = Usd(price),
    };

    private static JsonObject Paying(long version, decimal amount, decimal given) => new()
    {
        ["version"] = version,
        ["payments"] = new JsonArray(new JsonObject { ["kind"] = "cash", ["amount"] = Usd(amount), ["given"] = Usd(given) }),
    };

    private static JsonObject Usd(decimal amount) => new() { ["amount"] = amount, ["currency"] = "USD" };

    private async Task<string> BottlesAsync(string place) =>
        (await people.GetAsync("auditor", $"stock?location={places[place]}&presentation={Syrup}")).Ok().List("items").Sum(s => s!["onHand"]!.GetValue<decimal>()).ToString(CultureInfo.InvariantCulture);
}
