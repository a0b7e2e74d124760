using System.Globalization;
using System.Net;
using System.Text;
using Clinic.Pharmacy.Labels;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Bridges.Dispensing;

/// <summary>What the label on a dispensed medicine says: one lot of one line. Pure.</summary>
/// <param name="Lot">Product, lot, expiration and the text of the GS1 DataMatrix.</param>
/// <param name="Quantity">How much, with its unit.</param>
/// <param name="For">Whom it is for: initials or name of the patient, or the department.</param>
/// <param name="Directions">How to use it, in the prescriber's words; null when not stated.</param>
/// <param name="BeyondUse">How long it may be used once opened, or null.</param>
/// <param name="Prescription">The number on the prescription, or null.</param>
/// <param name="Prepared">The date at the site on which it was prepared or handed over, or null.</param>
/// <param name="Site">The name of the site.</param>
public sealed record DispensingLabel(
    LotLabel Lot, string Quantity, string For, string? Directions, Duration? BeyondUse, string? Prescription, LocalDate? Prepared, string Site)
{
    /// <summary>The labels of a dispensation, one page each, ready for the printer; every text is escaped.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="size">The paper.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public static string Html(IEnumerable<DispensingLabel> labels, LabelSize size, string language)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var es = language == "es";
        var (width, height, font) = size switch { LabelSize.Small => (50, 30, 6), LabelSize.Medium => (70, 40, 8), _ => (100, 60, 11) };
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(es ? "es" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{(es ? "Etiquetas" : "Labels")}</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>@page{{size:{width}mm {height}mm;margin:2mm}}*{{box-sizing:border-box}}body{{margin:0;font:{font}pt/1.15 system-ui,sans-serif;color:#000}}section{{width:{width - 4}mm;height:{height - 4}mm;overflow:hidden;page-break-after:always}}section:last-of-type{{page-break-after:auto}}h1{{font-size:1.15em;margin:0 0 .5mm}}p{{margin:0;overflow-wrap:anywhere}}.g{{font-family:monospace;font-size:.8em}}</style>\n</head>\n<body>\n");
        foreach (var label in labels) label.Append(html, es);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private void Append(StringBuilder html, bool es)
    {
        void Line(string name, string? value)
        {
            if (value is not null) html.Append(CultureInfo.InvariantCulture, $"<p>{name}: <b>{E(value)}</b></p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h1>{E(Lot.Name)}</h1>\n");
        Line(es ? "Para" : "For", For);
        Line(es ? "Cantidad" : "Quantity", Quantity);
        Line(es ? "Indicaciones" : "Directions", Directions);
        Line(es ? "Lote" : "Lot", Lot.LotNumber.Text);
        Line(es ? "Vence" : "Expires", Lot.Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : es ? "sin fecha" : "no date");
        Line(es ? "Una vez abierto, usar dentro de" : "Once opened, use within", BeyondUse is { } use ? Hours(use, es) : null);
        Line(es ? "Receta" : "Prescription", Prescription);
        html.Append(CultureInfo.InvariantCulture, $"<p>{E(Site)}{(Prepared is { } date ? " · " + LocalDatePattern.Iso.Format(date) : "")}</p>\n");
        if (Lot.ElementString is { } text)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"g\" data-gs1-datamatrix=\"{E(text).Replace("\u001d", "\\u001d", StringComparison.Ordinal)}\">{E(Lot.Readable!)}</p>\n");
        html.Append("</section>\n");
    }

    private static string Hours(Duration duration, bool es) => duration.TotalHours % 24 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalDays:0} {(es ? "días" : "days")}")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0.##} {(es ? "horas" : "hours")}");

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
