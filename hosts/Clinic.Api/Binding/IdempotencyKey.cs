using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>The header under which a repeated request changes nothing twice.</summary>
public static class IdempotencyKey
{
    /// <summary>The name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The command id of a request.</summary>
    /// <exception cref="ApiException">The header is missing, stands twice or is no UUID.</exception>
    public static CommandId Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var values = http.Request.Headers[Header];
        if (values.Count == 0 || string.IsNullOrWhiteSpace(values)) throw new ApiException(400, ApiRules.IdempotencyKeyMissing);
        return values.Count == 1 && CommandId.TryParse(values[0], out var id)
            ? id
            : throw new ApiException(400, ApiRules.IdempotencyKeyMalformed, ("found", values.ToString()));
    }
}
