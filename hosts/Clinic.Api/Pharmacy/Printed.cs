namespace Clinic.Api.Pharmacy;

/// <summary>Answers with a page to print: its own style inside, no script, kept by nobody.</summary>
internal static class Printed
{
    public static IResult Html(HttpContext http, string html, string language)
    {
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
