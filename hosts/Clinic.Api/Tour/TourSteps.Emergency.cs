using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>Emergency billing: a night over a change of the clock, a change of prices at midnight, and a bill that is corrected after its invoice.</summary>
internal sealed partial class TourSteps
{
    private static readonly DateTimeZone Madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];

    private string Tariff { get; set; } = "";

    private string Stay { get; set; } = "";

    // The last time that clocks were put back in Madrid: from three to two, so that 02:30 came twice.
    private LocalDate LongNight => Enumerable.Range(0, 4).Select(i => now - Duration.FromDays(365 * i / 2)).Select(Madrid.GetZoneInterval)
        .Where(z => z.HasStart && z.Start + Duration.FromDays(2) < now && Madrid.GetUtcOffset(z.Start - Duration.FromSeconds(1)) > z.WallOffset)
        .Select(z => z.Start.InZone(Madrid).Date).First();

    private async Task EmergencyStayAsync()
    {
        log.Section("Emergency billing: the long night");
        await EmergencyTariffsAsync();
        await EmergencyNightAsync();
        await EmergencyBillAsync();
    }

    private async Task EmergencyTariffsAsync()
    {
        await log.StepAsync("administrator", "Opens a site in Madrid, where the clock changes twice a year", async () =>
        {
            var site = (await people.PostAsync("administrator", "sites", new JsonObject { ["name"] = "Urgencias Madrid", ["zone"] = "Europe/Madrid", ["currency"] = "EUR" })).Ok().Text("id");
            people.Site = site;
            return "Europe/Madrid, EUR";
        });
        await log.StepAsync("supervisor", "Writes prices by day and night that change at midnight of the long night", async () =>
        {
            Tariff = (await people.PostAsync("supervisor", "emergency/tariffs", new JsonObject { ["name"] = "Urgencias, público", ["reason"] = "apertura de la sede" })).Ok().Text("tariff");
            var change = LongNight.AtMidnight().InZoneStrictly(Madrid).ToInstant();
            var first = Draft(1, 8m, 12m, change - Duration.FromDays(200));
            first["effectiveTo"] = InstantPattern.ExtendedIso.Format(change);
            (await people.PostAsync("supervisor", $"emergency/tariffs/{Tariff}/versions", first)).Ok();
            return (await people.PostAsync("supervisor", $"emergency/tariffs/{Tariff}/versions", Draft(2, 9m, 14m, change))).Ok().Text("contentHash")[..12];
        });
        await log.StepAsync("supervisor", "Publishes what she wrote herself", async () =>
            (await people.PostAsync("supervisor", $"emergency/tariffs/{Tariff}/versions/1/publish", Because("revisada", 3))).Refused(422, "EMB132"));
        await log.StepAsync("administrator", "Publishes both versions", async () =>
        {
            (await people.PostAsync("administrator", $"emergency/tariffs/{Tariff}/versions/1/publish", Because("revisada", 3))).Ok();
            (await people.PostAsync("administrator", $"emergency/tariffs/{Tariff}/versions/2/publish", Because("revisada", 4))).Ok();
            return "in force, the second from midnight on";
        });
        await log.StepAsync("cashier", "Simulates the night on typed times", async () =>
        {
            var answer = (await people.PostAsync("cashier", "emergency/simulate", new JsonObject
            {
                ["times"] = new JsonObject { ["start"] = Wall(LongNight.PlusDays(-1), 21, 40), ["end"] = Wall(LongNight, 7, 15) },
            })).Ok();
            return $"{answer.Text("proposed.presence")} h on a clock that shows 9:35, {answer.Number("proposed.total"):0.00} {answer.Text("proposed.currency")}";
        });
    }

    private async Task EmergencyNightAsync()
    {
        var key = Guid.CreateVersion7();
        await log.StepAsync("reception", "Registers Lucía Núñez and starts her clock at 21:40, entered later before the supervisor", async () =>
        {
            var patient = (await people.PostAsync("reception", "patients", new JsonObject { ["name"] = "Lucía Núñez" })).Ok().Text("patient");
            Stay = (await people.PostAsync("reception", "emergency/stays", new JsonObject { ["patient"] = patient, ["atLocal"] = Wall(LongNight.PlusDays(-1), 21, 38), ["acuity"] = "urgent" })).Ok().Text("stay");
            (await people.PostAsync("reception", $"emergency/stays/{Stay}/start", new JsonObject { ["atLocal"] = Wall(LongNight.PlusDays(-1), 21, 40) })).Refused(422, "EMB317");
            return (await people.PostAsync("reception", $"emergency/stays/{Stay}/start", await SecondAsync(LongNight.PlusDays(-1), 21, 40))).Ok().Text("status");
        });
        await log.StepAsync("nurse", "Pauses at 02:30, which this night had twice", async () =>
        {
            var pause = await SecondAsync(LongNight, 2, 30);
            pause["kind"] = "procedure";
            return (await people.PostAsync("nurse", $"emergency/stays/{Stay}/pause", pause)).Refused(400, "EMB309");
        });
        await log.StepAsync("nurse", "Chooses the later one, and resumes at 03:10", async () =>
        {
            var pause = await SecondAsync(LongNight, 2, 30, "later");
            pause["kind"] = "procedure";
            (await people.PostAsync("nurse", $"emergency/stays/{Stay}/pause", pause)).Ok();
            return (await people.PostAsync("nurse", $"emergency/stays/{Stay}/resume", await SecondAsync(LongNight, 3, 10))).Ok().Text("status");
        });
        await log.StepAsync("reception", "Closes at 07:15; the button is pressed twice", async () =>
        {
            var close = await SecondAsync(LongNight, 7, 15);
            close["disposition"] = "discharged";
            var first = (await people.PostAsync("reception", $"emergency/stays/{Stay}/close", close.DeepClone(), key)).Ok();
            var second = (await people.PostAsync("reception", $"emergency/stays/{Stay}/close", close, key)).Ok();
            return first.Text("event") == second.Text("event") ? $"closed once: {first.Number("total"):0.00} EUR, revision {first.Number("revision")}" : throw new TourFailure("another close");
        });
        await log.StepAsync("cashier", "Closes it from another desk", async () =>
        {
            var close = await SecondAsync(LongNight, 7, 20);
            close["disposition"] = "discharged";
            return (await people.PostAsync("cashier", $"emergency/stays/{Stay}/close", close)).Refused(422, "EMB304");
        });
    }

    private async Task EmergencyBillAsync()
    {
        List<string> words = [];
        await log.StepAsync("cashier", "Reads the bill aloud", async () =>
        {
            var answer = (await people.GetAsync("cashier", $"emergency/stays/{Stay}/statements/1")).Ok();
            words = [.. answer.List("words").Select(w => w!.GetValue<string>())];
            return $"{answer.List("recorded.statement.lines").Count} lines, {words.Count} sentences";
        });
        log.List(words);
        await log.StepAsync("cashier", "Invoices it; the number comes back", async () =>
        {
            (await people.PostAsync("cashier", $"emergency/stays/{Stay}/invoice", new JsonObject())).Ok();
            return await IssuedAsync();
        });
        await log.StepAsync("reception", "Corrects the start after the invoice", async () =>
            (await people.PostAsync("reception", $"emergency/stays/{Stay}/correct", await CorrectionAsync())).Refused(422, "EMB303"));
        await log.StepAsync("supervisor", "Takes the invoice back, line by line", async () =>
        {
            var answer = (await people.PostAsync("supervisor", $"emergency/stays/{Stay}/credit", new JsonObject { ["reason"] = "llegada mal anotada" })).Ok();
            return $"{answer.Number("total"):0.00} EUR; {await IssuedAsync()}";
        });
        await log.StepAsync("reception", "Corrects the start to 21:55 before the supervisor, and it is invoiced anew", async () =>
        {
            var corrected = (await people.PostAsync("reception", $"emergency/stays/{Stay}/correct", await CorrectionAsync())).Ok();
            (await people.PostAsync("cashier", $"emergency/stays/{Stay}/invoice", new JsonObject())).Ok();
            var issued = await IssuedAsync();
            (await people.PostAsync("cashier", $"emergency/stays/{Stay}/settle", new JsonObject { ["reason"] = "recibo 000123" })).Ok();
            return $"{corrected.Number("total"):0.00} EUR; {issued}; settled";
        });
        await log.StepAsync("auditor", "Sums every revision that was invoiced", async () =>
        {
            var revisions = (await people.GetAsync("auditor", $"emergency/stays/{Stay}/statements")).Ok().List("");
            var owed = revisions.Sum(r => r!["statement"]!["total"]!.GetValue<decimal>());
            var last = revisions[^1]!["statement"]!["total"]!.GetValue<decimal>();
            return owed == last ? string.Join(" ", revisions.Select(r => $"{r!["statement"]!["total"]!.GetValue<decimal>():+0.00;-0.00}")) + $" = {last:0.00} EUR" : throw new TourFailure($"{owed} is not {last}");
        });
        people.Site = null;
    }

    private async Task<string> IssuedAsync()
    {
        (await people.PostAsync("supervisor", "jobs/emergency.invoices/run", new JsonObject())).Ok();
        for (var i = 0; i < 60; i++)
        {
            var invoice = (await people.GetAsync("cashier", $"emergency/stays/{Stay}/bill")).Ok().List("invoices")[^1]!;
            if (invoice["number"] is { } number) return $"{invoice["kind"]} {number}";
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        throw new TourFailure("no number came");
    }

    private async Task<JsonObject> CorrectionAsync()
    {
        var log = (await people.GetAsync("reception", $"emergency/stays/{Stay}/events")).Ok().List("");
        var correction = await SecondAsync(LongNight.PlusDays(-1), 21, 55);
        correction["event"] = log.First(e => e!["entry"]!["kind"]!.GetValue<string>() == "started")!["entry"]!["id"]!.GetValue<string>();
        correction["reason"] = "la cámara de la entrada muestra 21:55";
        return correction;
    }

    // What is entered long after it happened needs a second person.
    private async Task<JsonObject> SecondAsync(LocalDate date, int hour, int minute, string choice = "strict") =>
        new() { ["atLocal"] = Wall(date, hour, minute, choice), ["approver"] = await PinAsync("supervisor"), ["device"] = "admisión" };

    private static JsonObject Wall(LocalDate date, int hour, int minute, string choice = "strict") =>
        new() { ["local"] = LocalDateTimePattern.ExtendedIso.Format(date.At(new(hour, minute))), ["choice"] = choice };

    private static JsonObject Because(string reason, long version) => new() { ["reason"] = reason, ["version"] = version };

    private static JsonObject Draft(long version, decimal day, decimal night, Instant from) => new()
    {
        ["version"] = version,
        ["reason"] = "acta de precios",
        ["effectiveFrom"] = InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeSeconds(from.ToUnixTimeSeconds())),
        ["terms"] = new JsonObject
        {
            ["midStay"] = "splitAtEffectiveInstant",
            ["metering"] = new JsonObject { ["block"] = new JsonObject { ["size"] = "0:15:00", ["threshold"] = "0:00:01" } },
            ["components"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "linear",
                    ["code"] = "NOCHE",
                    ["name"] = "Hora nocturna",
                    ["taxCode"] = "IVA21",
                    ["perHour"] = night,
                    ["restriction"] = new JsonObject { ["bands"] = new JsonArray(new JsonObject { ["from"] = "22:00", ["to"] = "06:00" }) },
                },
                new JsonObject { ["kind"] = "linear", ["code"] = "DIA", ["name"] = "Hora diurna", ["taxCode"] = "IVA21", ["perHour"] = day }),
            ["caps"] = new JsonArray(new JsonObject { ["amount"] = 130m, ["window"] = "stay", ["length"] = "0:00:00", ["basis"] = "presence", ["stage"] = "afterSurcharges" }),
            ["taxes"] = new JsonArray(new JsonObject { ["code"] = "IVA21", ["category"] = "standard", ["percent"] = 21m }),
        },
    };
}
