using System.Security.Cryptography;
using System.Text;

namespace Clinic.Api.Pharmacy;

/// <summary>Answers with a page to print: its own style inside, no script, kept by nobody.</summary>
internal static class Printed
{
    private const string Begin = "<style>";
    private const string End = "</style>";

    public static IResult Html(HttpContext http, string html, string language)
    {
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src {Styles(html)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    // Exactly this page's styles and no others: a text that slipped through as markup would bring none of its own.
    private static string Styles(string html)
    {
        var begin = html.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : html.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0) return "'none'";
        var style = html[(begin + Begin.Length)..end].ReplaceLineEndings("\n");
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
    }
}
