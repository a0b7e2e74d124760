using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;

namespace Clinic.Api.Administration;

/// <summary>People, their rights and credentials.</summary>
internal static class PeopleRoutes
{
    public static async Task<Page<PersonResponse>> ListAsync(Caller caller, [AsParameters] Paged paged, IPersonDirectory people, CancellationToken ct)
    {
        var page = await people.ListAsync(caller.Tenant, paged.Request, ct);
        return new([.. page.Items.Select(PersonResponse.Of)], page.Next);
    }

    public static async Task<PersonResponse> FindAsync(Caller caller, PersonId person, IPersonDirectory people, HttpContext http, CancellationToken ct)
    {
        var found = await people.FindAsync(caller.Tenant, person, ct) ?? throw new ClinicRuleException(ClinicRules.PersonUnknown, ("person", person));
        ReadVersion.Tell(http, found.Version);
        return PersonResponse.Of(found);
    }

    public static Task<PersonAnswer> AddAsync(ClinicCommand command, Body<AddPersonRequest> body, PeopleAdministration people, CancellationToken ct)
    {
        var p = body.Value;
        return people.AddAsync(command.X, new AddPerson(p.Name, p.SignInName, p.Roles, p.Departments ?? [], p.Password is null ? null : new Secret(p.Password)), ct);
    }

    public static Task<PersonAnswer> ChangeRightsAsync(
        ClinicCommand command, PersonId person, ReadVersion read, Body<RightsRequest> body, PeopleAdministration people, CancellationToken ct) =>
        people.ChangeRightsAsync(command.X, new ChangePersonRights(person, read.Or(body.Value.Version), body.Value.Roles, body.Value.Departments), ct);

    public static Task<PersonAnswer> RetireAsync(
        ClinicCommand command, PersonId person, ReadVersion read, Body<RetirePersonRequest> body, PeopleAdministration people, CancellationToken ct) =>
        people.RetireAsync(command.X, new RetirePerson(person, read.Or(body.Value.Version)), ct);

    public static Task<PersonAnswer> UnlockAsync(ClinicCommand command, PersonId person, PeopleAdministration people, CancellationToken ct) =>
        people.UnlockAsync(command.X, new UnlockPerson(person), ct);

    public static Task<CredentialAnswer> SetCredentialAsync(
        ClinicCommand command, PersonId person, Body<CredentialRequest> body, PeopleAdministration people, CancellationToken ct) =>
        people.SetAsync(command.X, new SetCredential(person, body.Value.Kind, new Secret(body.Value.Secret)), ct);
}
