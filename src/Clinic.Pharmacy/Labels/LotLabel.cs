using System.Globalization;
using System.Net;
using System.Text;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using NodaTime.Text;

namespace Clinic.Pharmacy.Labels;

/// <summary>What the label of a lot says. Pure.</summary>
/// <param name="Code">The clinic's code of the product.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="LotNumber">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="ElementString">
/// The text of the GS1 DataMatrix, with FNC1 as U+001D where one is needed; null when neither GTIN is known nor the number fits the standard.
/// </param>
/// <param name="Readable">The same for people, identifiers in brackets; null with it.</param>
public sealed record LotLabel(string Code, string Name, LotNumber LotNumber, ExpirationDate? Expiration, string? ElementString, string? Readable)
{
    /// <summary>The label of a lot; the GTIN is that of the delivery, else the product's only one.</summary>
    public static LotLabel Of(Presentation presentation, Lot lot)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(lot);
        var gtin = lot.ToSnapshot().Gtin ?? (presentation.Gtins.Count == 1 ? presentation.Gtins[0].Gtin : null);
        var scan = gtin is null ? null : ScanOf(gtin.Value, lot);
        return new(
            presentation.Code, presentation.Name, lot.Number, lot.Expiration, scan is null ? null : Gs1ElementString.Build(scan),
            scan is null ? null : Gs1ElementString.BuildReadable(scan));
    }

    /// <summary>One page of the label's size, ready for the printer; nothing is loaded from elsewhere and every text is escaped.</summary>
    /// <param name="size">The paper.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public string Html(LabelSize size, string language)
    {
        var es = language == "es";
        var (width, height, font) = size switch { LabelSize.Small => (50, 30, 7), LabelSize.Medium => (70, 40, 9), _ => (100, 60, 12) };
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(es ? "es" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{E(Code)} {E(LotNumber.Text)}</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>@page{{size:{width}mm {height}mm;margin:2mm}}*{{box-sizing:border-box}}body{{margin:0;width:{width - 4}mm;height:{height - 4}mm;overflow:hidden;font:{font}pt/1.2 system-ui,sans-serif;color:#000}}h1{{font-size:1.15em;margin:0 0 1mm}}p{{margin:0;overflow-wrap:anywhere}}.g{{font-family:monospace;font-size:.85em;margin-top:1mm}}</style>\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{E(Name)}</h1>\n<p>{E(Code)}</p>\n<p>{(es ? "Lote" : "Lot")}: <b>{E(LotNumber.Text)}</b></p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{(es ? "Vence" : "Expires")}: <b>{(Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : es ? "sin fecha" : "no date")}</b></p>\n");
        if (ElementString is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"g\" data-gs1-datamatrix=\"{E(ElementString).Replace("\u001d", "\\u001d", StringComparison.Ordinal)}\">{E(Readable!)}</p>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static Gs1Scan? ScanOf(Gtin gtin, Lot lot)
    {
        try
        {
            return new()
            {
                Gtin = gtin,
                LotNumber = lot.Number.Text,
                ExpirationDate = lot.Expiration is { } e ? Gs1Date.TryParse(e.Raw ?? "", e.Date.Year, out var raw) ? raw : Gs1Date.Of(e.Date) : null,
            };
        }
        catch (ArgumentException)
        {
            // Numbers typed by hand may have letters that GS1 does not know; the label is then for people only.
            return null;
        }
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
