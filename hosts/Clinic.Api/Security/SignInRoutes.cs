using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Hosts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Clinic.Api.Security;

/// <summary>Sign-in by password. PIN and badge confirm acts and never sign in.</summary>
public static class SignInRoutes
{
    /// <summary>The name of the limit on sign-in requests.</summary>
    public const string Limit = "sign-in";

    /// <summary>Maps sign-in and refresh, where tokens are ours.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/sign-in").WithTags("Sign-in").AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost("", SignInAsync).WithSummary("Signs a person in by password and answers a bearer token.").Produces<AccessTokenResponse>();
        routes.MapPost("/refresh", RefreshAsync).WithSummary("Answers a new token while the person, the password and the refresh token stand.").Produces<AccessTokenResponse>();
    }

    private static async Task<SignInHttpResult> SignInAsync(HttpContext http, Body<SignInRequest> body, SignIns signIns, IIdGenerator ids, ClinicSettings settings, ApiAuthentication authentication)
    {
        var (name, password, tenantText) = body.Value;
        var tenant = tenantText is null ? settings.Tenant
            : TenantId.TryParse(tenantText, out var named) ? named
            : throw new ApiException(400, ApiRules.FieldInvalid, ("field", "tenant"), ("allowed", "a UUID"));
        try
        {
            // The audit of the sign-in already names the session that begins with it.
            var session = ids.Next();
            var request = RequestScopes.Of(http) with { Session = ClinicId.Text(session) };
            var signedIn = await signIns.SignInAsync(tenant, name, new Secret(password), Device.Of(http), SiteCommand.Source, request, http.RequestAborted);
            return TypedResults.SignIn(ActorClaims.ToPrincipal(tenant, signedIn.Person.Id, signedIn.Credential, session, authentication.Scheme), authenticationScheme: authentication.Scheme);
        }
        catch (ClinicRuleException e) when (e.Code == ClinicRules.CredentialRefused)
        {
            throw new SignInRefusedException(e);
        }
    }

    private static async Task<Results<SignInHttpResult, UnauthorizedHttpResult>> RefreshAsync(
        HttpContext http, Body<RefreshRequest> body, ActorClaims claims, ApiAuthentication authentication, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var ticket = options.Get(authentication.Scheme).RefreshTokenProtector.Unprotect(body.Value.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires) return TypedResults.Unauthorized();
        return await claims.CallerAsync(ticket.Principal, http.RequestAborted) is null
            ? TypedResults.Unauthorized()
            : TypedResults.SignIn(ticket.Principal, authenticationScheme: authentication.Scheme);
    }
}
