using System.Text.Json.Nodes;
using Clinic.Api.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Clinic.Api.Tests;

public class OpenApiTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Fact]
    public async Task The_document_is_of_version_3_1_and_every_reference_leads_somewhere()
    {
        var text = (await api.Factory.Anonymous().GetAsync("/openapi/v1.json")).Text;
        var document = JsonNode.Parse(text)!;

        Assert.Empty(OpenApiDocument.Parse(text, "json").Diagnostic!.Errors.Select(e => e.ToString()));
        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("http", document["components"]!["securitySchemes"]!["bearer"]!["type"]!.GetValue<string>());
        foreach (var reference in References(document))
            Assert.True(reference[2..].Split('/').Aggregate((JsonNode?)document, (node, step) => node?[step.Replace("~1", "/", StringComparison.Ordinal)]) is not null, reference);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_who_may_and_what_can_go_wrong()
    {
        var operations = Operations((await api.Factory.Anonymous().GetAsync("/openapi/v1.json")).Json);

        Assert.True(operations.Count > 60);
        Assert.Equal(operations.Count, operations.Select(o => o.Operation["operationId"]!.GetValue<string>()).Distinct().Count());
        Assert.All(operations, o =>
        {
            var name = $"{o.Method} {o.Path}";
            Assert.True(o.Operation["summary"]?.GetValue<string>().EndsWith('.') == true, name);
            Assert.True(o.Operation["tags"]?.AsArray().Count == 1, name);
            Assert.True(o.Operation["responses"]!["200"] is not null, name);
            Assert.True(o.Operation["responses"]!["400"]!["content"]!["application/problem+json"] is not null, name);
            var isOpen = o.Path.StartsWith("/api/v1/sign-in", StringComparison.Ordinal) || o.Path.StartsWith("/api/v1/errors", StringComparison.Ordinal);
            Assert.True(isOpen != (o.Operation["security"] is not null), name);
            var key = o.Operation["parameters"]?.AsArray().SingleOrDefault(p => p!["name"]!.GetValue<string>() == "Idempotency-Key");
            Assert.True((o.Method == "post" && !isOpen) == (key is not null), name);
            if (key is not null) Assert.True(key["required"]!.GetValue<bool>(), name);
            // Ending a lock, making a job due and purging one's own words say everything in their path.
            var hasBody = o.Method == "post" && !o.Path.EndsWith("/unlock", StringComparison.Ordinal) && !o.Path.EndsWith("/jobs/{job}/run", StringComparison.Ordinal)
                && !o.Path.EndsWith("/me/conversations/purge", StringComparison.Ordinal);
            if (o.Method == "put") Assert.True(o.Operation["requestBody"]!["content"]!["application/octet-stream"] is not null && o.Operation["responses"]!["409"] is not null, name);
            if (hasBody) Assert.Single(o.Operation["requestBody"]!["content"]!.AsObject());
        });
    }

    [Fact]
    public async Task Every_route_of_the_api_is_in_the_document()
    {
        var documented = Operations((await api.Factory.Anonymous().GetAsync("/openapi/v1.json")).Json).Select(o => o.Path.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);

        var routes = api.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RouteRight>() is not null).Select(e => e.RoutePattern.RawText!.TrimEnd('/'));

        Assert.DoesNotContain(routes, r => !documented.Contains(r));
    }

    [Fact]
    public async Task Values_with_a_text_form_are_documented_as_texts()
    {
        var document = (await api.Factory.Anonymous().GetAsync("/openapi/v1.json")).Json;
        var lot = document["components"]!["schemas"]!["LotResponse"]!["properties"]!;

        Assert.Equal("uuid", Resolve(document, lot["id"]!)["format"]!.GetValue<string>());
        Assert.Equal("date-time", Resolve(document, lot["received"]!)["format"]!.GetValue<string>());
        Assert.Equal("string", Resolve(document, lot["number"]!)["type"]!.GetValue<string>());
        Assert.Contains("onHold", Resolve(document, lot["status"]!)["enum"]!.AsArray().Select(e => e!.GetValue<string>()));
        var kind = Operations(document).Single(o => o.Path == "/api/v1/movements").Operation["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "kind")!;
        Assert.Contains("openingBalance", Resolve(document, kind["schema"]!)["enum"]!.AsArray().Select(e => e!.GetValue<string>()));
        Assert.Empty(Shapeless(document["components"]!["schemas"]!.AsObject()));
    }

    private static JsonNode Resolve(JsonNode document, JsonNode schema)
    {
        if (schema["oneOf"] is JsonArray some) schema = some.First(s => s!["$ref"] is not null)!;
        return schema["$ref"]?.GetValue<string>() is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
    }

    // A schema that says nothing at all would let a reader guess.
    private static IEnumerable<string> Shapeless(JsonObject schemas) =>
        schemas.Where(s => s.Value is JsonObject { Count: 0 } || (s.Value is JsonObject o && o["type"] is null && o["enum"] is null && o["oneOf"] is null && o["anyOf"] is null && o["$ref"] is null)).Select(s => s.Key);

    private static List<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key, o.Value!)))];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" && p.Value is JsonValue v ? [v.GetValue<string>()] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}
