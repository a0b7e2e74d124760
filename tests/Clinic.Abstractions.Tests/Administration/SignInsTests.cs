using Clinic.Abstractions.Administration;
using NodaTime;

namespace Clinic.Abstractions.Tests.Administration;

public class SignInsTests
{
    private readonly Office office = new();

    [Fact]
    public async Task A_person_signs_in_and_the_session_stands_until_the_password_changes()
    {
        var first = await office.FirstAsync();

        var signedIn = await SignInAsync("ALBA", Office.Password);

        Assert.Equal(first.Person, signedIn.Person.Id);
        Assert.NotNull(await office.SignIns.RecheckAsync(Office.Tenant, first.Person, signedIn.Credential, Office.Stop));
        await office.Persons.SetAsync(office.X(), new SetCredential(first.Person, CredentialKind.Password, new Secret("otra-clave-larga-7")), Office.Stop);
        Assert.Null(await office.SignIns.RecheckAsync(Office.Tenant, first.Person, signedIn.Credential, Office.Stop));
    }

    [Fact]
    public async Task A_retired_person_neither_signs_in_nor_goes_on()
    {
        await office.FirstAsync();
        var ana = await office.AddAsync("ana", Role.Nurse);
        await office.Persons.SetAsync(office.X(), new SetCredential(ana.Person, CredentialKind.Password, new Secret(Office.Password)), Office.Stop);
        var signedIn = await SignInAsync("ana", Office.Password);

        await office.Persons.RetireAsync(office.X(), new RetirePerson(ana.Person, 1), Office.Stop);

        Assert.Null(await office.SignIns.RecheckAsync(Office.Tenant, ana.Person, signedIn.Credential, Office.Stop));
        await Office.RefusedAsync(ClinicRules.CredentialRefused, () => SignInAsync("ana", Office.Password));
    }

    [Theory]
    [InlineData("alba")]
    [InlineData("nobody")]
    public async Task Wrong_attempts_are_counted_audited_and_lock_known_and_unknown_names_alike(string name)
    {
        await office.FirstAsync();
        for (var i = 0; i < 5; i++) await Office.RefusedAsync(ClinicRules.CredentialRefused, () => SignInAsync(name, "wrong password"));

        await Office.RefusedAsync(ClinicRules.CredentialLocked, () => SignInAsync(name.ToUpperInvariant(), "wrong password"));

        Assert.Equal(6, (await office.AuditAsync()).Count(e => e.Outcome == AuditOutcome.Refused && e.CommandName == "clinic.sign-in"));
        office.Now += Duration.FromMinutes(16);
        await Office.RefusedAsync(ClinicRules.CredentialRefused, () => SignInAsync(name, "wrong password"));
    }

    [Fact]
    public async Task A_pin_is_no_password()
    {
        var first = await office.FirstAsync();
        await office.Persons.SetAsync(office.X(), new SetCredential(first.Person, CredentialKind.Pin, new Secret("4829")), Office.Stop);

        await Office.RefusedAsync(ClinicRules.CredentialRefused, () => SignInAsync("alba", "4829"));
    }

    private Task<SignedIn> SignInAsync(string name, string password) => office.SignIns.SignInAsync(Office.Tenant, name, new Secret(password), "station", "test", Office.Stop);
}
