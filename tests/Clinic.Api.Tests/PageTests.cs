using System.Text.RegularExpressions;
using Clinic.Api.Demo;
using Clinic.Api.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

public class PageTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("", "es-EC", "es", "Personas de demostración")]
    [InlineData("", "en", "en", "Demo people")]
    [InlineData("?lang=es", "en", "es", "Personas de demostración")]
    [InlineData("?lang=fr", "en", "en", "Demo people")]
    public async Task The_page_speaks_the_language_asked_for(string query, string header, string language, string text)
    {
        var page = await api.Factory.Anonymous().Speaking(header).GetAsync($"/{query}");

        Assert.Contains($"<html lang=\"{language}\">", page.Text, StringComparison.Ordinal);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains(DemoPeople.Password, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_lists_every_route_in_spanish_too_and_loads_nothing_from_elsewhere()
    {
        var page = (await api.Factory.Anonymous().Speaking("es").GetAsync("/")).Text;

        var routes = api.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)).ToList();

        Assert.All(routes, r => Assert.Contains(r.RoutePattern.RawText!.TrimEnd('/'), page, StringComparison.Ordinal));
        Assert.All(routes, r => Assert.NotNull(SpanishSummaries.Of(r.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0], r.RoutePattern.RawText!)));
        Assert.DoesNotMatch(new Regex("(src|href)=\"(https?:)?//"), page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("style="), page);
        Assert.Contains("text/css", (await api.Factory.Anonymous().GetAsync("/page.css")).Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_on_the_page_is_not_taken_as_html()
    {
        var page = await api.Factory.Anonymous().SendAsync(HttpMethod.Get, "/", null, r => r.Headers.TryAddWithoutValidation("Host", "a<b>c"));

        Assert.DoesNotContain("a<b>c", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demo_the_page_shows_no_people()
    {
        using var factory = ApiFactory.InMemory().Set("Clinic:Demo", "false");

        Assert.DoesNotContain(DemoPeople.Password, (await factory.Anonymous().GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
