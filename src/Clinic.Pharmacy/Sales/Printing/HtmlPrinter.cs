using System.Globalization;
using System.Text;
using Clinic.Printing;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Prints a sheet as one HTML page, ready for the printer; nothing is loaded from elsewhere. Pure.</summary>
internal static class HtmlPrinter
{
    private const string Common =
        "*{box-sizing:border-box}body{margin:0 auto;color:#000;background:#fff;font-family:system-ui,sans-serif}header{text-align:center}h1{font-size:1.1em;margin:.3em 0}" +
        "table{width:100%;border-collapse:collapse;border-top:1px dashed #000;margin:.4em 0}td{vertical-align:top;padding:.1em 0;overflow-wrap:anywhere}" +
        "td.r{text-align:right;white-space:nowrap;padding-left:.6em;font-variant-numeric:tabular-nums}tr.b td{font-weight:700}tr.s td{font-size:.85em;padding-left:1em}footer{border-top:1px dashed #000;font-size:.85em}";

    public static string Print(PrintSheet sheet, ReceiptPaper paper)
    {
        var page = paper == ReceiptPaper.A4
            ? "@page{size:A4;margin:18mm}body{max-width:174mm;font-size:11pt}"
            : "@page{size:80mm auto;margin:3mm}body{max-width:74mm;font-size:9pt}";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{E(sheet.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{E(sheet.Title)}</title>\n<style>{page}{Common}</style>\n</head>\n<body>\n<header>\n");
        foreach (var line in sheet.Head) html.Append(CultureInfo.InvariantCulture, $"<div>{E(line)}</div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{E(sheet.Title)}</h1>\n</header>\n");
        foreach (var block in sheet.Blocks.Where(b => b.Count > 0))
        {
            html.Append("<table>\n");
            foreach (var row in block)
            {
                var kind = (row.IsBold, row.IsSmall) switch { (true, _) => " class=\"b\"", (_, true) => " class=\"s\"", _ => "" };
                html.Append(row.Right is { } right
                    ? $"<tr{kind}><td>{E(row.Left)}</td><td class=\"r\">{E(right)}</td></tr>\n"
                    : $"<tr{kind}><td colspan=\"2\">{E(row.Left)}</td></tr>\n");
            }

            html.Append("</table>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<footer>{E(sheet.Foot)}</footer>\n</body>\n</html>\n").ToString();
    }

    // Letters with accents stay readable; only what HTML reads as its own is replaced.
    private static string E(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
