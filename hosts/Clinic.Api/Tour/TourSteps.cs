using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The steps of the tour, in order; each depends on the ones before.</summary>
internal sealed partial class TourSteps
{
    private readonly TourPeople people;
    private readonly TourLog log;
    private readonly Instant now;
    private readonly LocalDate today;
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> presentations = new(StringComparer.Ordinal);

    private TourSteps(TourPeople people, TourLog log)
    {
        this.people = people;
        this.log = log;
        now = SystemClock.Instance.GetCurrentInstant();
        today = now.InZone(DateTimeZoneProviders.Tzdb["America/Guayaquil"]).Date;
    }

    public static async Task RunAsync(TourPeople people, TourLog log)
    {
        var steps = new TourSteps(people, log);
        await steps.CatalogueAsync();
        await steps.ReceivingAsync();
        await steps.IssuingAsync();
        await steps.LastUnitAsync();
        await steps.TransferAsync();
        await steps.CountingAsync();
        await steps.ReversingAsync();
        await steps.RecallAsync();
        await steps.LookingBackAsync();
        await steps.DispensingAsync();
        await steps.ShopAsync();
        await steps.EmergencyStayAsync();
        await steps.RecordedVisitAsync();
    }

    private async Task CatalogueAsync()
    {
        await log.StepAsync("administrator", "Shows the clinic", async () =>
        {
            var site = (await people.GetAsync("administrator", "sites")).Ok().List("");
            var locations = (await people.GetAsync("administrator", $"sites/{site[0]!["id"]}/locations")).Ok().List("");
            Emergency = (await people.GetAsync("administrator", $"sites/{site[0]!["id"]}/departments")).Ok().List("")
                .First(d => d!["name"]!.GetValue<string>() == "Emergencia")!["id"]!.GetValue<string>();
            foreach (var l in locations) places[l!["name"]!.GetValue<string>()] = l["id"]!.GetValue<string>();
            return $"{site[0]!["name"]}, {site[0]!["zone"]}, {site[0]!["currency"]}; {string.Join(", ", places.Keys)}";
        });
        await log.StepAsync("nobody", "Reads stock without signing in", async () => $"{(await people.GetAsync("nobody", "stock")).Status} as it must be");
        await log.StepAsync("nurse", "Imports a catalogue, which is not a nurse's to do", async () =>
            (await people.PostCsvAsync("nurse", "imports/catalogue", TourFiles.Catalogue("500"))).Forbidden());
        await log.StepAsync("pharmacist", "Tries a catalogue file with a typing error, as a dry run", async () =>
        {
            var report = (await people.PostCsvAsync("pharmacist", "imports/catalogue?dryRun=true", TourFiles.Catalogue("5OO"))).Ok();
            return report.List("problems").Count == 1 ? report.Text("problems.0.message") : throw new TourFailure("one problem was expected");
        });
        await log.StepAsync("pharmacist", "Imports the corrected file", async () =>
        {
            var report = (await people.PostCsvAsync("pharmacist", "imports/catalogue", TourFiles.Catalogue("500"))).Ok();
            foreach (var code in new[] { "AMX500-100", "MOR10-AMP", "SUE500-FR" })
                presentations[code] = (await people.GetAsync("pharmacist", $"presentations/{code}")).Ok().Text("id");
            return $"{report.Number("rows")} rows, {report.Number("added")} added";
        });
        await log.StepAsync("pharmacist", "Imports it once more", async () =>
        {
            var report = (await people.PostCsvAsync("pharmacist", "imports/catalogue", TourFiles.Catalogue("500"))).Ok();
            return report.Number("unchanged") == 6 && report.Number("added") == 0 ? "nothing added, 6 unchanged" : throw new TourFailure("something changed");
        });
        await log.StepAsync("pharmacist", "Opens the books with the stock that is there", async () =>
        {
            var report = (await people.PostCsvAsync("pharmacist", "imports/opening-balances", TourFiles.OpeningBalances(today))).Ok();
            foreach (var lot in (await people.GetAsync("pharmacist", $"lots?presentation={presentations["MOR10-AMP"]}")).Ok().List("items"))
                lots[lot!["number"]!.GetValue<string>()] = lot["id"]!.GetValue<string>();
            return $"{report.Number("added")} balances of morphine, one of them expired";
        });
    }

