using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Writes out what an issuer needs to know of a sale or return.</summary>
internal sealed class InvoiceDesk(ISaleStore sales, IInvoiceStore invoices, ISiteDirectory sites)
{
    public async Task<InvoiceRequest> RequestAsync(TenantId tenant, Invoice invoice, CancellationToken ct)
    {
        var sale = await sales.FindAsync(tenant, invoice.Sale, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.SaleUnknown, ("sale", invoice.Sale));
        var s = invoice.ToSnapshot();
        var site = await sites.FindSiteAsync(tenant, s.Site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", s.Site));
        var back = s.Return is { } number ? sale.Returns.Single(r => r.Number == number) : null;
        var sold = back?.At ?? sale.Head.Completed!.Value;
        IReadOnlyList<InvoiceLine> lines = back is null ? [.. sale.Lines.Select(Line)] : [.. back.Lines.Select(l => Credit(sale, l))];
        var charged = back is not null && sale.Head.Invoice is { } of ? await invoices.FindAsync(tenant, of, ct).ConfigureAwait(false) : null;
        return new(
            tenant, invoice.Id, invoice.Kind, s.Site, sale.Id, sale.Head.Buyer, sold, site.DateOf(sold), lines, TaxSums.Of(lines.SelectMany(l => l.Taxes)),
            back?.Rounding ?? sale.Head.Rounding, s.Total, charged?.Number, s.Number);
    }

    private static InvoiceLine Line(SaleLine l) => new(l.Code, l.Description, l.Quantity, l.Price.Net, l.Price.Discount, l.Price.Taxes, l.Price.Total);

    private static InvoiceLine Credit(Sale sale, SaleReturnLine c)
    {
        var line = sale.Lines.Single(l => l.Number == c.Line);
        var perBase = line.Quantity.Value == line.Stock.Value ? line.Quantity.Unit : new UnitCode("1");
        return new(line.Code, line.Description, new Quantity(c.Quantity.Value, perBase), c.Net, Money.Zero(c.Net.Currency), c.Taxes, c.Total);
    }
}
