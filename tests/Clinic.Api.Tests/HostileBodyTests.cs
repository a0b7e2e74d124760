using System.Net.Http.Headers;
using System.Text.Json;
using Clinic.Api.Problems;

namespace Clinic.Api.Tests;

/// <summary>Bodies written to confuse whoever reads them.</summary>
public class HostileBodyTests
{
    [Theory]
    [InlineData("missing required properties")]
    [InlineData("missing required properties including: 'from'")]
    [InlineData("could not be converted to X. Path: $")]
    [InlineData("The JSON property 'from' could not be mapped")]
    [InlineData("it's")]
    [InlineData("a.b")]
    public async Task A_field_named_like_an_error_is_an_unknown_field(string name)
    {
        using var factory = ApiFactory.InMemory();
        var pharmacist = await factory.AsAsync("pharmacist");

        var answer = await pharmacist.PostAsync("/api/v1/issues", JsonSerializer.Serialize(new Dictionary<string, int> { [name] = 1 }));

        answer.Refused(400, ApiRules.FieldUnknown);
        Assert.Equal(name, answer.Json["errors"]![0]!["facts"]!["field"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_of_unknown_length_needs_its_type_too(string? type)
    {
        using var factory = ApiFactory.InMemory();
        var pharmacist = await factory.AsAsync("pharmacist");
        using var content = new StreamContent(new Unsized("{}"u8.ToArray()));
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);

        var answer = await pharmacist.PostAsync("/api/v1/issues", content);

        answer.Refused(415, ApiRules.MediaTypeUnsupported);
    }

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
