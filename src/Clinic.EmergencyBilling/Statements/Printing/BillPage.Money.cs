using System.Globalization;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.Printing;

namespace Clinic.EmergencyBilling.Statements.Printing;

public static partial class BillPage
{
    private static void Lines(PrintPage page, ChargeStatement time, BillWords w)
    {
        page.Element("h2", w.Say("Detalle", "Lines"));
        page.Table(
            5, 9, "#", w.Say("Concepto", "Item"), w.Say("Fecha", "Date"), w.Say("De – a", "From – to"), w.Say("Franja", "Band"), w.Say("Cantidad", "Quantity"),
            w.Say("Precio", "Price"), w.Say("Importe", "Amount"), w.Say("Impuesto", "Tax"));
        foreach (var line in time.Lines)
        {
            var changed = w.ClockChanged(line.From, line.To);
            page.Row(
                false, Number(line.Number), Item(line, w), w.Date(line.Date),
                line.Kind == LineKind.Time ? $"{w.Clock(line.From, changed)} – {w.Clock(line.To, changed)}" : "",
                line.Band is { } band ? $"{Explaining.Words.Clock(band.From)} – {Explaining.Words.Clock(band.To)}" : "",
                BillWords.Quantity(line), w.Price(line), w.Amount(line.Amount), $"{line.TaxCode} {w.Amount(line.Tax)}");
        }

        page.Row(true, "", w.Say("Subtotal", "Subtotal"), "", "", "", "", "", w.Amount(time.Subtotal), w.Amount(time.Tax)).EndTable();
    }

    private static string Item(ChargeLine line, BillWords w)
    {
        var name = w.Name(line) == line.Code ? line.Code : $"{w.Name(line)} ({line.Code})";
        return line.Reverses is { } reversed ? $"{name}, {w.Say("anula la línea", "reverses line")} {Number(reversed)}" : name;
    }

    private static void Others(PrintPage page, string title, IReadOnlyList<OtherCharge> others, BillWords w)
    {
        page.Element("h2", title);
        page.Table(3, 6, w.Say("Fecha", "Date"), w.Say("Código", "Code"), w.Say("Concepto", "Item"), w.Say("Cantidad", "Quantity"), w.Say("Neto", "Net"), w.Say("Impuesto", "Tax"));
        foreach (var o in others)
        {
            var unpriced = $"{w.Say("sin precio", "no price")} ({o.Unpriced})";
            page.Row(
                false, w.At(o.At), o.Code, o.Description, BillWords.Quantity(o), o.Unpriced is null ? w.Amount(o.Net) : unpriced,
                o.Unpriced is null ? $"{o.TaxCode} {w.Amount(o.Tax)}" : "");
        }

        var priced = others.Where(o => o.Unpriced is null).ToList();
        page.Row(true, "", "", w.Say("Suma", "Sum"), "", w.Amount(priced.Sum(o => o.Net)), w.Amount(priced.Sum(o => o.Tax))).EndTable();
    }

    private static void Sums(PrintPage page, BillPaper paper, ChargeStatement time, BillWords w)
    {
        page.Element("h2", w.Say("Impuestos y total", "Taxes and total"));
        page.Table(1, 4, w.Say("Impuesto del tiempo", "Tax on the time"), w.Say("Tasa", "Rate"), w.Say("Base", "Base"), w.Say("Importe", "Amount"));
        foreach (var tax in time.Taxes)
            page.Row(false, tax.Code, tax.Category == TaxCategory.Exempt ? w.Say("exento", "exempt") : $"{BillWords.Number(tax.Percent)} %", w.Amount(tax.Base), w.Amount(tax.Amount));
        var isIncluded = time.TaxMode != TaxMode.Exclusive;
        page.Row(true, isIncluded ? w.Say("Total del tiempo, impuesto incluido", "Total of the time, tax included") : w.Say("Total del tiempo", "Total of the time"), "", "", w.Amount(time.Total));
        if (paper.Others.Count > 0)
        {
            page.Row(false, w.Say("Otros cargos, con impuesto", "Other charges, with tax"), "", "",
                paper.Others.Any(o => o.Unpriced is not null) ? w.Say("sin precio", "no price") : w.Amount(paper.Others.Sum(o => o.Total)));
        }

        page.Row(true, w.Say("TOTAL", "TOTAL"), "", "", paper.Total is { } total ? w.Total(total) : w.Say("incompleto", "incomplete")).EndTable();
    }

    private static void Shares(PrintPage page, ChargeStatement time, BillWords w)
    {
        page.Element("h2", w.Say("Quién paga el tiempo", "Who pays the time"));
        page.Table(1, 4, w.Say("Pagador", "Payer"), w.Say("Total", "Total"), w.Say("Paga el pagador", "By the payer"), w.Say("Paga el paciente", "By the patient"));
        foreach (var p in time.Payers) page.Row(false, w.Debtor(p.Payer), w.Amount(p.Total), w.Amount(p.ByPayer), w.Amount(p.ByPatient));
        page.EndTable();
        if (time.Cash is { } cash) page.Element("p", $"{w.Say("En efectivo el paciente paga", "In cash the patient pays")} {w.Total(cash)}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
