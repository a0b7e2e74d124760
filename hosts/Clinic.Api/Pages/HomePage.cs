using System.Globalization;
using System.Net;
using System.Text;
using Clinic.Api.Demo;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Bridges.Jobs;
using Clinic.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Pages;

/// <summary>Says what there is: state, how to begin, and every route. Plain HTML without scripts.</summary>
internal sealed class HomePage(EndpointDataSource endpoints, HealthCheckService health, JobWatch watch, ClinicSettings settings, IClock clock)
{
    private static readonly CompositeFormat Shell = CompositeFormat.Parse(
        """
        <!DOCTYPE html>
        <html lang="{0}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{1}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/page.css">
        </head>
        <body>
        {2}
        </body>
        </html>
        """);

    /// <summary>The page in a language.</summary>
    public async Task<string> RenderAsync(string language, string address, CancellationToken ct)
    {
        var t = new PageTexts(language);
        var report = await health.CheckHealthAsync(ct);
        var jobs = await JobsAsync(report, ct);
        var html = new StringBuilder();
        Head(html, t);
        html.Append("<main id=\"content\">");
        if (settings.Demo) Demo(html, t);
        State(html, t, report, jobs);
        Begin(html, t, WebUtility.HtmlEncode(address));
        Routes(html, t);
        html.Append("</main>").Append(CultureInfo.InvariantCulture, $"<footer><p>{t.Footer}</p></footer>");
        return string.Format(CultureInfo.InvariantCulture, Shell, language, t.Title, html);
    }

    private static void Head(StringBuilder html, PageTexts t) => html.Append(CultureInfo.InvariantCulture,
        $"""
        <a class="skip" href="#content">{t.Skip}</a>
        <header>
        <div class="bar"><p class="brand"><span aria-hidden="true">✚</span> Clinic API</p>
        <nav aria-label="{t.LanguageLabel}"><a href="/?lang=es" lang="es" hreflang="es"{Current(t, Languages.Spanish)}>Español</a> <a href="/?lang=en" lang="en" hreflang="en"{Current(t, Languages.English)}>English</a></nav></div>
        <h1>{t.Title}</h1>
        <p class="lead">{t.Lead}</p>
        <ul class="links"><li><a href="/openapi/v1.json">OpenAPI 3.1</a></li><li><a href="/health/ready">{t.Health}</a></li><li><a href="/api/v1/errors">{t.Codes}</a></li></ul>
        </header>
        """);

    private static string Current(PageTexts t, string language) => t.Language == language ? " aria-current=\"true\"" : "";

    private static void Demo(StringBuilder html, PageTexts t) => html.Append(CultureInfo.InvariantCulture,
        $"""
        <section class="notice" aria-labelledby="demo"><h2 id="demo">{t.DemoTitle}</h2>
        <p>{t.DemoText} <code>{DemoPeople.Password}</code></p>
        <ul class="chips">{string.Concat(DemoPeople.All.Select(p => $"<li><code>{p.SignIn}</code></li>"))}</ul>
        <p>{t.DemoProofs}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="{t.DemoProofs}"><table><thead><tr>{string.Concat(t.DemoHeadings.Select(h => $"<th scope=\"col\">{h}</th>"))}</tr></thead>
        <tbody>{string.Concat(DemoPeople.All.Where(p => p.Pin is not null).Select(DemoProof))}</tbody></table></div></section>
        """);

    private static string DemoProof(DemoPerson p) =>
        $"<tr><th scope=\"row\"><code>{p.SignIn}</code></th><td>{WebUtility.HtmlEncode(p.Name)}</td><td><code>{p.Pin}</code></td><td><code>{p.Badge}</code></td></tr>";

