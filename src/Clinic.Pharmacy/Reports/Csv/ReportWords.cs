using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>The words of the tables.</summary>
internal static class ReportWords
{
    public static string Of(PriceSegment segment, string language) => (segment.Kind, language == "es") switch
    {
        (PriceSegmentKind.Insurer, true) => $"aseguradora:{segment.Insurer}",
        (PriceSegmentKind.Department, true) => $"departamento:{segment.Department}",
        (PriceSegmentKind.Staff, true) => "personal",
        (PriceSegmentKind.Patient, true) => "paciente",
        _ => segment.ToString(),
    };

    public static string Of(InvoiceKind kind, string language) => (kind, language == "es") switch
    {
        (InvoiceKind.CreditNote, true) => "nota de crédito",
        (InvoiceKind.CreditNote, false) => "credit note",
        (_, true) => "factura",
        _ => "invoice",
    };

    public static string Of(InvoiceStatus status, string language) => (status, language == "es") switch
    {
        (InvoiceStatus.Pending, true) => "pendiente",
        (InvoiceStatus.Accepted, true) => "aceptada",
        (InvoiceStatus.Rejected, true) => "rechazada",
        (InvoiceStatus.Void, true) => "anulada",
        (InvoiceStatus.Pending, _) => "pending",
        (InvoiceStatus.Accepted, _) => "accepted",
        (InvoiceStatus.Rejected, _) => "rejected",
        _ => "void",
    };

    public static string Of(SaleDifferenceKind kind, string language) => (kind, language == "es") switch
    {
        (SaleDifferenceKind.StockQuantity, true) => "cantidad en el libro",
        (SaleDifferenceKind.StockValue, true) => "costo en el libro",
        (SaleDifferenceKind.InvoiceMissing, true) => "falta la factura",
        (SaleDifferenceKind.InvoiceTotal, true) => "total de la factura",
        (SaleDifferenceKind.CreditNotes, true) => "notas de crédito",
        (SaleDifferenceKind.InvoiceStands, true) => "la factura sigue vigente",
        (SaleDifferenceKind.StockQuantity, _) => "quantity in the ledger",
        (SaleDifferenceKind.StockValue, _) => "cost in the ledger",
        (SaleDifferenceKind.InvoiceMissing, _) => "invoice missing",
        (SaleDifferenceKind.InvoiceTotal, _) => "total of the invoice",
        (SaleDifferenceKind.CreditNotes, _) => "credit notes",
        _ => "invoice still stands",
    };

    /// <summary>A ratio to six decimals; values are never rounded.</summary>
    public static decimal? Rounded(decimal? ratio) => ratio is { } r ? decimal.Round(r, 6, MidpointRounding.AwayFromZero) : null;
}
