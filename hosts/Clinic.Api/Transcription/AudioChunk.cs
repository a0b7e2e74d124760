using System.Reflection;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Clinic.Api.Transcription;

/// <summary>A chunk of audio as the body of a request; whole, or nothing of it is taken.</summary>
/// <param name="Bytes">At least one, at most 8 MiB.</param>
public sealed record AudioChunk(ReadOnlyMemory<byte> Bytes) : IEndpointParameterMetadataProvider
{
    /// <summary>The most bytes of a chunk: 8 MiB.</summary>
    public const int Largest = 8 << 20;

    private const string MediaType = "application/octet-stream";

    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The body is missing, too large or of another type.</exception>
    public static async ValueTask<AudioChunk?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true)
            throw new ApiException(415, ApiRules.MediaTypeUnsupported, ("found", http.Request.ContentType ?? "nothing"), ("allowed", MediaType));
        var bytes = await BodyBytes.ReadAsync(http, Largest);
        return bytes.Length > 0 ? new(bytes) : throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "audio"));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata([MediaType, BodyBytes.AnyType], typeof(Stream), isOptional: false));
    }

    /// <summary>How many bytes.</summary>
    public override string ToString() => $"{Bytes.Length} bytes";
}
