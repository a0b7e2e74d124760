using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Printing;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Lays the report of a till out. Pure.</summary>
internal static class ShiftSheet
{
    public static PrintSheet Of(CashierShift shift, Site site, string cashier, string? closedBy, string language)
    {
        var w = new PrintWords(language);
        var s = shift.ToSnapshot();
        List<PrintRow> about =
        [
            new(w.Of("Caja de", "Till of"), cashier),
            new(w.Of("Apertura", "Opened"), w.At(s.Opened, site)),
            new(w.Of("Fondo", "Float"), w.Amount(s.Float)),
        ];
        if (s.Closed is { } at) about.Add(new(w.Of("Cierre", "Closed"), w.At(at, site)));
        if (closedBy is not null) about.Add(new(w.Of("Cerrada por", "Closed by"), closedBy));
        if (s.Reason is { } reason) about.Add(new($"{w.Of("Motivo", "Reason")}: {reason}"));
        List<IReadOnlyList<PrintRow>> blocks = [about];
        foreach (var t in s.Totals)
        {
            List<PrintRow> rows =
            [
                new(w.Kind(t.Kind), null, IsBold: true),
                new(w.Of("Cobrado", "Taken"), w.Amount(t.Taken)),
                new(w.Of("Reembolsado", "Refunded"), w.Credit(t.Refunded)),
                new(w.Of("Esperado", "Expected"), w.Amount(t.Expected ?? shift.ExpectedOf(t.Kind))),
            ];
            if (t.Counted is { } counted) rows.Add(new(w.Of("Contado", "Counted"), w.Amount(counted)));
            if (t.Difference is { } difference) rows.Add(new(w.Of("Diferencia", "Difference"), w.Amount(difference), IsBold: difference.Amount != 0));
            blocks.Add(rows);
        }

        if (s.Status == ShiftStatus.Closed) blocks.Add([new(w.Of("Firma: ______________________________", "Signature: __________________________"))]);
        return new(
            w.Language, s.Status == ShiftStatus.Closed ? w.Of("CIERRE DE CAJA", "CLOSING OF THE TILL") : w.Of("CAJA ABIERTA", "OPEN TILL"), [site.Name], blocks, s.Id.ToString());
    }
}
