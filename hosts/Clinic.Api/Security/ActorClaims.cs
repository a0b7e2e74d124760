using System.Security.Claims;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;

namespace Clinic.Api.Security;

/// <summary>The one place where claims become an actor, and a person becomes claims.</summary>
/// <remarks>
/// Tokens say who and in which clinic; roles and departments are read again at every request, so that a change counts at once.
/// An app with its own scheme issues the claims <c>sub</c> (the person's id) and, with several clinics, <c>tenant</c>.
/// </remarks>
public sealed class ActorClaims(SignIns signIns, IPersonDirectory people, Hosts.ClinicSettings settings, ApiAuthentication authentication)
{
    private const string Subject = "sub";
    private const string TenantClaim = "tenant";
    private const string CredentialClaim = "credential";

    /// <summary>The claims that our own token carries.</summary>
    public static ClaimsPrincipal ToPrincipal(TenantId tenant, PersonId person, Guid credential, Guid session, string scheme) => new(new ClaimsIdentity(
    [
        new(Subject, person.ToString()),
        new(TenantClaim, tenant.ToString()),
        new(CredentialClaim, ClinicId.Text(credential)),
        new(RequestScopes.SessionClaim, ClinicId.Text(session)),
    ], scheme, Subject, ClaimTypes.Role));

    /// <summary>The person behind the claims with the rights held now; null when the session no longer stands.</summary>
    public async Task<Binding.Caller?> CallerAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var subject = principal.FindFirst(Subject)?.Value ?? principal.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        if (!PersonId.TryParse(subject, out var id) || Tenant(principal) is not { } tenant) return null;
        var person = authentication.IsOwn ? await OwnAsync(principal, tenant, id, cancellationToken) : await people.FindAsync(tenant, id, cancellationToken);
        return person is { IsRetired: false } ? new(tenant, person) : null;
    }

    /// <summary>The caller as a principal with the roles held now.</summary>
    public static ClaimsPrincipal ToPrincipal(Binding.Caller caller, string? scheme)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var claims = caller.Person.Roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())).Prepend(new(Subject, caller.Person.Id.ToString()));
        return new(new ClaimsIdentity(claims, scheme ?? "clinic", Subject, ClaimTypes.Role));
    }

    private TenantId? Tenant(ClaimsPrincipal principal) => principal.FindFirst(TenantClaim)?.Value switch
    {
        null => settings.Tenant,
        var text => TenantId.TryParse(text, out var tenant) ? tenant : null,
    };

    private async Task<Person?> OwnAsync(ClaimsPrincipal principal, TenantId tenant, PersonId id, CancellationToken ct) =>
        Guid.TryParseExact(principal.FindFirst(CredentialClaim)?.Value, "D", out var credential)
            ? await signIns.RecheckAsync(tenant, id, credential, ct)
            : null;
}
