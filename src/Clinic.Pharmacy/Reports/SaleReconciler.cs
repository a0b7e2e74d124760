using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Reports;

/// <summary>Compares a sale with the ledger and its documents. Pure.</summary>
public static class SaleReconciler
{
    /// <summary>Every disagreement: stock by lot, then invoice, then credit notes; empty when all agree.</summary>
    public static IReadOnlyList<SaleDifference> Compare(SaleTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return [.. Stock(trace), .. Documents(trace)];
    }

    private static IEnumerable<SaleDifference> Stock(SaleTrace trace)
    {
        var sold = trace.Sold.Where(s => !s.Quantity.IsZero).ToDictionary(s => s.Lot);
        var moved = trace.Ledger.ToDictionary(s => s.Lot);
        foreach (var lot in sold.Keys.Union(moved.Keys).OrderBy(l => l.ToString(), StringComparer.Ordinal))
        {
            var (expected, found) = (sold.GetValueOrDefault(lot), moved.GetValueOrDefault(lot));
            if (expected?.Quantity.Value != found?.Quantity.Value)
                yield return new(trace.Sale, SaleDifferenceKind.StockQuantity, lot, expected?.Quantity.Value ?? 0, found?.Quantity.Value ?? 0);
            else if (expected!.Value != found!.Value)
                yield return new(trace.Sale, SaleDifferenceKind.StockValue, lot, expected.Value.Amount, found.Value.Amount);
        }
    }

    private static IEnumerable<SaleDifference> Documents(SaleTrace trace)
    {
        var invoices = trace.Invoices.Where(i => i.Kind == InvoiceKind.Invoice).ToList();
        var charged = invoices.Sum(i => i.Total.Amount);
        if (invoices.Count == 0 && trace.Total.Amount > 0) yield return new(trace.Sale, SaleDifferenceKind.InvoiceMissing, null, trace.Total.Amount, 0);
        else if (charged != trace.Total.Amount) yield return new(trace.Sale, SaleDifferenceKind.InvoiceTotal, null, trace.Total.Amount, charged);
        var notes = trace.Invoices.Where(i => i.Kind == InvoiceKind.CreditNote && i.Status != InvoiceStatus.Void).Sum(i => i.Total.Amount);
        if (notes != trace.Credited.Amount) yield return new(trace.Sale, SaleDifferenceKind.CreditNotes, null, trace.Credited.Amount, notes);
        if (trace.Status != SaleStatus.Cancelled) yield break;
        var standing = invoices.Where(i => i.Status != InvoiceStatus.Void && !i.IsVoidWanted).Sum(i => i.Total.Amount);
        if (standing != 0) yield return new(trace.Sale, SaleDifferenceKind.InvoiceStands, null, 0, standing);
    }
}
