using System.Text.Json.Nodes;

namespace Clinic.Api.Tour;

/// <summary>The main job in the ward: hand-over, doses, waste, returns.</summary>
internal sealed partial class TourSteps
{
    private async Task HandingOverAsync()
    {
        await log.StepAsync("auxiliary", "Hands the ampoule over; the nurse mistypes the PIN", async () =>
            (await people.PostAsync("auxiliary", "hand-overs", await HandOverAsync(await PinAsync("nurse", "410864"), Ampoule))).Refused(422, "DSP301"));
        await log.StepAsync("auxiliary", "Hands it over without a second person", async () =>
        {
            var alone = await HandOverAsync(Badge("nurse"), Ampoule);
            alone.Remove("secondPerson");
            return (await people.PostAsync("auxiliary", "hand-overs", alone)).Refused(422, "DSP306");
        });
        await log.StepAsync("auxiliary", "Hands both over to the nurse's badge, pharmacist-2 beside, with a drawn signature", async () =>
        {
            var answer = (await people.PostAsync("auxiliary", "hand-overs", await HandOverAsync(Badge("nurse"), Ampoule, Tablets))).Ok();
            return $"received by {Name(answer.Body["recipient"])}: {string.Join(" and ", answer.List("items").Select(i => $"{i!["parts"]![0]!["quantity"]} at {i["parts"]![0]!["cost"]!["amount"]} USD"))}";
        });
        await log.StepAsync("auxiliary", "Hands the ampoule over a second time", async () =>
            (await people.PostAsync("auxiliary", "hand-overs", await HandOverAsync(Badge("nurse"), Ampoule))).Refused(422, "DSP120"));
    }

    private async Task UsingAsync()
    {
        await log.StepAsync("nurse", "Reports 300 mL out of the one ampoule", async () => (await DoseAsync(Ampoule, 300, "mL")).Refused(422, "DSP404"));
        await log.StepAsync("nurse", "Reports the dose that was given: 50 ug", async () =>
        {
            var answer = (await DoseAsync(Ampoule, 50, "ug")).Ok();
            return $"counts as {answer.Number("amount"):0.####} {answer.Text("unit")}; {answer.Number("outstanding"):0.##} {answer.Text("unit")} left to account for";
        });
        await log.StepAsync("nurse", "Discards the rest with herself as witness", async () =>
            (await WasteAsync(await PinAsync("nurse"))).Refused(422, "DSP512"));
        await log.StepAsync("nurse", "Discards the rest before nurse-2, who types the PIN", async () =>
        {
            var answer = (await WasteAsync(await PinAsync("nurse-2"))).Ok();
            return $"{answer.Number("amount"):0.####} {answer.Text("unit")} discarded; {answer.Number("outstanding"):0.##} {answer.Text("unit")} left";
        });
        await log.StepAsync("nurse", "Finishes with the ampoule", async () => Books((await StepAsync("nurse", Ampoule, "finish")).Ok()));
        await log.StepAsync("nurse", "Reports six tablets and declares three as coming back", async () =>
        {
            (await DoseAsync(Tablets, 6, "{tbl}")).Ok();
            Returned = (await StepAsync("nurse", Tablets, "returns", new()
            {
                ["line"] = 1,
                ["quantity"] = Quantity(3, "{tbl}"),
                ["condition"] = "unopened",
                ["reason"] = "alta del paciente",
            })).Ok().Text("return");
            return $"of ten handed over; {Books((await StepAsync("nurse", Tablets, "finish")).Ok())}";
        });
        await log.StepAsync("pharmacist", "Counts the three and puts them back to their lot", async () =>
        {
            var answer = (await StepAsync("pharmacist", Tablets, $"returns/{Returned}/count", new() { ["counted"] = Quantity(3, "{tbl}"), ["to"] = Store })).Ok();
            var onHand = (await people.GetAsync("pharmacist", $"stock?presentation={presentations["PAR500-10"]}")).Ok().List("items").Sum(s => s!["onHand"]!.GetValue<decimal>());
            return $"{onHand} of lot P-7 in the store; {Books(answer, "answer.")}";
        });
    }

    private string Returned { get; set; } = "";

    private static string Books(TourAnswer answer, string path = "") => $"the books are {answer.Text($"{path}accountability") switch
    {
        "open" => "open",
        "toReconcile" => "to be reconciled",
        "underReview" => "under review",
        "closed" => "closed",
        "closedWithDifference" => "closed with a difference",
        var other => other,
    }}";

    private async Task<JsonObject> HandOverAsync(JsonObject recipient, params string[] dispensations) => new()
    {
        ["items"] = new JsonArray([.. dispensations.Select(d => new JsonObject { ["dispensation"] = d })]),
        ["recipient"] = recipient,
        ["secondPerson"] = await PinAsync("pharmacist-2"),
        ["signature"] = new JsonObject { ["kind"] = "drawnSignature", ["mediaType"] = "image/png", ["content"] = TourFiles.DrawnSignature },
        ["device"] = "ventanilla 1",
    };

    private Task<TourAnswer> DoseAsync(string dispensation, decimal amount, string unit) =>
        StepAsync("nurse", dispensation, "doses", new() { ["dose"] = new JsonObject { ["line"] = 1, ["amount"] = Quantity(amount, unit) } });

    private Task<TourAnswer> WasteAsync(JsonObject witness) => StepAsync("nurse", Ampoule, "waste", new()
    {
        ["waste"] = new JsonObject { ["line"] = 1, ["kind"] = "openedRemainder", ["amount"] = Quantity(1, "mL"), ["reason"] = "remanente de la ampolla" },
        ["witness"] = witness,
        ["device"] = "estación de enfermería",
    });
}
