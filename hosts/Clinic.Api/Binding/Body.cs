using System.Reflection;
using Clinic.Api.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Clinic.Api.Binding;

/// <summary>The JSON body of a request, read and checked so that every fault names its field.</summary>
/// <typeparam name="T">The request record.</typeparam>
/// <param name="Value">The request.</param>
public sealed record Body<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The body is missing, too large, not JSON, or a field cannot be read.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var bytes = await BodyBytes.ReadAsync(http, BodyBytes.LargestOf(http, typeof(T)));
        if (bytes.Length == 0) throw new ApiException(400, ApiRules.BodyMissing, ("allowed", "a JSON object"));
        if (!http.Request.HasJsonContentType())
            throw new ApiException(415, ApiRules.MediaTypeUnsupported, ("found", http.Request.ContentType ?? "nothing"), ("allowed", "application/json"));
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new(JsonBody.Read<T>(bytes, options));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json", BodyBytes.AnyType], typeof(T), isOptional: false));
    }
}