    private async Task ReceivingAsync()
    {
        await log.StepAsync("auxiliary", "Scans a box whose symbol is damaged", async () =>
        {
            var broken = TourFiles.Scan("A-17", today.PlusMonths(20)).Replace("]d20109506000134352", "]d2010950600013435X", StringComparison.Ordinal);
            var answer = await people.PostAsync("auxiliary", "receipts", Delivery(Line(broken, 1, 18m)));
            return answer.Refused(400, "PHA609");
        });
        await log.StepAsync("auxiliary", "Receives three lots by GS1 scan", async () =>
        {
            var body = Delivery(
                Line(TourFiles.Scan("A-17", today.PlusMonths(20)), 2, 36.00m),
                Line(TourFiles.Scan("B(2)", today.PlusDays(60)), 1, 17.50m),
                Line(TourFiles.Scan("C-9", today.PlusMonths(30)), 10, 180.00m, free: 1));
            body["received"] = InstantPattern.ExtendedIso.Format(now - Duration.FromDays(2));
            var answer = (await people.PostAsync("auxiliary", "receipts", body)).Ok();
            foreach (var lot in answer.List("lines")) lots[lot!["number"]!.GetValue<string>()] = lot["lot"]!.GetValue<string>();
            return string.Join("; ", answer.List("lines").Select(l => $"{l!["quantity"]} of {l["number"]} until {l["expiration"]} at {l["unitCost"]!["amount"]}"));
        });
        await log.StepAsync("auxiliary", "Receives a lot that has expired", async () =>
            (await people.PostAsync("auxiliary", "receipts", Delivery(Line(TourFiles.Scan("OLD-1", today.PlusDays(-3)), 1, 18m)))).Refused(422, "PHA302"));
        await log.StepAsync("auxiliary", "Receives a known lot with another expiry date", async () =>
            (await people.PostAsync("auxiliary", "receipts", Delivery(Line(TourFiles.Scan("A-17", today.PlusMonths(21)), 1, 18m)))).Refused(422, "PHA306"));
        await log.StepAsync("auxiliary", "Types a price far from the last one", async () =>
            (await people.PostAsync("auxiliary", "receipts", Delivery(Line(TourFiles.Scan("A-17", today.PlusMonths(20)), 1, 1800m)))).Refused(422, "PHA305"));
    }

    private async Task IssuingAsync()
    {
        var key = Guid.CreateVersion7();
        string? posting = null;
        await log.StepAsync("pharmacist", "Issues 150 tablets to emergency, first expiry first", async () =>
        {
            var answer = (await people.PostAsync("pharmacist", "issues", Issue("AMX500-100", 150, "{tbl}"), key)).Ok();
            posting = answer.Text("posting");
            return $"{Parts(answer)}, cost {answer.Number("cost.amount"):0.00##} {answer.Text("cost.currency")}";
        });
        await log.StepAsync("pharmacist", "Repeats the same request after a lost answer", async () =>
        {
            var again = (await people.PostAsync("pharmacist", "issues", Issue("AMX500-100", 150, "{tbl}"), key)).Ok();
            return again.Text("posting") == posting ? "the same answer, nothing moved twice" : throw new TourFailure("another posting");
        });
        await log.StepAsync("pharmacist", "Uses that key for something else", async () =>
            (await people.PostAsync("pharmacist", "issues", Issue("AMX500-100", 10, "{tbl}"), key)).Refused(409, "CLN101"));
        await log.StepAsync("pharmacist", "Forgets the idempotency key", async () =>
        {
            var answer = await people.PostWithoutKeyAsync("pharmacist", "issues", Issue("AMX500-100", 10, "{tbl}"));
            return answer.Status == 400 ? $"400 {answer.Codes[0]}: {answer.Message(answer.Codes[0])}" : throw new TourFailure($"{answer.Status}");
        });
        await log.StepAsync("pharmacist", "Picks the expired morphine", async () =>
            (await people.PostAsync("pharmacist", "issues", Chosen("MOR10-AMP", "MOR-OLD", 1, "{ampule}"))).Refused(422, "PHA302"));
        await log.StepAsync("pharmacist", "Asks for half an ampoule", async () =>
            (await people.PostAsync("pharmacist", "issues", Issue("MOR10-AMP", 0.5m, "{ampule}"))).Refused(400, "PHA202"));
        await log.StepAsync("reception", "Tries to issue", async () =>
            (await people.PostAsync("reception", "issues", Issue("MOR10-AMP", 1, "{ampule}"))).Forbidden());
    }

    private async Task LastUnitAsync()
    {
        await log.StepAsync("two people", "Ask for the last 20 ampoules at the same moment", async () =>
        {
            var answers = await Task.WhenAll(
                people.PostAsync("pharmacist", "issues", Issue("MOR10-AMP", 20, "{ampule}")), people.PostAsync("auxiliary", "issues", Issue("MOR10-AMP", 20, "{ampule}")));
            var loser = answers.Single(a => !a.IsSuccess);
            return $"one gets them, the other {loser.Refused(422, "PHA201")}";
        });
    }

    private async Task TransferAsync()
    {
        string? transfer = null;
        await log.StepAsync("auxiliary", "Sends two boxes to the emergency cabinet", async () =>
        {
            var body = new JsonObject
            {
                ["from"] = Store,
                ["to"] = places["Botiquín de emergencia"],
                ["lines"] = new JsonArray(new JsonObject
                {
                    ["presentation"] = presentations["AMX500-100"],
                    ["quantity"] = Quantity(2, "box"),
                }),
            };
            var answer = (await people.PostAsync("auxiliary", "transfers", body)).Ok();
            transfer = answer.Text("transfer");
            return $"{Lines(answer)} in transit; {await OnHandAsync("En tránsito")} there, {await OnHandAsync("Botiquín de emergencia")} in the cabinet";
        });
        await log.StepAsync("nurse", "Takes in what arrived", async () =>
        {
            var answer = (await people.PostAsync("nurse", $"transfers/{transfer}/receive", new JsonObject())).Ok();
            return $"{answer.Text("status")}; {await OnHandAsync("En tránsito")} in transit, {await OnHandAsync("Botiquín de emergencia")} in the cabinet";
        });
        await log.StepAsync("nurse", "Takes it in a second time", async () =>
            (await people.PostAsync("nurse", $"transfers/{transfer}/receive", new JsonObject())).Refused(422, "PHA412"));
    }
}
