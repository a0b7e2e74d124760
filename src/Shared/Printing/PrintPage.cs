using System.Globalization;
using System.Net;
using System.Text;

namespace Clinic.Printing;

/// <summary>A page that stands alone and prints on A4: no script, no link, every text escaped.</summary>
internal sealed class PrintPage
{
    private const string Style = """
        body{font:10pt/1.35 sans-serif;color:#000;margin:0}
        h1{font-size:15pt;margin:0 0 2mm}h2{font-size:11pt;margin:5mm 0 1mm}p{margin:0 0 2mm}
        table{border-collapse:collapse;width:100%;margin-bottom:3mm}
        th,td{border:1px solid #555;padding:1mm 1.5mm;text-align:left;vertical-align:top}
        th{background:#eee}td.n,th.n{text-align:right;white-space:nowrap}tr{page-break-inside:avoid}thead{display:table-header-group}
        .total td{font-weight:bold;background:#f5f5f5}.sign{display:flex;gap:12mm;margin-top:14mm;page-break-inside:avoid}
        .sign div{flex:1;border-top:1px solid #000;padding-top:1mm}.sheet{page-break-after:always}.sheet:last-of-type{page-break-after:auto}
        .facts th{width:22%;font-weight:normal;background:#f5f5f5}.facts td{width:28%}ol,ul{margin:0 0 3mm;padding-left:8mm}li{margin-bottom:.5mm;page-break-inside:avoid}
        h2{page-break-after:avoid}.small{font-size:8pt;color:#333;overflow-wrap:anywhere}
        .notice{border:2px solid #000;padding:1.5mm 2mm;margin:0 0 3mm;font-weight:bold}
        .mark{position:fixed;top:42%;left:0;right:0;text-align:center;font-size:44pt;font-weight:bold;opacity:.14;transform:rotate(-30deg);pointer-events:none}
        """;

    private readonly StringBuilder html = new();
    private int from;
    private int until;

    public PrintPage(string language, string title, bool isLandscape)
    {
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Text(language)}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(title)}</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>@page{{size:A4 {(isLandscape ? "landscape" : "portrait")};margin:12mm}}\n{Style}</style>\n</head>\n<body>\n<h1>{Text(title)}</h1>\n");
    }

    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    public PrintPage Element(string tag, string text)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{tag}>{Text(text)}</{tag}>\n");
        return this;
    }

    /// <summary>Begins a table; the columns from one on and before another hold figures.</summary>
    public PrintPage Table(int figuresFrom, int figuresUntil, params ReadOnlySpan<string> heads)
    {
        (from, until) = (figuresFrom, figuresUntil);
        html.Append("<table>\n<thead><tr>");
        for (var i = 0; i < heads.Length; i++) Cell("th", heads[i], i);
        html.Append("</tr></thead>\n<tbody>\n");
        return this;
    }

    /// <summary>A row of the table.</summary>
    public PrintPage Row(bool isTotal, params ReadOnlySpan<string> cells)
    {
        html.Append(isTotal ? "<tr class=\"total\">" : "<tr>");
        for (var i = 0; i < cells.Length; i++) Cell("td", cells[i], i);
        html.Append("</tr>\n");
        return this;
    }

    public PrintPage EndTable()
    {
        html.Append("</tbody>\n</table>\n");
        return this;
    }

    /// <summary>Terms and what they are, two to a row.</summary>
    public PrintPage Facts(params ReadOnlySpan<(string Term, string Text)> facts)
    {
        html.Append("<table class=\"facts\">\n<tbody>\n");
        for (var i = 0; i < facts.Length; i++)
        {
            var isAlone = i % 2 == 0 && i == facts.Length - 1;
            if (i % 2 == 0) html.Append("<tr>");
            html.Append(CultureInfo.InvariantCulture, $"<th>{Text(facts[i].Term)}</th><td{(isAlone ? " colspan=\"3\"" : "")}>{Text(facts[i].Text)}</td>");
            if (i % 2 == 1 || isAlone) html.Append("</tr>\n");
        }

        return EndTable();
    }

    /// <summary>Sentences, one below the other.</summary>
    public PrintPage Sentences(IEnumerable<string> sentences)
    {
        html.Append("<ol>\n");
        foreach (var sentence in sentences) html.Append(CultureInfo.InvariantCulture, $"<li>{Text(sentence)}</li>\n");
        html.Append("</ol>\n");
        return this;
    }

    /// <summary>What only few people read.</summary>
    public PrintPage Small(string text)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Text(text)}</p>\n");
        return this;
    }

    /// <summary>What nobody may overlook, in a frame.</summary>
    public PrintPage Notice(string text)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"notice\">{Text(text)}</p>\n");
        return this;
    }

    /// <summary>Pale words across every sheet.</summary>
    public PrintPage Mark(string text)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"mark\">{Text(text)}</div>\n");
        return this;
    }

    public PrintPage BeginSheet()
    {
        html.Append("<section class=\"sheet\">\n");
        return this;
    }

    public PrintPage EndSheet()
    {
        html.Append("</section>\n");
        return this;
    }

    public PrintPage Signatures(params ReadOnlySpan<string> lines)
    {
        html.Append("<div class=\"sign\">");
        foreach (var line in lines) html.Append(CultureInfo.InvariantCulture, $"<div>{Text(line)}</div>");
        html.Append("</div>\n");
        return this;
    }

    public string End() => html.ToString() + "</body>\n</html>\n";

    private void Cell(string tag, string cell, int column) =>
        html.Append(CultureInfo.InvariantCulture, $"<{tag}{(column >= from && column < until ? " class=\"n\"" : "")}>{Text(cell)}</{tag}>");
}
