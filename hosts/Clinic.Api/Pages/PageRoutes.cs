using System.Reflection;
using Clinic.Api.Problems;

namespace Clinic.Api.Pages;

/// <summary>The page at the root, and its style sheet.</summary>
internal static class PageRoutes
{
    private static readonly byte[] Css = ReadCss();

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", PageAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/page.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Bytes(Css, "text/css; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> PageAsync(HttpContext http, HomePage page, string? lang)
    {
        var language = lang is Languages.Spanish or Languages.English ? lang : Languages.Of(http);
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        return Results.Content(await page.RenderAsync(language, $"{http.Request.Scheme}://{http.Request.Host}", http.RequestAborted), "text/html; charset=utf-8");
    }

    private static byte[] ReadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Clinic.Api.Pages.page.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
