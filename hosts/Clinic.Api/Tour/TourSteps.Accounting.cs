using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Tour;

/// <summary>The end of the main job: closing, a difference nobody can explain, and one ampoule traced end to end.</summary>
internal sealed partial class TourSteps
{
    private async Task AccountingAsync()
    {
        string? ticket = null;
        await log.StepAsync("pharmacist", "Closes the tablets, of which one is missing", async () => (await StepAsync("pharmacist", Tablets, "close")).Refused(422, "DSP601"));
        await log.StepAsync("pharmacist", "Puts the difference under review", async () =>
        {
            var answer = (await StepAsync("pharmacist", Tablets, "discrepancy", new() { ["evidence"] = "Se contaron 3 devueltas; el registro suma 6 dosis." })).Ok();
            ticket = answer.Text("tickets.0");
            return $"{Books(answer)}, {answer.List("tickets").Count} ticket to resolve";
        });
        await log.StepAsync("nurse", "Adds what she knows", async () =>
            Books((await StepAsync("nurse", Tablets, $"tickets/{ticket}/evidence", new() { ["text"] = "Una tableta pudo caer al suelo; no se encontró." })).Ok()));
        await log.StepAsync("pharmacist", "Tries to resolve it, having prepared it", async () =>
            (await StepAsync("pharmacist", Tablets, $"tickets/{ticket}/resolve", Resolution("explained"))).Forbidden());
        await log.StepAsync("supervisor", "Calls it explained while a tablet is still missing", async () =>
            (await StepAsync("supervisor", Tablets, $"tickets/{ticket}/resolve", Resolution("explained"))).Refused(422, "DSP612"));
        await log.StepAsync("supervisor", "Books it as unexplained", async () =>
            Books((await StepAsync("supervisor", Tablets, $"tickets/{ticket}/resolve", Resolution("unexplained"))).Ok()));
        await log.StepAsync("pharmacist", "Closes the ampoule: 1 mL given, 1 mL discarded, 2 mL delivered", async () =>
            Books((await StepAsync("pharmacist", Ampoule, "close")).Ok()));
        await log.StepAsync("pharmacist", "Closes it a second time", async () => (await StepAsync("pharmacist", Ampoule, "close")).Refused(422, "DSP120"));
    }

    private async Task TracingAsync()
    {
        List<string> lines = [];
        await log.StepAsync("auditor", "Traces the ampoule end to end", async () =>
        {
            var trace = (await people.GetAsync("auditor", $"dispensations/{Ampoule}/trace")).Ok();
            var account = trace.Body["dispensation"]!["lines"]![0]!["accounts"]![0]!;
            var number = account["number"]!.GetValue<string>();
            var ledger = Ledger((await people.GetAsync("auditor", $"movements?lot={account["lot"]}")).Ok(), number);
            var audited = Audited((await people.GetAsync("auditor", $"audit?subjectKind=dispensing.dispensation&subjectId={Ampoule}&size=100")).Ok(), number);
            lines = [.. ledger.Concat(audited).Concat(Story(trace.Body)).OrderBy(e => e.At).Select(e => Line(e.At, e.Who, e.What))];
            var row = trace.Body["accounts"]![0]!;
            lines.Add("");
            lines.Add($"Lot {row["number"]}: {row["delivered"]} {row["unit"]} delivered = {row["used"]} used + {row["returned"]} returned + {row["wasted"]} discarded; difference {row["difference"]}.");
            return $"{trace.List("identities").Select(i => i!["person"]!.GetValue<string>()).Distinct().Count()} people with five parts: {string.Join(", ", trace.List("identities").Select(i => $"{i!["part"]} {Name(i["person"])}"))}";
        });
        log.List(lines);
        await log.StepAsync("auditor", "Looks at the nurse's signature, which the audit then knows", async () =>
        {
            var attachment = (await people.GetAsync("auditor", $"dispensations/{Ampoule}")).Ok().Text("handOvers.0.attachment");
            var (type, bytes) = await people.GetBytesAsync("auditor", $"dispensations/{Ampoule}/attachments/{attachment}");
            var audit = (await people.GetAsync("auditor", $"audit?subjectKind=dispensing.dispensation&subjectId={Ampoule}&size=100")).Ok().List("items");
            return audit.Any(e => e!["action"]!.GetValue<string>() == "attachment.opened") ? $"{type}, {bytes.Length} bytes; {audit.Count} entries about this ampoule" : throw new TourFailure("no entry about the look");
        });
        await log.StepAsync("auditor", "Reads what was refused on the way", async () =>
        {
            var refused = (await people.GetAsync("auditor", $"audit?outcome=refused&from={InstantPattern.ExtendedIso.Format(now)}&size=500")).Ok().List("items")
                .SelectMany(e => e!["codes"]!.AsArray().Select(c => c!.GetValue<string>())).Where(c => c.StartsWith("DSP", StringComparison.Ordinal)).Distinct().Order();
            return $"each with who, when and why: {string.Join(", ", refused)}";
        });
    }

