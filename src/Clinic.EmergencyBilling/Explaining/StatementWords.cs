using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Explaining;

/// <summary>Says in sentences how a statement came about, so that a cashier can read it aloud; nothing of it is stored.</summary>
public static class StatementWords
{
    /// <summary>The sentences, from the stay to the total.</summary>
    /// <param name="statement">The figures.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="language">A two-letter language; anything but <c>es</c> reads English.</param>
    public static IReadOnlyList<string> Explain(Statement statement, DateTimeZone zone, string language)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(zone);
        var words = new Words(language == "es", zone);
        return
        [
            .. Time(statement, words), .. statement.Lines.Select(line => LineWords.Of(line, words)), .. Sums(statement, words), Source(statement, words),
        ];
    }

    private static IEnumerable<string> Time(Statement statement, Words words)
    {
        yield return words.Say(
            $"La estancia va del {words.Day(statement.From, true)} a las {words.Clock(statement.From)} al {words.Day(statement.To, true)} a las {words.Clock(statement.To)}: {Words.Length(statement.Presence)}.",
            $"The stay lasts from {words.Day(statement.From, true)}, {words.Clock(statement.From)}, to {words.Day(statement.To, true)}, {words.Clock(statement.To)}: {Words.Length(statement.Presence)}.");
        if (statement.Running != statement.Presence)
        {
            yield return words.Say(
                $"No se cuentan {Words.Length(statement.Presence - statement.Running)} de pausas y tiempos excluidos; quedan {Words.Length(statement.Running)}.",
                $"Pauses and excluded times of {Words.Length(statement.Presence - statement.Running)} do not count; {Words.Length(statement.Running)} remain.");
        }

        var reasons = string.Join("; ", Reasons(statement.Lead.Terms.Metering, words));
        if (reasons.Length == 0) yield break;
        yield return statement.Billed == Duration.Zero
            ? words.Say($"No se factura tiempo: {reasons}.", $"No time is billed: {reasons}.")
            : words.Say($"Se facturan {Words.Length(statement.Billed)}: {reasons}.", $"Billed are {Words.Length(statement.Billed)}: {reasons}.");
    }

    private static IEnumerable<string> Reasons(Metering metering, Words words)
    {
        var limit = Words.Length(metering.Grace.Limit);
        if (metering.Grace.Mode == GraceMode.Deduct) yield return words.Say($"los primeros {limit} son de cortesía", $"the first {limit} are free");
        if (metering.Grace.Mode == GraceMode.WaiveIfWithin)
        {
            yield return metering.Grace.Boundary == LimitBoundary.Included
                ? words.Say($"hasta {limit} inclusive no se cobra", $"up to and including {limit} nothing is charged")
                : words.Say($"menos de {limit} no se cobra", $"less than {limit} is not charged");
        }

        if (metering.MinimumDuration > Duration.Zero) yield return words.Say($"el mínimo es {Words.Length(metering.MinimumDuration)}", $"the minimum is {Words.Length(metering.MinimumDuration)}");
        if (metering.SegmentRounding is { } each) yield return words.Say($"cada tramo va por {Blocks(each, words)}", $"each segment goes by {Blocks(each, words)}");
        if (metering.Block.Size > Duration.FromSeconds(1))
        {
            var scope = metering.Scope switch
            {
                MeteringScope.Segment => words.Say("por tramo, ", "per segment, "),
                MeteringScope.LocalDay => words.Say("por día, ", "per day, "),
                _ => "",
            };
            yield return scope + Blocks(metering.Block, words);
        }
    }

    private static string Blocks(BlockRounding block, Words words) => words.Say(
        $"bloques de {Words.Length(block.Size)}, cada uno desde {Words.Length(block.Threshold)}",
        $"blocks of {Words.Length(block.Size)}, each from {Words.Length(block.Threshold)} on");

    private static IEnumerable<string> Sums(Statement statement, Words words)
    {
        var isOnTop = statement.Lead.Terms.TaxMode == TaxMode.Exclusive;
        yield return words.Say($"Subtotal: {statement.Subtotal}.", $"Subtotal: {statement.Subtotal}.");
        foreach (var tax in statement.Taxes.Where(t => t.Tax.Category != TaxCategory.Exempt))
        {
            var percent = Words.Number(tax.Tax.Percent);
            yield return isOnTop
                ? words.Say($"Impuesto {tax.Tax.Code} del {percent} % sobre {tax.Base}: {tax.Amount}.", $"Tax {tax.Tax.Code} of {percent} % on {tax.Base}: {tax.Amount}.")
                : words.Say($"Impuesto {tax.Tax.Code} del {percent} % incluido: {tax.Amount}.", $"Tax {tax.Tax.Code} of {percent} % included: {tax.Amount}.");
        }

        yield return words.Say($"Total: {statement.Total}.", $"Total: {statement.Total}.");
        foreach (var payer in statement.Payers.Where(p => p.Payer is not null))
        {
            yield return words.Say(
                $"De {payer.Total}, {payer.Payer} paga {payer.ByPayer} y el paciente {payer.ByPatient}.",
                $"Of {payer.Total}, {payer.Payer} pays {payer.ByPayer} and the patient {payer.ByPatient}.");
        }

        if (statement.Cash is { } cash) yield return Cash(cash, cash - statement.Patient, words);
    }

    private static string Cash(Money cash, Money added, Words words) => added.Amount switch
    {
        > 0m => words.Say(
            $"En efectivo el paciente paga {cash}: {added} más, por el redondeo a monedas.",
            $"In cash the patient pays {cash}: {added} more, because of rounding to coins."),
        < 0m => words.Say(
            $"En efectivo el paciente paga {cash}: {Money.Zero(cash.Currency) - added} menos, por el redondeo a monedas.",
            $"In cash the patient pays {cash}: {Money.Zero(cash.Currency) - added} less, because of rounding to coins."),
        _ => words.Say($"En efectivo el paciente paga {cash}, sin redondeo.", $"In cash the patient pays {cash}, without rounding."),
    };

    private static string Source(Statement statement, Words words)
    {
        var versions = string.Join(", ", statement.Lines.Select(l => l.Version).Prepend(statement.Lead).Distinct()
            .Select(v => words.Say($"{v.TariffName} versión {Words.Number(v.Number)} ({v.ContentHash[..12]})", $"{v.TariffName} version {Words.Number(v.Number)} ({v.ContentHash[..12]})")));
        return words.Say(
            $"Tarifa: {versions}; hora de {statement.Zone}, datos {statement.TzdbVersion}.",
            $"Tariff: {versions}; time of {statement.Zone}, data {statement.TzdbVersion}.");
    }
}
