using System.Reflection;
using System.Text;
using Clinic.Api.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Clinic.Api.Binding;

/// <summary>The CSV body of a request, UTF-8 with or without a byte order mark.</summary>
/// <param name="Text">The text.</param>
public sealed record CsvBody(string Text) : IEndpointParameterMetadataProvider
{
    private const string MediaType = "text/csv";

    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The body is missing, too large, of another type, or no UTF-8.</exception>
    public static async ValueTask<CsvBody?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true)
            throw new ApiException(415, ApiRules.MediaTypeUnsupported, ("found", http.Request.ContentType ?? "nothing"), ("allowed", MediaType));
        var bytes = await BodyBytes.ReadAsync(http, BodyBytes.LargestCsv);
        if (bytes.Length == 0) throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "a CSV text with a header row"));
        var text = bytes.Span;
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        try
        {
            return new(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text));
        }
        catch (DecoderFallbackException e)
        {
            var line = text[..e.Index].Count((byte)'\n') + 1;
            throw new ApiException(400, ApiRules.BodyUnreadable, ("line", line), ("position", e.Index - text[..e.Index].LastIndexOf((byte)'\n')));
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata([MediaType, BodyBytes.AnyType], typeof(string), isOptional: false));
    }
}
