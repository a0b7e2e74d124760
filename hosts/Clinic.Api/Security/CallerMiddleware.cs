namespace Clinic.Api.Security;

/// <summary>Looks the signed-in person up again at every request: retired people and old passwords no longer count.</summary>
public sealed class CallerMiddleware(RequestDelegate next, ActorClaims claims)
{
    /// <summary>Replaces the token's principal by the person with the rights held now, or by nobody.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.User.Identity is { IsAuthenticated: true } identity)
        {
            var caller = await claims.CallerAsync(http.User, http.RequestAborted);
            if (caller is not null) http.Features.Set(caller with { Request = RequestScopes.Of(http, http.User) });
            http.User = caller is null ? new() : ActorClaims.ToPrincipal(caller, identity.AuthenticationType);
        }

        await next(http);
    }
}
