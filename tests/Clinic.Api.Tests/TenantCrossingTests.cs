using System.Net;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Api.Tests;

/// <summary>Somebody of another clinic with every role asks on every route for what the first clinic has.</summary>
public sealed partial class TenantCrossingTests
{
    private const string Password = "llave-muy-larga-9";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Another_clinic_finds_and_changes_nothing_on_any_route(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var ward = await Ward.OpenAsync(factory);
        var dispensation = await ward.AuthorisedAsync(ward.Ampoule, 1, "{ampule}");
        var visit = await TranscriptionVisit.OpenAsync(factory);
        var session = await visit.TypedAsync();
        var report = (await visit.Physician.OkAsync($"{TranscriptionVisit.Root}/reports", new { session, isManual = true }))["report"];
        var theirs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dispensation"] = dispensation,
            ["session"] = session,
            ["report"] = report,
            ["patient"] = ward.Patient,
            ["presentation"] = ward.Ampoule,
            ["site"] = ward.Site,
            ["location"] = ward.Store,
            ["department"] = ward.Emergency,
            ["person"] = await ward.IdOfAsync("nurse"),
        };
        var before = await StateAsync(ward, theirs);
        string[] secrets = [.. Quoted().Matches(string.Concat(before)).Select(m => m.Value).Concat(theirs.Values).Distinct(StringComparer.Ordinal)];
        Assert.True(secrets.Length > 20);
        var stranger = await StrangerAsync(factory);

        var tried = 0;
        foreach (var (method, pattern) in Routes(factory))
        {
            var path = Place().Replace(pattern.Replace("{kind}", "toPrepare", StringComparison.Ordinal), m => theirs.GetValueOrDefault(m.Groups[1].Value, "0190f0c0-0000-7000-8000-00000000ffff"));
            var query = pattern switch
            {
                "emergency/stays/stream" => "?seconds=0",
                "stock/as-of" => "?at=2026-01-01T00:00:00Z",
                "lots/recipients" => $"?presentation={ward.Ampoule}&number=L-1",
                "patients" when method == "GET" => "?text=a",
                _ => "",
            };
            var answer = await stranger.SendAsync(new HttpMethod(method), $"/api/v1/{path}{query}", method == "GET" ? null : new { version = 1, reason = "x" });
            tried++;

            Assert.True((int)answer.Status is >= 200 and < 500, $"{method} {pattern}: {answer.Text}");
            // What was asked for may be repeated in a refusal, and nothing else.
            foreach (var secret in secrets.Where(s => answer.Status == HttpStatusCode.OK || !(path + query).Contains(s.Trim('"'), StringComparison.Ordinal)))
                Assert.False(answer.Text.Contains(secret, StringComparison.Ordinal), $"{method} {pattern} tells {secret}: {answer.Text}");
            if (method == "GET" && answer.Status == HttpStatusCode.OK) Assert.DoesNotContain(dispensation, answer.Text, StringComparison.Ordinal);
        }

        Assert.True(tried > 90, $"only {tried} routes");
        Assert.Equal(before, await StateAsync(ward, theirs));
    }

    private static async Task<List<string>> StateAsync(Ward ward, Dictionary<string, string> theirs)
    {
        var all = new List<string>();
        foreach (var path in (string[])[$"dispensations/{theirs["dispensation"]}", "stock", $"patients/{theirs["patient"]}", "people?size=100", $"sites/{ward.Site}/locations", $"transcription/sessions/{theirs["session"]}", "transcription/consent-forms"])
        {
            var answer = await ward.GetAsync(path.StartsWith("people", StringComparison.Ordinal) || path.StartsWith("transcription", StringComparison.Ordinal) ? "auditor" : "pharmacist", path);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Text}");
            all.Add(answer.Text);
        }

        return all;
    }

    private static async Task<ApiCaller> StrangerAsync(ApiFactory factory)
    {
        var services = factory.Services;
        var ids = services.GetRequiredService<IIdGenerator>();
        var tenant = ids.Next<TenantId>();
        var people = services.GetRequiredService<PeopleAdministration>();
        CommandContext X(Actor actor) => new(tenant, new SiteId(tenant.Value), actor, "test", ids.Next<CommandId>());
        await people.AddFirstAsync(X(Actor.System), new AddFirstAdministrator("Forastera", "forastera", new Secret(Password)), Stop);
        var roles = Enum.GetValues<Role>().Where(r => r != Role.System).ToList();
        await people.AddAsync(X(Actor.System), new AddPerson("Visitante", "visitante", roles, [], new Secret(Password)), Stop);
        var caller = factory.Anonymous();
        caller.Use(await caller.SendAsync(HttpMethod.Post, "/api/v1/sign-in", new { signInName = "visitante", password = Password, tenant = tenant.ToString() }));
        await caller.OkAsync("/api/v1/sites", new { name = "Otra sede", zone = "America/Guayaquil", currency = "USD" });
        return caller;
    }

    // Secrets of one's own are not changed here, or the session would end.
    private static List<(string Method, string Pattern)> Routes(ApiFactory factory) =>
    [
        .. factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RouteRight>() is not null)
            .Select(e => (e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0], e.RoutePattern.RawText!["/api/v1/".Length..]))
            .Where(r => r.Item2 != "me/secret")
            // The stranger's own audit repeats later what they asked for.
            .OrderBy(r => r.Item2 != "audit"),
    ];

    [GeneratedRegex("""\{(\w+)\}""")]
    private static partial Regex Place();

    // Names, document numbers and ids as JSON texts; short words such as units are nobody's.
    [GeneratedRegex("\"[0-9a-f]{8}-[0-9a-f-]{27}\"|(?<=\"(?:name|documentNumber|number)\":)\"[^\"]{4,}\"")]
    private static partial Regex Quoted();
}
