using Clinic.Printing;

namespace Clinic.EmergencyBilling.Statements.Printing;

public static partial class BillPage
{
    private static void Documents(PrintPage page, BillPaper paper, BillWords w)
    {
        if (paper.Invoices.Count == 0) return;
        var numbers = paper.Invoices.ToDictionary(i => i.Id, i => i.Number);
        page.Element("h2", w.Say("Facturas y notas de crédito", "Invoices and credit notes"));
        page.Table(5, 6, w.Say("Documento", "Document"), w.Say("Número", "Number"), w.Say("Estado", "Status"), w.Say("Pagador", "Debtor"), w.Say("Autorización", "Authorisation"), w.Say("Total", "Total"));
        foreach (var invoice in paper.Invoices)
        {
            var s = invoice.ToSnapshot();
            var kind = s.Credits is { } credited && numbers.TryGetValue(credited, out var number) ? $"{w.Kind(s.Kind)} {w.Say("de", "of")} {number}" : w.Kind(s.Kind);
            page.Row(false, kind, s.Number ?? "–", w.Status(s.Status), w.Debtor(s.Payer), s.Authorisation ?? "", w.Amount(invoice.Total));
        }

        page.EndTable();
    }

    private static void People(PrintPage page, BillPaper paper, BillNames names, BillWords w)
    {
        var signed = paper.Signatures.ToList();
        if (signed.Count > 0)
        {
            page.Element("h2", w.Say("Quién cerró, corrigió y aprobó", "Who closed, corrected and approved"));
            page.Table(9, 9, w.Say("Acto", "Act"), w.Say("Registrado", "Recorded"), w.Say("Quién", "Who"), w.Say("Aprobó", "Approved by"));
            foreach (var e in signed) page.Row(false, w.Act(e.Kind), w.At(e.RecordedAt), names.Of(e.By), e.Approval is { } approval ? names.Of(approval.Approver) : "");
            page.EndTable();
        }

        if (paper.Revisions.Count == 0) return;
        page.Element("h2", w.Say("Revisiones", "Revisions"));
        page.Table(4, 5, "#", w.Say("Qué es", "Kind"), w.Say("Registrada", "Recorded"), w.Say("Quién", "Who"), w.Say("Total del tiempo", "Total of the time"));
        foreach (var r in paper.Revisions)
        {
            var kind = r.Reverses is { } reversed ? $"{w.Kind(r.Statement.Kind)} {Number(reversed)}" : w.Kind(r.Statement.Kind);
            page.Row(r.Revision == paper.Recorded?.Revision, Number(r.Revision), kind, w.At(r.At), names.Of(r.By), w.Amount(r.Statement.Total));
        }

        page.EndTable();
    }

    private static void Source(PrintPage page, BillPaper paper, ChargeStatement time, BillWords w)
    {
        page.Element("h2", w.Say("Explicación", "Explanation")).Sentences(paper.Words);
        page.Element("h2", w.Say("De dónde salen los precios", "Where the prices come from"));
        page.Table(9, 9, w.Say("Tarifa", "Tariff"), w.Say("Versión", "Version"), w.Say("Rige desde", "In force from"), w.Say("Huella", "Hash"));
        foreach (var t in time.Tariffs) page.Row(false, t.Name, Number(t.Number), w.At(t.EffectiveFrom), t.ContentHash[..Math.Min(12, t.ContentHash.Length)]);
        page.EndTable();
        page.Small(string.Join(" · ", new[]
        {
            $"{w.Say("Zona horaria", "Time zone")}: {time.Zone}, {time.TzdbVersion}",
            $"{w.Say("Calendario", "Calendar")}: {time.Calendar ?? w.Say("ninguno", "none")}",
            $"{w.Say("Reglas", "Rules")}: {time.Engine}",
            $"{w.Say("Huella de la cuenta", "Hash of the bill")}: {time.Fingerprint}",
        }));
    }
}