    // What the pharmacy's ledger says of the lot: how it came, and how this ampoule left.
    private IEnumerable<(Instant At, string Who, string What)> Ledger(TourAnswer movements, string lot) => movements.List("items")
        .Where(m => m!["document"]?.GetValue<string>() is not { } document || document == $"dispensation/{Ampoule}")
        .Select(m => (At(m!["recorded"]), Name(m["actor"]),
            m["kind"]!.GetValue<string>() == "openingBalance" ? $"entered {m["quantity"]} of lot {lot} into the stock" : $"took {m["quantity"]} of lot {lot} out of the stock"));

    // Steps that leave no mark of their own on the dispensation stand in the audit.
    private IEnumerable<(Instant At, string Who, string What)> Audited(TourAnswer audit, string lot) => audit.List("items")
        .Select(e => (Entry: e!, What: e!["action"]!.GetValue<string>() switch
        {
            "dispensation.preparation-begun" => $"kept lot {lot} aside",
            "dispensation.part-confirmed" => $"scanned lot {lot}",
            _ => null,
        }))
        .Where(e => e.What is not null)
        .Select(e => (At(e.Entry["at"]), Name(e.Entry["actor"]), e.What!));

    private IEnumerable<(Instant At, string Who, string What)> Story(JsonNode trace)
    {
        var d = trace["dispensation"]!;
        var line = d["lines"]![0]!;
        var lots = line["accounts"]!.AsArray().ToDictionary(a => a!["lot"]!.GetValue<string>(), a => $"lot {a!["number"]}, expires {a["expiration"]}");
        yield return Signed(d["requested"]!, $"requested {line["asked"]!["value"]} {line["asked"]!["unit"]!.GetValue<string>().Trim('{', '}')} of {line["product"]!["name"]}, prescription {d["prescription"]}");
        yield return Signed(d["authorised"]!, "authorised");
        yield return Signed(d["prepared"]!, "prepared, ready for pick-up");
        yield return Signed(d["checked"]!, "checked, proved by PIN");
        foreach (var h in d["handOvers"]!.AsArray())
        {
            var parts = string.Join(", ", h!["parts"]!.AsArray().Where(p => lots.ContainsKey(p!["lot"]!.GetValue<string>())).Select(p => $"{p!["quantity"]} of {lots[p["lot"]!.GetValue<string>()]}"));
            yield return (At(h["at"]), Name(h["deliverer"]), $"delivered {parts}");
            yield return (At(h["at"]), Name(h["recipient"]), $"received it, proved by {Proof(h["receipt"])} at {h["receipt"]!["device"]}, signature drawn");
            yield return (At(h["at"]), Name(h["secondPerson"]!["person"]), $"was the second person, proved by {Proof(h["secondPerson"])}");
        }

        foreach (var dose in trace["doses"]!.AsArray())
            yield return (At(dose!["at"]), Name(dose["responsible"]), $"gave the patient {dose["entered"]!["value"]} {dose["entered"]!["unit"]} = {dose["amount"]} mL, {lots[dose["lot"]!.GetValue<string>()]}");
        foreach (var waste in trace["wastes"]!.AsArray())
        {
            yield return (At(waste!["at"]), Name(waste["by"]), $"discarded {waste["amount"]} mL ({waste["reason"]}), {lots[waste["lot"]!.GetValue<string>()]}");
            yield return (At(waste["at"]), Name(waste["witness"]!["person"]), $"witnessed it, proved by {Proof(waste["witness"])}");
        }

        yield return Signed(d["closed"]!, "closed the books");
    }

    private static string Proof(JsonNode? record) => record!["kind"]!.GetValue<string>() == "pin" ? "PIN" : "badge";

    private (Instant At, string Who, string What) Signed(JsonNode signed, string what) => (At(signed["at"]), Name(signed["by"]), what);

    private static Instant At(JsonNode? at) => InstantPattern.ExtendedIso.Parse(at!.GetValue<string>()).Value;

    private static string Line(Instant at, string who, string what) =>
        $"{LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(at.InZone(DateTimeZoneProviders.Tzdb["America/Guayaquil"]).TimeOfDay)}  {who,-31} {what}";

    private static JsonObject Resolution(string outcome) => new() { ["outcome"] = outcome, ["reason"] = "Búsqueda y recuento sin resultado." };
}
