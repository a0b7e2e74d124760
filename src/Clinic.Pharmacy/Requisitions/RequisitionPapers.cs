using System.Net;
using System.Text;
using NodaTime.Text;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Prints picking lists and delivery notes as HTML without scripts, in Spanish or English; pure.</summary>
public static class RequisitionPapers
{
    /// <summary>The page; every text that people wrote is escaped.</summary>
    /// <param name="paper">What stands on it.</param>
    /// <param name="language">Spanish for <c>es</c>, English for anything else.</param>
    public static string Html(RequisitionPaper paper, string language)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var spanish = string.Equals(language, "es", StringComparison.OrdinalIgnoreCase);
        string Say(string es, string en) => spanish ? es : en;
        var title = $"{(paper.IsDelivery ? Say("Nota de entrega", "Delivery note") : Say("Lista de preparación", "Picking list"))} {paper.Number}";
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Say("es", "en")).Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Safe(title)).Append("</title>\n<style>").Append(Css)
            .Append("</style>\n</head>\n<body>\n<h1>").Append(Safe(title)).Append("</h1>\n<dl>\n");
        Term(html, Say("De", "From"), paper.From);
        Term(html, Say("Para", "To"), paper.To);
        Term(html, Say("Prioridad", "Priority"), Priority(paper.Priority, spanish));
        if (paper.NeededBy is { } date) Term(html, Say("Se necesita hasta", "Needed by"), LocalDatePattern.Iso.Format(date));
        Term(html, Say("Referencia", "Reference"), paper.Reference);
        html.Append("</dl>\n<table border=\"1\" cellpadding=\"6\" cellspacing=\"0\" width=\"100%\">\n<thead><tr>");
        string[] heads = [Say("Código", "Code"), Say("Presentación", "Presentation"), Say("Lote", "Lot"), Say("Vence", "Expires"), Say("Cantidad", "Quantity"), paper.IsDelivery ? Say("Recibido", "Received") : Say("Preparado", "Picked")];
        foreach (var head in heads) html.Append("<th>").Append(Safe(head)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var line in paper.Lines)
        {
            html.Append("<tr>");
            string?[] cells = [line.Code, line.Name, line.Lot ?? Say("sin existencias", "none there"), line.Expiration, line.Quantity.ToString().Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), ""];
            foreach (var cell in cells) html.Append("<td>").Append(Safe(cell)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n<p class=\"sign\">").Append(Safe(paper.IsDelivery ? Say("Entrega:", "Handed over by:") : Say("Prepara:", "Picked by:")))
            .Append("</p>\n<p class=\"sign\">").Append(Safe(paper.IsDelivery ? Say("Recibe:", "Received by:") : Say("Revisa:", "Checked by:"))).Append("</p>\n</body>\n</html>\n");
        return html.ToString();
    }

    private const string Css =
        "body{font-family:sans-serif;font-size:11pt;margin:15mm}table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:2mm;text-align:left}"
        + "dl{display:grid;grid-template-columns:max-content auto;gap:1mm 4mm}dd{margin:0}.sign{margin-top:15mm;border-top:1px solid #555;width:70mm}@page{size:A4}";

    private static void Term(StringBuilder html, string term, string text) =>
        html.Append("<dt>").Append(Safe(term)).Append("</dt><dd>").Append(Safe(text)).Append("</dd>\n");

    private static string Priority(RequisitionPriority priority, bool spanish) => (priority, spanish) switch
    {
        (RequisitionPriority.Stat, true) => "inmediata",
        (RequisitionPriority.Urgent, true) => "urgente",
        (RequisitionPriority.Routine, true) => "normal",
        (RequisitionPriority.Stat, false) => "at once",
        (RequisitionPriority.Urgent, false) => "urgent",
        _ => "routine",
    };

    private static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");
}
