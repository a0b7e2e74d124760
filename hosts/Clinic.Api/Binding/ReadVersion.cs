using System.Globalization;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>The version that the caller read: the field <c>version</c>, the header <c>If-Match</c>, or both alike.</summary>
public sealed class ReadVersion
{
    private readonly long? header;

    private ReadVersion(long? header) => this.header = header;

    /// <summary>Available to handlers as a parameter.</summary>
    /// <exception cref="ApiException">The header is no version in quotes.</exception>
    public static ValueTask<ReadVersion?> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var text = http.Request.Headers.IfMatch.ToString();
        if (text.Length == 0) return ValueTask.FromResult<ReadVersion?>(new(null));
        var quoted = text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
        return quoted.Length > 2 && quoted[0] == '"' && quoted[^1] == '"' && long.TryParse(quoted[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult<ReadVersion?>(new(version))
            : throw new ApiException(400, ApiRules.VersionNeeded, ("found", $"If-Match {text}"));
    }

    /// <summary>The version, from where it was said.</summary>
    /// <exception cref="ApiException">It was said nowhere, or twice and differently.</exception>
    public long Or(long? field) => OrAny(field) ?? throw new ApiException(400, ApiRules.VersionNeeded, ("found", "neither"));

    /// <summary>The version, or null where nobody said one and the act is for whatever is stored.</summary>
    /// <exception cref="ApiException">It was said twice and differently.</exception>
    public long? OrAny(long? field)
    {
        if (field is { } inBody && header is { } inHeader && inBody != inHeader)
            throw new ApiException(400, ApiRules.VersionNeeded, ("found", $"version {inBody} and If-Match {inHeader}"));
        return field ?? header;
    }

    /// <summary>Says the version of what is answered, for a later If-Match.</summary>
    public static void Tell(HttpContext http, long version)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
    }
}
