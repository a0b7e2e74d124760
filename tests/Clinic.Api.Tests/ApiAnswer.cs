using System.Net;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Text.Length > 0 && Text[0] == '{' ? Json["code"]?.GetValue<string>() : null;

    public IReadOnlyList<string> Codes => [.. Json["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>())];

    public string this[string field] => Json[field]!.GetValue<string>();

    /// <summary>The answer is a problem of this status and code, in the one shape all problems have.</summary>
    public ApiAnswer Refused(int status, string code)
    {
        Assert.True((int)Status == status && Code == code, $"expected {status} {code}, got {(int)Status}: {Text}");
        Assert.Equal("application/problem+json", Headers["Content-Type"]);
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.Equal($"/api/v1/errors/{code}", this["type"]);
        Assert.All(["title", "detail", "instance", "traceId"], field => Assert.NotEmpty(this[field]));
        Assert.NotEmpty(Json["errors"]!.AsArray());
        Assert.All(Json["errors"]!.AsArray(), e =>
        {
            Assert.NotEmpty(e!["message"]!.GetValue<string>());
            // No place of a sentence is left without its fact; a unit in braces is a fact.
            Assert.DoesNotMatch(@"\{(?!tbl)[a-z]+\}", e["message"]!.GetValue<string>());
            Assert.NotNull(e["facts"]);
        });
        return this;
    }
}
