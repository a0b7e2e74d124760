using System.Reflection;
using System.Text;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Transcription;
using Clinic.Transcription.Importing;
using Microsoft.AspNetCore.Http.Metadata;

namespace Clinic.Api.Transcription;

/// <summary>A transcript as the body of a request: JSON, SRT, WebVTT or lines of a dialogue; what it is, its content says.</summary>
/// <param name="Text">UTF-8 with or without a byte order mark.</param>
public sealed record TranscriptText(string Text) : IEndpointParameterMetadataProvider
{
    private static readonly string[] MediaTypes = ["text/plain", "text/vtt", "application/x-subrip", "application/json", "application/octet-stream"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The body is too large or of another type.</exception>
    /// <exception cref="TranscriptionException">It is no UTF-8.</exception>
    public static async ValueTask<TranscriptText?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var type = http.Request.ContentType?.Split(';')[0].Trim();
        if (!MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw new ApiException(415, ApiRules.MediaTypeUnsupported, ("found", http.Request.ContentType ?? "nothing"), ("allowed", string.Join(", ", MediaTypes)));
        var bytes = await BodyBytes.ReadAsync(http, TranscriptImporter.MostBytes);
        if (bytes.Length == 0) throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "JSON, SRT, WebVTT or text"));
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return new(Strict.GetString(bytes.Span));
        }
        catch (DecoderFallbackException)
        {
            throw new TranscriptionException(TranscriptionRules.ImportNotText);
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["text/plain", BodyBytes.AnyType], typeof(string), isOptional: false));
    }

    /// <summary>How long it is; what was said is health data.</summary>
    public override string ToString() => $"{Text.Length} characters";
}
