namespace Clinic.Abstractions.Administration;

/// <summary>Adds people, changes their rights, and gives out passwords, PINs and badges. Role: administrator.</summary>
/// <remarks>The clinic always keeps an administrator who is not retired. No secret enters a payload, audit or message.</remarks>
public sealed class PeopleAdministration(
    IUnitOfWork work, IPersonStore people, ISiteDirectory sites, ICredentialStore credentials, ICredentialVerifier verifier, IIdGenerator ids, CredentialOptions options,
    PayloadKeyRing keys)
{
    /// <summary>Adds a person.</summary>
    /// <exception cref="ClinicRuleException">The role is missing, a field is malformed or the sign-in name is taken.</exception>
    public Task<PersonAnswer> AddAsync(CommandContext x, AddPerson command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Adds the first administrator with a password; no role is needed, since there is nobody yet.</summary>
    /// <exception cref="ClinicRuleException">There is somebody already, or a field or the password breaks a rule.</exception>
    public Task<PersonAnswer> AddFirstAsync(CommandContext x, AddFirstAdministrator command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives a person other roles and departments.</summary>
    /// <exception cref="ClinicRuleException">The person is unknown, was changed since, or the last administrator would go.</exception>
    public Task<PersonAnswer> ChangeRightsAsync(CommandContext x, ChangePersonRights command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Retires a person.</summary>
    /// <exception cref="ClinicRuleException">The person is unknown, was changed since, or is the last administrator.</exception>
    public Task<PersonAnswer> RetireAsync(CommandContext x, RetirePerson command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Sets a password, PIN or badge; ends a lock of that kind.</summary>
    /// <remarks>A badge is held by one person; that of a retired person may be given to another.</remarks>
    /// <exception cref="ClinicRuleException">The person is unknown or retired, the secret breaks a rule, or somebody else holds the badge.</exception>
    public async Task<CredentialAnswer> SetAsync(CommandContext x, SetCredential command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var answer = await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        await ClearAsync(x.Tenant, command.Person, command.Kind).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Changes one's own password or PIN; the present password is checked first, and failures count.</summary>
    /// <exception cref="ClinicRuleException">The present password is wrong or locked, or the new secret breaks a rule.</exception>
    public async Task<CredentialAnswer> ChangeOwnAsync(CommandContext x, ChangeOwnSecret command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        CredentialResult? proof = null;
        return await work.RunAsync(x, command, async (unit, ct) =>
        {
            // Once per call, not per attempt of the commit: every check counts against the limit.
            proof ??= await verifier.VerifyAsync(x.Tenant, x.Actor.Person, CredentialKind.Password, command.Password, command.Device, ct).ConfigureAwait(false);
            return await StageAsync(unit, command, proof, ct).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the locks of a person.</summary>
    /// <exception cref="ClinicRuleException">The person is unknown or retired, or the role is missing.</exception>
    public async Task<PersonAnswer> UnlockAsync(CommandContext x, UnlockPerson command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var answer = await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        foreach (var kind in Enum.GetValues<CredentialKind>()) await ClearAsync(x.Tenant, command.Person, kind).ConfigureAwait(false);
        return answer;
    }

    private async Task<PersonAnswer> StageAsync(IUnit unit, AddPerson command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        await NamesAsync(unit, check, command.PersonName, command.SignInName, ct).ConfigureAwait(false);
        await RightsAsync(unit, check, command.Roles, command.Departments, ct).ConfigureAwait(false);
        if (command.Password is { } typed) check.Add(SecretRules.WhyNot(CredentialKind.Password, typed, command.SignInName ?? "", options));
        check.ThrowIfAny();
        var person = new Person(ids.Next<PersonId>(), command.PersonName, command.SignInName!, command.Roles.ToHashSet(), command.Departments.ToHashSet(), IsRetired: false, Version: 1);
        people.Add(unit, person);
        if (command.Password is { } password) credentials.Save(unit, Hash(unit, person.Id, CredentialKind.Password, password));
        unit.Audit("person.added", ClinicFacts.Person(person.Id), PersonRights.Note(person.Roles));
        return new(person.Id, person.Version);
    }

    private async Task<PersonAnswer> StageAsync(IUnit unit, AddFirstAdministrator command, CancellationToken ct)
    {
        var check = new AdministrationCheck();
        var anybody = await people.ListAsync(unit.Context.Tenant, new PageRequest(1), ct).ConfigureAwait(false);
        check.Require(anybody.Items.Count == 0, ClinicRules.FirstAdministratorExists);
        check.ThrowIfAny();
        await NamesAsync(unit, check, command.PersonName, command.SignInName, ct).ConfigureAwait(false);
        check.Add(SecretRules.WhyNot(CredentialKind.Password, command.Password, command.SignInName ?? "", options));
        check.ThrowIfAny();
        // One id per clinic, so that of two first administrators at once only one can be stored.
        var id = DerivedIds.Person($"first administrator of {unit.Context.Tenant}");
        var person = new Person(id, command.PersonName, command.SignInName!, new HashSet<Role> { Role.Administrator }, new HashSet<DepartmentId>(), IsRetired: false, Version: 1);
        people.Add(unit, person);
        credentials.Save(unit, Hash(unit, person.Id, CredentialKind.Password, command.Password));
        unit.Audit("person.added", ClinicFacts.Person(person.Id), "first administrator");
        return new(person.Id, person.Version);
    }

    private async Task<PersonAnswer> StageAsync(IUnit unit, ChangePersonRights command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var person = await LoadAsync(unit, command.Person, ct).ConfigureAwait(false);
        check.SameVersion("person", command.Version, person.Version);
        await RightsAsync(unit, check, command.Roles, command.Departments, ct).ConfigureAwait(false);
        if (!command.Roles.Contains(Role.Administrator)) await KeepAdministratorAsync(unit, check, person, ct).ConfigureAwait(false);
        check.ThrowIfAny();
        var changed = person with { Roles = command.Roles.ToHashSet(), Departments = command.Departments.ToHashSet() };
        return Save(unit, changed, "person.rights-changed", $"{PersonRights.Note(person.Roles)} to {PersonRights.Note(changed.Roles)}");
    }

    private async Task<PersonAnswer> StageAsync(IUnit unit, RetirePerson command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var person = await LoadAsync(unit, command.Person, ct).ConfigureAwait(false);
        check.SameVersion("person", command.Version, person.Version);
        await KeepAdministratorAsync(unit, check, person, ct).ConfigureAwait(false);
        check.ThrowIfAny();
        return Save(unit, person with { IsRetired = true }, "person.retired", null);
    }

    private async Task<PersonAnswer> StageAsync(IUnit unit, UnlockPerson command, CancellationToken ct)
    {
        AdministrationCheck.Of(unit, command.Name);
        var person = await LoadAsync(unit, command.Person, ct).ConfigureAwait(false);
        unit.Audit("person.unlocked", ClinicFacts.Person(person.Id));
        return new(person.Id, person.Version);
    }

    private async Task<CredentialAnswer> StageAsync(IUnit unit, SetCredential command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var person = await LoadAsync(unit, command.Person, ct).ConfigureAwait(false);
        check.Add(SecretRules.WhyNot(command.Kind, command.Secret, person.SignInName, options));
        check.ThrowIfAny();
        if (command.Kind == CredentialKind.Badge) await FreeBadgeAsync(unit, person, command.Secret, ct).ConfigureAwait(false);
        return Save(unit, person, command.Kind, command.Secret, "credential.set");
    }

    private async Task<CredentialAnswer> StageAsync(IUnit unit, ChangeOwnSecret command, CredentialResult proof, CancellationToken ct)
    {
        if (proof is CredentialResult.Locked locked) throw new ClinicRuleException(ClinicRules.CredentialLocked, ("kind", "password"), ("until", locked.Until));
        if (proof is not CredentialResult.Accepted) throw new ClinicRuleException(ClinicRules.CredentialRefused, ("kind", "password"));
        var check = new AdministrationCheck();
        var person = await LoadAsync(unit, unit.Context.Actor.Person, ct).ConfigureAwait(false);
        check.Require(command.Kind != CredentialKind.Badge, ClinicRules.Malformed, ("field", "kind"), ("found", "badge"), ("allowed", "password, pin"));
        if (!check.Any) check.Add(SecretRules.WhyNot(command.Kind, command.Secret, person.SignInName, options));
        check.ThrowIfAny();
        return Save(unit, person, command.Kind, command.Secret, "credential.changed-by-owner");
    }

    private async Task NamesAsync(IUnit unit, AdministrationCheck check, string name, string signInName, CancellationToken ct)
    {
        check.Text("name", name, 1, AdministrationCheck.LongestName);
        check.Text("signInName", signInName, 3, 60);
        if (check.Any) return;
        var taken = await people.FindBySignInAsync(unit.Context.Tenant, signInName, ct).ConfigureAwait(false);
        check.Require(taken is null, ClinicRules.NameTaken, ("kind", "sign-in name"));
    }

    private async Task RightsAsync(IUnit unit, AdministrationCheck check, IReadOnlyList<Role> roles, IReadOnlyList<DepartmentId> departments, CancellationToken ct)
    {
        var human = Enum.GetValues<Role>().Where(r => r != Role.System).ToHashSet();
        check.Require(roles.Count > 0 && roles.All(human.Contains), ClinicRules.Malformed,
            ("field", "roles"), ("found", roles.Count == 0 ? "nothing" : string.Join(", ", roles)), ("allowed", $"at least one of {string.Join(", ", human)}"));
        var known = new HashSet<DepartmentId>();
        foreach (var site in await sites.SitesAsync(unit.Context.Tenant, ct).ConfigureAwait(false))
            known.UnionWith((await sites.DepartmentsAsync(unit.Context.Tenant, site.Id, ct).ConfigureAwait(false)).Select(d => d.Id));
        foreach (var department in departments.Distinct().Where(d => !known.Contains(d)))
            check.Require(false, ClinicRules.PlaceUnknown, ("kind", "department"), ("id", department));
    }

    // Two administrators who retire each other at once: each commit requires the other unchanged, so one of them loses.
    private async Task KeepAdministratorAsync(IUnit unit, AdministrationCheck check, Person leaving, CancellationToken ct)
    {
        if (!leaving.Roles.Contains(Role.Administrator)) return;
        string? after = null;
        do
        {
            var page = await people.ListAsync(unit.Context.Tenant, new PageRequest(PageRequest.LargestSize, after), ct).ConfigureAwait(false);
            if (page.Items.FirstOrDefault(p => p.Id != leaving.Id && !p.IsRetired && p.Roles.Contains(Role.Administrator)) is { } other)
            {
                unit.Require(ClinicFacts.Person(other.Id), other.Version);
                return;
            }

            after = page.Next;
        }
        while (after is not null);
        check.Require(false, ClinicRules.LastAdministrator);
    }

    private async Task<Person> LoadAsync(IUnit unit, PersonId id, CancellationToken ct) =>
        await people.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false) is { IsRetired: false } person
            ? person
            : throw new ClinicRuleException(ClinicRules.PersonUnknown, ("person", id));

    // Who holds the badge is nobody's business but the clinic's, so the refusal names no one.
    private async Task FreeBadgeAsync(IUnit unit, Person person, Secret badge, CancellationToken ct)
    {
        var held = await credentials.FindBadgeAsync(unit.Context.Tenant, BadgeLookups.Of(unit.Context.Tenant, badge, keys), ct).ConfigureAwait(false);
        if (held is null || held.Person == person.Id) return;
        if (await people.FindAsync(unit.Context.Tenant, held.Person, ct).ConfigureAwait(false) is not { IsRetired: true } holder)
            throw new ClinicRuleException(ClinicRules.NameTaken, ("kind", SecretRules.Name(CredentialKind.Badge)));
        unit.Require(ClinicFacts.Person(holder.Id), holder.Version);
        credentials.ReleaseBadge(unit, holder.Id);
        unit.Audit("credential.released", ClinicFacts.Person(holder.Id), SecretRules.Name(CredentialKind.Badge));
    }

    private PersonAnswer Save(IUnit unit, Person changed, string action, string? note)
    {
        var next = changed with { Version = changed.Version + 1 };
        people.Save(unit, next);
        unit.Audit(action, ClinicFacts.Person(next.Id), note);
        return new(next.Id, next.Version);
    }

    private CredentialAnswer Save(IUnit unit, Person person, CredentialKind kind, Secret secret, string action)
    {
        var credential = Hash(unit, person.Id, kind, secret);
        // Nobody may be retired between the look at them and the new secret.
        unit.Require(ClinicFacts.Person(person.Id), person.Version);
        credentials.Save(unit, credential);
        unit.Audit(action, ClinicFacts.Person(person.Id), SecretRules.Name(kind));
        return new(person.Id, kind, credential.Id);
    }

    private Credential Hash(IUnit unit, PersonId person, CredentialKind kind, Secret secret) =>
        CredentialHasher.Make(
            ids.Next(), person, kind, secret, options.Iterations, unit.Now,
            kind == CredentialKind.Badge ? BadgeLookups.Of(unit.Context.Tenant, secret, keys) : null);

    private Task ClearAsync(TenantId tenant, PersonId person, CredentialKind kind) =>
        credentials.ClearAttemptsAsync(tenant, CredentialVerifier.PersonSubject(person, kind), CancellationToken.None);
}
