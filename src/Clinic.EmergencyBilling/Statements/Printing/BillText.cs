using Clinic.EmergencyBilling.Tariffs;
using Clinic.Printing;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>Prints a bill as text of 42 columns, the width of a receipt printer; pure.</summary>
public static class BillText
{
    /// <summary>The text in Spanish for <c>es</c>, in English for anything else.</summary>
    public static string Of(BillPaper paper, BillNames names, string language)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(names);
        var w = BillPage.Words(paper, language);
        List<IReadOnlyList<PrintRow>> blocks = [[.. About(paper, names, w)]];
        if (paper.Time is { } time)
        {
            blocks.Add([.. Times(paper, time, w)]);
            blocks.Add([.. time.Lines.SelectMany(l => Line(l, w))]);
            blocks.Add([.. Taxes(time, w)]);
        }

        blocks.Add([.. paper.Others.SelectMany(o => Other(o, w))]);
        blocks.Add([.. Totals(paper, w)]);
        blocks.Add([.. paper.Invoices.SelectMany(i => new PrintRow[]
        {
            new($"{w.Kind(i.ToSnapshot().Kind)} {i.Number ?? "-"}", w.Amount(i.Total)), new($"{w.Debtor(i.ToSnapshot().Payer)}, {w.Status(i.Status)}", null, IsSmall: true),
        })]);
        return TextPrinter.Print(new(w.Language, BillPage.Title(paper, w), [names.Site], blocks, Foot(paper, w)));
    }

    private static IEnumerable<PrintRow> About(BillPaper paper, BillNames names, BillWords w)
    {
        yield return new(w.Say("Paciente", "Patient"), names.Patient ?? "-");
        yield return new(w.Say("Paga", "Payer"), w.Debtor(paper.Priced.Payer));
        yield return new(w.Say("Estado", "Status"), w.Status(paper.Stay.Status));
        if (paper.Priced.ClosedBy is { } closer) yield return new(w.Say("Cerró", "Closed by"), names.Of(closer));
    }

    private static IEnumerable<PrintRow> Times(BillPaper paper, ChargeStatement time, BillWords w)
    {
        var changed = w.ClockChanged(paper.Priced.RegisteredAt, time.To);
        yield return new(w.Say("Llegada", "Arrival"), w.At(paper.Priced.RegisteredAt, changed));
        yield return new(w.Say("Inicio", "Start"), w.At(time.From, changed));
        foreach (var stop in StayStop.Of(paper.Priced, time.To)) yield return new(w.Stop(stop), BillWords.Length(stop.To - stop.From), IsSmall: true);
        yield return new(w.Say("Fin", "End"), w.At(time.To, changed));
        yield return new(w.Say("Presencia", "Presence"), BillWords.Length(time.Presence));
        yield return new(w.Say("En curso", "Running"), BillWords.Length(time.Running));
        yield return new(w.Say("Facturado", "Billed"), BillWords.Length(time.Billed), IsBold: true);
    }

    private static IEnumerable<PrintRow> Line(ChargeLine line, BillWords w)
    {
        yield return new(w.Name(line), w.Amount(line.Amount));
        var parts = new[] { w.Date(line.Date), BillWords.Quantity(line), w.Price(line) }.Where(p => p.Length > 0);
        yield return new(string.Join(" · ", parts), null, IsSmall: true);
    }

    private static IEnumerable<PrintRow> Taxes(ChargeStatement time, BillWords w)
    {
        yield return new(w.Say("Subtotal", "Subtotal"), w.Amount(time.Subtotal));
        foreach (var tax in time.Taxes.Where(t => t.Category != TaxCategory.Exempt)) yield return new($"{tax.Code} {BillWords.Number(tax.Percent)} %", w.Amount(tax.Amount));
        yield return new(w.Say("Total del tiempo", "Total of the time"), w.Amount(time.Total), IsBold: true);
        foreach (var payer in time.Payers.Where(p => p.Payer is not null))
        {
            yield return new(payer.Payer!, w.Amount(payer.ByPayer), IsSmall: true);
            yield return new(w.Say("Paciente", "Patient"), w.Amount(payer.ByPatient), IsSmall: true);
        }
    }

    private static IEnumerable<PrintRow> Other(OtherCharge charge, BillWords w)
    {
        yield return new(charge.Description, charge.Unpriced is null ? w.Amount(charge.Total) : w.Say("sin precio", "no price"));
        yield return new(
            charge.Unpriced is null ? $"{BillWords.Quantity(charge)} · {w.Amount(charge.Net)} + {charge.TaxCode} {w.Amount(charge.Tax)}" : BillWords.Quantity(charge), null, IsSmall: true);
    }

    private static IEnumerable<PrintRow> Totals(BillPaper paper, BillWords w)
    {
        yield return new(w.Say("TOTAL", "TOTAL"), paper.Total is { } total ? w.Total(total) : w.Say("incompleto", "incomplete"), IsBold: true);
        if (paper.Time?.Cash is { } cash) yield return new(w.Say("En efectivo, el tiempo", "In cash, the time"), w.Total(cash));
    }

    private static string Foot(BillPaper paper, BillWords w) =>
        paper.Time is { Tariffs: [var lead, ..] } ? $"{w.Say("Tarifa", "Tariff")} {lead.Name} {lead.ContentHash[..Math.Min(12, lead.ContentHash.Length)]} · {paper.Stay.Id}" : paper.Stay.Id.ToString();
}
