using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Tests.Administration;

public class PeopleAdministrationTests
{
    private readonly Office office = new();

    [Fact]
    public async Task The_first_administrator_is_added_while_there_is_nobody()
    {
        var first = await office.FirstAsync();

        var person = await office.People.FindAsync(Office.Tenant, first.Person, Office.Stop);
        Assert.Equal([Role.Administrator], person!.Roles);
        await Office.RefusedAsync(ClinicRules.FirstAdministratorExists, () => office.Persons.AddFirstAsync(office.As(Actor.System), new AddFirstAdministrator("Eva", "eva", new Secret(Office.Password)), Office.Stop));
    }

    [Fact]
    public async Task Of_two_first_administrators_at_once_one_is_stored()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await office.Persons.AddFirstAsync(office.As(Actor.System), new AddFirstAdministrator("Alba", $"alba{i}", new Secret(Office.Password)), Office.Stop);
                return true;
            }
            catch (ClinicRuleException e) when (e.Code == ClinicRules.FirstAdministratorExists)
            {
                return false;
            }
        }, Office.Stop)));

        Assert.Single(tries, t => t);
        Assert.Single((await office.People.ListAsync(Office.Tenant, PageRequest.First, Office.Stop)).Items);
    }

    [Fact]
    public async Task A_person_is_added_with_roles_and_departments_that_exist()
    {
        var site = (await office.Sites.AddAsync(office.X(), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Office.Stop)).Id;
        var department = (await office.Sites.AddAsync(office.X(), new AddDepartment(site, "Farmacia"), Office.Stop)).Id;

        var added = await office.Persons.AddAsync(office.X(), new AddPerson("Ana", "ana", [Role.Nurse, Role.Nurse], [department]), Office.Stop);

        var person = await office.People.FindAsync(Office.Tenant, added.Person, Office.Stop);
        Assert.Equal([Role.Nurse], person!.Roles);
        Assert.Equal([department], person.Departments);
        await Office.RefusedAsync(ClinicRules.PlaceUnknown, () => office.Persons.AddAsync(office.X(), new AddPerson("Eva", "eva", [Role.Nurse], [new DepartmentId(Guid.CreateVersion7())]), Office.Stop));
    }

    [Fact]
    public async Task A_person_comes_with_a_password_or_not_at_all()
    {
        var added = await office.Persons.AddAsync(office.X(), new AddPerson("Ana", "ana", [Role.Nurse], [], new Secret(Office.Password)), Office.Stop);
        await Office.RefusedAsync(ClinicRules.SecretTooWeak, () => office.Persons.AddAsync(office.X(), new AddPerson("Eva", "eva", [Role.Nurse], [], new Secret("short")), Office.Stop));

        Assert.Equal(added.Person, (await office.SignIns.SignInAsync(Office.Tenant, "ana", new Secret(Office.Password), "station", "test", Office.Stop)).Person.Id);
        Assert.Null(await office.People.FindBySignInAsync(Office.Tenant, "eva", Office.Stop));
    }

    [Fact]
    public async Task No_person_is_a_job_or_nothing_at_all()
    {
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.AddAsync("ana", Role.System));
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.AddAsync("ana"));
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.AddAsync("ana", (Role)99));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("with\ttab")]
    [InlineData(" anamaria")]
    public async Task A_sign_in_name_that_is_none_is_refused_without_repeating_it(string name)
    {
        var refused = await Office.RefusedAsync(ClinicRules.Malformed, () => office.AddAsync(name, Role.Nurse));

        Assert.DoesNotContain(name.Trim(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_name_is_taken_without_regard_to_case()
    {
        await office.AddAsync("ana", Role.Nurse);

        await Office.RefusedAsync(ClinicRules.NameTaken, () => office.AddAsync("ANA", Role.Nurse));
    }

    [Theory]
    [InlineData(CredentialKind.Password, "short-1", ClinicRules.SecretTooWeak)]
    [InlineData(CredentialKind.Password, "aaaaaaaaaaaa", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "1234567890", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "0987654321", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "xx-ANAMARIA-7", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "Password12345", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "contraseña 2026", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Password, "una\tclave-larga", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "123", ClinicRules.SecretTooWeak)]
    [InlineData(CredentialKind.Pin, "1234567890123", ClinicRules.SecretTooWeak)]
    [InlineData(CredentialKind.Pin, "0000", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "1234", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "4321", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "7890", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "1212", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "12a4", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Pin, "٣٤٧٩", ClinicRules.SecretTooSimple)]
    [InlineData(CredentialKind.Badge, "B-1", ClinicRules.SecretTooWeak)]
    [InlineData(CredentialKind.Badge, "BADGE 0042", ClinicRules.SecretTooSimple)]
    public async Task A_secret_that_is_too_short_or_easy_is_refused_and_repeated_nowhere(CredentialKind kind, string secret, string code)
    {
        var person = (await office.AddAsync("anamaria", Role.Nurse)).Person;
        var command = new SetCredential(person, kind, new Secret(secret));

        var refused = await Office.RefusedAsync(code, () => office.Persons.SetAsync(office.X(), command, Office.Stop));

        Assert.Null(await office.Credentials.FindAsync(Office.Tenant, person, kind, Office.Stop));
        Assert.All([refused.Message, command.ToString(), .. (await office.AuditAsync()).Select(e => e.Note ?? "")], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CredentialKind.Password, "una-clave-larga-9")]
    [InlineData(CredentialKind.Password, "correcto caballo batería")]
    [InlineData(CredentialKind.Pin, "4829")]
    [InlineData(CredentialKind.Pin, "1235")]
    [InlineData(CredentialKind.Badge, "BADGE-0042")]
    public async Task A_good_secret_is_kept_as_a_hash_and_proves_the_person(CredentialKind kind, string secret)
    {
        var person = (await office.AddAsync("ana", Role.Nurse)).Person;

        var answer = await office.Persons.SetAsync(office.X(), new SetCredential(person, kind, new Secret(secret)), Office.Stop);

        var accepted = Assert.IsType<CredentialResult.Accepted>(await office.Verifier.VerifyAsync(Office.Tenant, person, kind, new Secret(secret), "station", Office.Stop));
        Assert.Equal(answer.Credential, accepted.CredentialId);
        Assert.All(await office.AuditAsync(), e => Assert.DoesNotContain(secret, e.Note ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_command_gives_the_same_answer_whatever_the_secret()
    {
        var person = (await office.AddAsync("ana", Role.Nurse)).Person;
        var x = office.X();

        var first = await office.Persons.SetAsync(x, new SetCredential(person, CredentialKind.Pin, new Secret("4829")), Office.Stop);
        var again = await office.Persons.SetAsync(x, new SetCredential(person, CredentialKind.Pin, new Secret("5938")), Office.Stop);

        Assert.Equal(first, again);
        Assert.IsType<CredentialResult.Accepted>(await office.Verifier.VerifyAsync(Office.Tenant, person, CredentialKind.Pin, new Secret("4829"), "station", Office.Stop));
    }

    [Fact]
    public async Task A_new_secret_and_an_unlock_end_a_lock()
    {
        var person = (await office.AddAsync("ana", Role.Nurse)).Person;
        await office.Persons.SetAsync(office.X(), new SetCredential(person, CredentialKind.Pin, new Secret("4829")), Office.Stop);
        await LockAsync(person);
        await office.Persons.UnlockAsync(office.X(), new UnlockPerson(person), Office.Stop);
        Assert.IsType<CredentialResult.Accepted>(await PinAsync(person, "4829"));

        await LockAsync(person);
        await office.Persons.SetAsync(office.X(), new SetCredential(person, CredentialKind.Pin, new Secret("5938")), Office.Stop);

        Assert.IsType<CredentialResult.Accepted>(await PinAsync(person, "5938"));
    }

    [Fact]
    public async Task A_retired_person_gets_no_credential_and_no_rights()
    {
        var ana = await office.AddAsync("ana", Role.Nurse);
        await office.Persons.RetireAsync(office.X(), new RetirePerson(ana.Person, ana.Version), Office.Stop);

        await Office.RefusedAsync(ClinicRules.PersonUnknown, () => office.Persons.SetAsync(office.X(), new SetCredential(ana.Person, CredentialKind.Pin, new Secret("4829")), Office.Stop));
        await Office.RefusedAsync(ClinicRules.PersonUnknown, () => office.Persons.ChangeRightsAsync(office.X(), new ChangePersonRights(ana.Person, 2, [Role.Nurse], []), Office.Stop));
        Assert.True((await office.People.FindAsync(Office.Tenant, ana.Person, Office.Stop))!.IsRetired);
    }

    [Fact]
    public async Task A_change_on_an_old_version_is_a_conflict()
    {
        var ana = await office.AddAsync("ana", Role.Nurse);
        await office.Persons.ChangeRightsAsync(office.X(), new ChangePersonRights(ana.Person, ana.Version, [Role.Supervisor], []), Office.Stop);

        var refused = await Office.RefusedAsync(ClinicRules.StaleVersion, () => office.Persons.RetireAsync(office.X(), new RetirePerson(ana.Person, ana.Version), Office.Stop));

        Assert.Equal(RuleKind.Conflict, refused.Kind);
    }

    [Fact]
    public async Task The_clinic_always_keeps_an_administrator()
    {
        var first = await office.FirstAsync();
        await Office.RefusedAsync(ClinicRules.LastAdministrator, () => office.Persons.RetireAsync(office.X(), new RetirePerson(first.Person, 1), Office.Stop));
        await Office.RefusedAsync(ClinicRules.LastAdministrator, () => office.Persons.ChangeRightsAsync(office.X(), new ChangePersonRights(first.Person, 1, [Role.Nurse], []), Office.Stop));

        var second = await office.AddAsync("bea", Role.Administrator);
        await office.Persons.RetireAsync(office.X(), new RetirePerson(first.Person, 1), Office.Stop);

        await Office.RefusedAsync(ClinicRules.LastAdministrator, () => office.Persons.RetireAsync(office.X(), new RetirePerson(second.Person, 1), Office.Stop));
    }

    [Fact]
    public async Task Two_administrators_who_retire_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 20; round++)
        {
            var clinic = new Office();
            var (a, b) = (await clinic.AddAsync("alba", Role.Administrator), await clinic.AddAsync("bea", Role.Administrator));

            await Task.WhenAll(new[] { a, b }.Select(p => Task.Run(async () =>
            {
                try
                {
                    await clinic.Persons.RetireAsync(clinic.X(), new RetirePerson(p.Person, p.Version), Office.Stop);
                }
                catch (ClinicRuleException e) when (e.Code == ClinicRules.LastAdministrator)
                {
                    // The other one was faster.
                }
            }, Office.Stop)));

            Assert.Single((await clinic.People.ListAsync(Office.Tenant, PageRequest.First, Office.Stop)).Items, p => !p.IsRetired);
        }
    }

    [Fact]
    public async Task Nobody_but_an_administrator_touches_people()
    {
        var ana = await office.AddAsync("ana", Role.Nurse);

        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Persons.AddAsync(office.X(Role.Supervisor), new AddPerson("Eva", "eva", [Role.Nurse], []), Office.Stop));
        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Persons.SetAsync(office.X(Role.Pharmacist), new SetCredential(ana.Person, CredentialKind.Pin, new Secret("4829")), Office.Stop));
        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Persons.UnlockAsync(office.X(Role.Auditor), new UnlockPerson(ana.Person), Office.Stop));
        await Office.RefusedAsync(ClinicRules.RoleMissing, () => office.Persons.RetireAsync(office.X(Role.Physician), new RetirePerson(ana.Person, 1), Office.Stop));
    }

    [Fact]
    public async Task One_changes_the_own_password_with_the_present_one_and_attempts_count()
    {
        var ana = await office.AddAsync("ana", Role.Nurse);
        await office.Persons.SetAsync(office.X(), new SetCredential(ana.Person, CredentialKind.Password, new Secret(Office.Password)), Office.Stop);
        var me = new Actor(ana.Person, [Role.Nurse], []);

        await office.Persons.ChangeOwnAsync(office.As(me), Own(Office.Password, "otra-clave-larga-7"), Office.Stop);
        await Office.RefusedAsync(ClinicRules.CredentialRefused, () => office.Persons.ChangeOwnAsync(office.As(me), Own(Office.Password, "tercera-clave-8"), Office.Stop));
        await Office.RefusedAsync(ClinicRules.Malformed, () => office.Persons.ChangeOwnAsync(office.As(me), Own("otra-clave-larga-7", "BADGE-0042", CredentialKind.Badge), Office.Stop));
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<ClinicRuleException>(() => office.Persons.ChangeOwnAsync(office.As(me), Own("wrong wrong", "tercera-clave-8"), Office.Stop));

        await Office.RefusedAsync(ClinicRules.CredentialLocked, () => office.Persons.ChangeOwnAsync(office.As(me), Own("otra-clave-larga-7", "tercera-clave-8"), Office.Stop));
    }

    private static ChangeOwnSecret Own(string present, string next, CredentialKind kind = CredentialKind.Password) => new(kind, new Secret(present), new Secret(next), "station");

    private async Task LockAsync(PersonId person)
    {
        for (var i = 0; i < 6; i++) await PinAsync(person, "0001");
        Assert.IsType<CredentialResult.Locked>(await PinAsync(person, "4829"));
        // The device is not what is locked here.
        await office.Credentials.ClearAttemptsAsync(Office.Tenant, CredentialVerifier.DeviceSubject("station"), Office.Stop);
    }

    private Task<CredentialResult> PinAsync(PersonId person, string pin) =>
        office.Verifier.VerifyAsync(Office.Tenant, person, CredentialKind.Pin, new Secret(pin), "station", Office.Stop);
}
