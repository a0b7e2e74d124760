using Clinic.Pharmacy.Prices;
using Clinic.Printing;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Lays a receipt out. Pure.</summary>
internal static class ReceiptSheet
{
    public static PrintSheet Of(ReceiptFacts facts, ReceiptStyle style)
    {
        var w = new PrintWords(style.Language);
        var sale = facts.Sale;
        List<string> head = [facts.Seller];
        if (facts.SellerNumber is { } number) head.Add($"RUC {number}");
        if (facts.Seller != facts.Site.Name) head.Add(facts.Site.Name);
        List<IReadOnlyList<PrintRow>> blocks = [[.. About(facts, w)], [.. Lines(sale, style, w)], [.. Totals(sale, w)], [.. Payments(sale.Payments.Where(p => !p.IsRefund), w)]];
        foreach (var back in sale.Returns) blocks.Add([.. Return(facts, back, w)]);
        if (sale.Status == SaleStatus.Cancelled)
            blocks.Add([new(w.Of("VENTA ANULADA", "SALE CANCELLED"), null, IsBold: true), new(sale.Head.Reason ?? ""), .. Refunds(sale.Payments.Where(p => p.IsRefund && p.Return is null), w)]);
        return new(w.Language, Title(sale, w), head, blocks, w.Of("Conserve este recibo para cambios y devoluciones.", "Keep this receipt for exchanges and returns."));
    }

    public static string Title(Sale sale, PrintWords w) => sale.Status == SaleStatus.Draft ? w.Of("COTIZACIÓN", "QUOTE") : w.Of("RECIBO DE VENTA", "SALES RECEIPT");

    private static IEnumerable<PrintRow> About(ReceiptFacts facts, PrintWords w)
    {
        var head = facts.Sale.Head;
        yield return new(w.Of("Fecha", "Date"), w.At(head.Completed ?? head.Begun, facts.Site));
        yield return new(w.Of("Atendido por", "Served by"), facts.Cashier);
        yield return new(w.Of("Cliente", "Customer"), head.Buyer.Name);
        if (head.Buyer.Kind != DocumentKind.FinalConsumer) yield return new(w.Document(head.Buyer.Kind), head.Buyer.Number);
        if (head.Invoice is { } id && facts.Invoices.FirstOrDefault(i => i.Id == id) is { } invoice)
        {
            yield return new(w.Of("Factura", "Invoice"), invoice.Number ?? "-");
            yield return new(w.Of("Estado", "Status"), w.Status(invoice.Status));
            if (invoice.ToSnapshot().Authorisation is { } code) yield return new(w.Of("Autorización", "Authorisation"), code);
        }

        yield return new(w.Of("Venta", "Sale"), head.Id.ToString());
    }

    private static IEnumerable<PrintRow> Lines(Sale sale, ReceiptStyle style, PrintWords w)
    {
        foreach (var line in sale.Lines)
        {
            yield return new(line.Description, w.Amount(line.Price.Net));
            yield return new($"{w.Quantity(line.Quantity)}{string.Concat(line.Price.Parts.Select(p => $" · {w.Number(p.Count)} × {w.Number(p.Price)}"))}", null, IsSmall: true);
            if (line.Price.Discount.Amount > 0) yield return new(w.Of("Descuento", "Discount"), w.Credit(line.Price.Discount), IsSmall: true);
            if (!style.WithLots) continue;
            foreach (var part in line.Parts)
                yield return new($"{w.Of("Lote", "Lot")} {part.Number}{(part.Expiration is { } e ? $" · {w.Of("vence", "expires")} {w.Date(e.Date)}" : "")} · {part.Quantity}", null, IsSmall: true);
        }
    }

    private static IEnumerable<PrintRow> Totals(Sale sale, PrintWords w)
    {
        yield return new(w.Of("Subtotal", "Subtotal"), w.Amount(sale.Head.Net));
        foreach (var tax in sale.Taxes()) yield return Tax(tax, w, w.Amount(tax.Amount));
        if (sale.Head.Rounding.Amount != 0) yield return new(w.Of("Redondeo", "Rounding"), w.Amount(sale.Head.Rounding));
        yield return new($"TOTAL {sale.Head.Net.Currency}", w.Amount(sale.Head.Total()), IsBold: true);
    }

    private static PrintRow Tax(TaxPart tax, PrintWords w, string amount) =>
        new($"{tax.Group} {w.Number(tax.Percent)} % {w.Of("sobre", "on")} {w.Amount(tax.Base)}", amount);

    private static IEnumerable<PrintRow> Payments(IEnumerable<SalePayment> payments, PrintWords w)
    {
        foreach (var p in payments)
        {
            yield return new(p.Reference is { } reference ? $"{w.Kind(p.Kind)} {reference}" : w.Kind(p.Kind), w.Amount(p.Given ?? p.Amount));
            if (p.Given is not null) yield return new(w.Of("Cambio", "Change"), w.Amount(p.Change));
        }
    }

    private static IEnumerable<PrintRow> Return(ReceiptFacts facts, SaleReturn back, PrintWords w)
    {
        yield return new($"{w.Of("DEVOLUCIÓN", "RETURN")} {back.Number}", w.At(back.At, facts.Site), IsBold: true);
        if (back.CreditNote is { } id && facts.Invoices.FirstOrDefault(i => i.Id == id) is { } note)
            yield return new($"{w.Of("Nota de crédito", "Credit note")} {w.Status(note.Status)}", note.Number ?? "-");
        foreach (var credit in back.Lines)
        {
            var line = facts.Sale.Lines.Single(l => l.Number == credit.Line);
            yield return new(line.Description, w.Credit(credit.Net));
            yield return new(w.Number(credit.Quantity.Value), null, IsSmall: true);
        }

        foreach (var tax in TaxSums.Of(back.Lines.SelectMany(l => l.Taxes))) yield return Tax(tax, w, w.Credit(tax.Amount));
        if (back.Rounding.Amount != 0) yield return new(w.Of("Redondeo", "Rounding"), w.Amount(new(-back.Rounding.Amount, back.Rounding.Currency)));
        yield return new(w.Of("TOTAL CRÉDITO", "TOTAL CREDIT"), w.Credit(back.Total), IsBold: true);
        foreach (var row in Refunds(facts.Sale.Payments.Where(p => p.Return == back.Number), w)) yield return row;
    }

    private static IEnumerable<PrintRow> Refunds(IEnumerable<SalePayment> refunds, PrintWords w) =>
        refunds.Select(p => new PrintRow($"{w.Of("Reembolso", "Refund")}: {w.Kind(p.Kind)}", w.Credit(p.Amount)));
}
