using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;

namespace Clinic.Api.Administration;

/// <summary>The signed-in person about themselves.</summary>
internal static class MeRoutes
{
    public static async Task<MeResponse> FindAsync(Caller caller, ISiteDirectory sites, CancellationToken ct)
    {
        var all = await sites.SitesAsync(caller.Tenant, ct);
        return new(caller.Tenant, PersonResponse.Of(caller.Person), [.. all.Select(SiteResponse.Of)]);
    }

    public static Task<CredentialAnswer> ChangeSecretAsync(
        ClinicCommand command, Body<OwnSecretRequest> body, PeopleAdministration people, HttpContext http, CancellationToken ct) =>
        people.ChangeOwnAsync(command.X, new ChangeOwnSecret(
            body.Value.Kind, new Secret(body.Value.Password), new Secret(body.Value.Secret), Device.Of(http)), ct);
}
