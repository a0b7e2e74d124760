namespace Clinic.Abstractions.Administration;

/// <summary>Signs people in by password; every acceptance and refusal is in the audit.</summary>
/// <remarks>Unknown names cost as much time and lock like known ones, so that nobody learns which exist.</remarks>
public sealed class SignIns(
    IUnitOfWork work, IPersonDirectory people, ICredentialVerifier verifier, ICredentialStore credentials, IIdGenerator ids)
{
    /// <summary>Checks a sign-in name and password at a device.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="signInName">The name as typed.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="device">Where it was typed, 1 to 100 characters; attempts are counted there too.</param>
    /// <param name="source">Where the request came from, such as <c>api</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">Name or password are wrong, the person is retired, or attempts are locked.</exception>
    public Task<SignedIn> SignInAsync(
        TenantId tenant, string signInName, Secret password, string device, string source, CancellationToken cancellationToken = default) =>
        SignInAsync(tenant, signInName, password, device, source, request: null, cancellationToken);

    /// <summary>Checks a sign-in name and password that came with a request.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="signInName">The name as typed.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="device">Where it was typed, 1 to 100 characters; attempts are counted there too.</param>
    /// <param name="source">Where the request came from, such as <c>api</c>.</param>
    /// <param name="request">The request, for the audit.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ClinicRuleException">Name or password are wrong, the person is retired, or attempts are locked.</exception>
    public async Task<SignedIn> SignInAsync(
        TenantId tenant, string signInName, Secret password, string device, string source, RequestScope? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        ArgumentNullException.ThrowIfNull(password);
        var person = await people.FindBySignInAsync(tenant, signInName, cancellationToken).ConfigureAwait(false);
        var id = person?.Id ?? DerivedIds.Person($"nobody {tenant} {SignInNames.Normalize(signInName)}");
        var proof = await verifier.VerifyAsync(tenant, id, CredentialKind.Password, password, device, cancellationToken).ConfigureAwait(false);
        var actor = person?.AsActor() ?? new Actor(id, [], []);
        var x = new CommandContext(tenant, new SiteId(tenant.Value), actor, source, ids.Next<CommandId>()) { Request = request };
        var answer = await work.RunAsync(x, new SignInAttempt(), (unit, _) => Task.FromResult(Judge(unit, person, proof)), cancellationToken).ConfigureAwait(false);
        return new(person!, answer.Credential);
    }

    /// <summary>Whether a session begun under a credential still stands: the person acts, and the password is the same.</summary>
    /// <returns>The person with the rights held now, or null.</returns>
    public async Task<Person?> RecheckAsync(TenantId tenant, PersonId person, Guid credential, CancellationToken cancellationToken = default)
    {
        var found = await people.FindAsync(tenant, person, cancellationToken).ConfigureAwait(false);
        if (found is null or { IsRetired: true }) return null;
        var now = await credentials.FindAsync(tenant, person, CredentialKind.Password, cancellationToken).ConfigureAwait(false);
        return now?.Id == credential ? found : null;
    }

    private static CredentialAnswer Judge(IUnit unit, Person? person, CredentialResult proof)
    {
        if (proof is CredentialResult.Locked locked) throw new ClinicRuleException(ClinicRules.CredentialLocked, ("kind", "password"), ("until", locked.Until));
        if (person is null or { IsRetired: true } || proof is not CredentialResult.Accepted accepted)
            throw new ClinicRuleException(ClinicRules.CredentialRefused, ("kind", "password"));
        unit.Audit("person.signed-in", ClinicFacts.Person(person.Id));
        return new(person.Id, CredentialKind.Password, accepted.CredentialId);
    }

    private sealed record SignInAttempt : AdministrationCommand<CredentialAnswer>
    {
        public override string Name => "clinic.sign-in";

        public override void Describe(IPayloadWriter payload) => payload.Write("kind", "password");
    }
}
