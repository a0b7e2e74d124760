using Clinic.Abstractions.Administration;
using Clinic.Abstractions.InMemory;
using NodaTime;

namespace Clinic.Abstractions.Tests.Administration;

/// <summary>The administration of one clinic in memory, with a clock that moves only when told.</summary>
public sealed class Office : IClock
{
    public const string Password = "una-clave-larga-9";

    private readonly InMemoryCoordinator coordinator;

    public Office()
    {
        Ids = new UuidV7Generator(this);
        coordinator = new(Ids);
        var keys = PayloadKeyRing.Random();
        var work = new UnitOfWork(coordinator, keys, this, Ids);
        var places = new InMemorySiteStore(coordinator);
        var options = new CredentialOptions { Iterations = 1000 };
        People = new InMemoryPersonStore(coordinator);
        Credentials = new InMemoryCredentialStore(coordinator);
        Verifier = new CredentialVerifier(Credentials, People, keys, this, options);
        Places = places;
        Sites = new(work, places, Ids);
        Persons = new(work, People, places, Credentials, Verifier, Ids, options, keys);
        SignIns = new(work, People, Verifier, Credentials, Ids);
        PatientStore = new InMemoryPatientStore(coordinator);
        Patients = new(work, PatientStore, Ids);
        PatientInquiries = new(work, PatientStore, Ids);
    }

    public static TenantId Tenant { get; } = TenantId.Parse("0190f0c0-0000-7000-8000-0000000000aa");

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 15, 0);

    public IIdGenerator Ids { get; }

    public IPersonStore People { get; }

    public ICredentialStore Credentials { get; }

    public ICredentialVerifier Verifier { get; }

    public ISiteDirectory Places { get; }

    public SiteAdministration Sites { get; }

    public PeopleAdministration Persons { get; }

    public SignIns SignIns { get; }

    public IPatientStore PatientStore { get; }

    public PatientAdministration Patients { get; }

    public PatientInquiries PatientInquiries { get; }

    public Instant GetCurrentInstant() => Now;

    public CommandContext X(params Role[] roles) => As(new Actor(Ids.Next<PersonId>(), roles.Length == 0 ? [Role.Administrator] : roles, []));

    public CommandContext As(Actor actor) => new(Tenant, new SiteId(Tenant.Value), actor, "test", Ids.Next<CommandId>());

    public Task<PersonAnswer> FirstAsync() => Persons.AddFirstAsync(As(Actor.System), new AddFirstAdministrator("Alba", "alba", new Secret(Password)), Stop);

    public Task<PersonAnswer> AddAsync(string signIn, params Role[] roles) => Persons.AddAsync(X(), new AddPerson("Ana Arias", signIn, roles, []), Stop);

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() => (await coordinator.ListAsync(Tenant, new AuditQuery(), new PageRequest(500), Stop)).Items;

    public static async Task<ClinicRuleException> RefusedAsync(string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<ClinicRuleException>(act);
        Assert.Contains(code, refused.Failures.Select(f => f.Code));
        return refused;
    }
}
