using System.Security.Claims;
using Clinic.Abstractions;

namespace Clinic.Api.Security;

/// <summary>What the audit keeps of a request: the id of the session, the method, the route.</summary>
public static class RequestScopes
{
    /// <summary>The claim of our own tokens that names the session; refreshing keeps it.</summary>
    public const string SessionClaim = "session";

    private const int LongestSession = 100;

    // Of other schemes: the session id, or the id of the token.
    private static readonly string[] Claims = [SessionClaim, "sid", "jti"];

    /// <summary>The scope of a request; the route has been chosen.</summary>
    public static RequestScope Of(HttpContext http, ClaimsPrincipal? principal = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return new(Session(principal), http.Request.Method, route is null ? "none" : "/" + route.TrimStart('/'));
    }

    private static string? Session(ClaimsPrincipal? principal)
    {
        var found = principal is null ? null : Claims.Select(c => principal.FindFirst(c)?.Value).FirstOrDefault(v => v is { Length: > 0 });
        return found is { Length: > LongestSession } ? found[..LongestSession] : found;
    }
}