    private void State(StringBuilder html, PageTexts t, HealthReport report, IReadOnlyList<JobStanding> jobs)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"state\"><h2 id=\"state\">{t.StateTitle}</h2><ul class=\"cards\">");
        foreach (var (name, entry) in report.Entries.Select(e => (e.Key, e.Value)))
            Card(html, t.Check(name), entry.Status, t.Status(entry.Status));
        html.Append(CultureInfo.InvariantCulture, $"</ul><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{t.JobsLabel}\"><table><caption>{t.JobsLabel}</caption><thead><tr>");
        foreach (var heading in t.JobHeadings) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{heading}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var job in jobs) Job(html, t, job);
        html.Append("</tbody></table></div>");
        if (jobs.Any(j => j.IsLate)) html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\" role=\"status\">{t.JobsLate}</p>");
        html.Append("</section>");
    }

    private static void Card(StringBuilder html, string name, HealthStatus status, string word) => html.Append(CultureInfo.InvariantCulture,
        $"<li class=\"card {status.ToString().ToLowerInvariant()}\"><span>{name}</span><strong>{word}</strong></li>");

    private void Job(StringBuilder html, PageTexts t, JobStanding job)
    {
        var state = job.State;
        var ago = state?.LastStarted is { } at ? t.Ago(clock.GetCurrentInstant() - at) : t.Never;
        var report = state?.LastReport;
        var did = report is null ? "–" : report.Failed > 0 ? t.DidFailed(report.Done, report.Failed) : report.Done.ToString(CultureInfo.InvariantCulture);
        html.Append(CultureInfo.InvariantCulture,
            $"<tr><th scope=\"row\"><code>{job.Name}</code></th><td>{Instant(state?.LastStarted, ago)}</td><td>{Took(state?.LastTook)}</td><td>{WebUtility.HtmlEncode(did)}</td><td>{(job.IsLate ? $"<strong class=\"late\">{t.Late}</strong>" : t.OnTime)}</td></tr>");
    }

    private static string Instant(Instant? at, string text) =>
        at is { } known ? $"<time datetime=\"{InstantPattern.General.Format(known)}\">{text}</time>" : text;

    private static string Took(Duration? took) => took is { } known ? $"{known.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms" : "–";

    private void Begin(StringBuilder html, PageTexts t, string address)
    {
        var name = settings.Demo ? "pharmacist" : "NAME";
        var password = settings.Demo ? DemoPeople.Password : "PASSWORD";
        html.Append(CultureInfo.InvariantCulture,
            $$"""
            <section aria-labelledby="begin"><h2 id="begin">{{t.BeginTitle}}</h2><p>{{t.BeginText}}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="{{t.BeginTitle}}"><pre><code>curl -s {{address}}/api/v1/sign-in -H 'Content-Type: application/json' \
              -d '{"signInName":"{{name}}","password":"{{password}}"}'
            curl -s '{{address}}/api/v1/stock?size=20' -H "Authorization: Bearer $TOKEN" -H 'Accept-Language: {{t.Language}}'</code></pre></div></section>
            """);
    }

    private void Routes(StringBuilder html, PageTexts t)
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true).ToList();
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"routes\"><h2 id=\"routes\">{t.RoutesTitle}</h2><p>{t.RoutesText}</p>");
        foreach (var group in routes.GroupBy(e => e.Metadata.GetMetadata<ITagsMetadata>()?.Tags is [var tag, ..] ? tag : ""))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{t.Tag(group.Key)}</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{t.Tag(group.Key)}\"><table class=\"routes\"><thead><tr>");
            foreach (var heading in t.RouteHeadings) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{heading}</th>");
            html.Append("</tr></thead><tbody>");
            foreach (var route in group) Route(html, t, route);
            html.Append("</tbody></table></div>");
        }

        html.Append("</section>");
    }

    private static void Route(StringBuilder html, PageTexts t, RouteEndpoint route)
    {
        var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var only, ..] ? only : "GET";
        var pattern = route.RoutePattern.RawText!.TrimEnd('/');
        var summary = route.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "";
        var roles = route.Metadata.GetMetadata<RouteRight>()?.Roles ?? [];
        var who = route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? t.Everybody : roles.Count == 0 ? t.SignedIn : string.Join(", ", roles.Order().Select(t.Role));
        html.Append(CultureInfo.InvariantCulture,
            $"<tr><td><span class=\"method {method.ToLowerInvariant()}\">{method}</span></td><th scope=\"row\"><code>{WebUtility.HtmlEncode(pattern)}</code></th><td>{WebUtility.HtmlEncode(t.Summary(method, pattern, summary))}</td><td>{who}</td></tr>");
    }

    // The page stands even where the database does not.
    private async Task<IReadOnlyList<JobStanding>> JobsAsync(HealthReport report, CancellationToken ct) =>
        report.Entries.TryGetValue("database", out var database) && database.Status == HealthStatus.Healthy ? await watch.ListAsync(settings.Tenant, ct) : [];
}
