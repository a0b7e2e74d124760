using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Kit;

/// <summary>A fresh clinic in memory, at nine in the morning, with a price and a patient.</summary>
internal sealed class Reception : ITariffSource, ICredentialVerifier
{
    public const string Pin = "4711";

    private readonly ServiceProvider services;
    private readonly Dictionary<Role, Person> people = [];

    private Reception(Action<EmergencyBillingOptions>? configure, bool storedTariffs, IOtherCharges? others, IStayInvoiceIssuer? issuer)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        if (!storedTariffs) collection.AddSingleton<ITariffSource>(this);
        if (others is not null) collection.AddSingleton(others);
        if (issuer is not null) collection.AddSingleton(issuer);
        collection.AddSingleton<ICredentialVerifier>(this);
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        collection.AddClinicEmergencyBilling(configure).UseInMemory();
        services = collection.BuildServiceProvider();
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeClock Clock { get; } = new(AStay.Nine);

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public Site Site { get; private set; } = null!;

    public Department Department { get; private set; } = null!;

    public PatientId Patient { get; private set; }

    public TariffBook Book { get; set; } = Prices.Book(Prices.Terms(Prices.Hourly(60m)));

    public StayReception Desk => Get<StayReception>();

    public StayCorrections Corrections => Get<StayCorrections>();

    public StayInquiries Inquiries => Get<StayInquiries>();

    public Action? OnPrices { get; set; }

    public Func<Task>? BeforeProof { get; set; }

    public int Proofs { get; private set; }

    public static async Task<Reception> OpenAsync(
        Action<EmergencyBillingOptions>? configure = null, string zone = "America/Guayaquil", bool storedTariffs = false, IOtherCharges? others = null,
        IStayInvoiceIssuer? issuer = null)
    {
        var world = new Reception(configure, storedTariffs, others, issuer);
        world.Site = new(world.New<SiteId>(), "Matriz", DateTimeZoneProviders.Tzdb[zone], Currency.Of("USD"));
        world.Department = new(world.New<DepartmentId>(), world.Site.Id, "Emergencia");
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
            world.people[role] = new(world.New<PersonId>(), $"{role}", $"{role}".ToLowerInvariant(), new HashSet<Role> { role }, new HashSet<DepartmentId>(), false, 1);
        await world.CommitAsync(unit =>
        {
            world.Get<ISiteStore>().Save(unit, world.Site);
            world.Get<ISiteStore>().Save(unit, world.Department);
            foreach (var person in world.people.Values) world.Get<IPersonStore>().Add(unit, person);
        });
        world.Patient = await world.PatientAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public TId New<TId>()
        where TId : struct, IClinicId<TId> => Get<IIdGenerator>().Next<TId>();

    public PersonId PersonOf(Role role) => people[role].Id;

    public CommandContext As(Role role = Role.Reception, CommandId? command = null) =>
        new(Tenant, Site.Id, role == Role.System ? Actor.System : people[role].AsActor(), "test", command ?? New<CommandId>());

    public ApproverProof Approver(Role role = Role.Supervisor, string pin = Pin) => new(PersonOf(role), CredentialKind.Pin, new Secret(pin));

    public async Task<PatientId> PatientAsync()
    {
        var patient = New<PatientId>();
        await CommitAsync(unit => Get<IPatientStore>().Add(unit, new(patient, "Ñusta Páez", null, null, null, [], 1)));
        return patient;
    }

    public async Task<StayId> RegisteredAsync(PatientId? patient = null) =>
        (await Desk.RegisterAsync(As(), new() { Patient = patient ?? Patient, Department = Department.Id }, Ct)).Stay;

    public async Task<StayId> RunningAsync(PatientId? patient = null)
    {
        var stay = await RegisteredAsync(patient);
        await Desk.StartAsync(As(), new() { Stay = stay }, Ct);
        return stay;
    }

    /// <summary>Closed after an hour, and now.</summary>
    public async Task<StayId> ClosedAsync(PatientId? patient = null)
    {
        var stay = await RunningAsync(patient);
        Clock.AdvanceMinutes(60);
        await Desk.CloseAsync(As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        return stay;
    }

    public async Task<EmergencyStay> FindAsync(StayId stay) => (await Inquiries.FindAsync(As(Role.Auditor), stay, Ct))!;

    /// <summary>Refused with exactly these codes, and nothing of the stay changed.</summary>
    public async Task<EmergencyBillingException> RefusedAsync(StayId stay, Func<Task> act, params string[] codes)
    {
        var before = (await FindAsync(stay)).ToSnapshot();
        var events = await EventsAsync();
        var e = await Assert.ThrowsAsync<EmergencyBillingException>(act);
        Assert.Equal(codes.Order(), e.Failures.Select(f => f.Code).Order());
        Assert.Equal(before, (await FindAsync(stay)).ToSnapshot());
        Assert.Equal(events.Count, (await EventsAsync()).Count);
        return e;
    }

    public Task<IReadOnlyList<OutboxEvent>> EventsAsync() => Get<IOutbox>().LeaseAsync(Tenant, Clock.Now + Duration.FromDays(400), Clock.Now, 1000, Ct);

    public Task CommitAsync(Action<IUnit> stage) => Get<IUnitOfWork>().RunAsync(
        new(Tenant, New<SiteId>(), Actor.System, "test", New<CommandId>()), new Setup(), (unit, _) =>
        {
            stage(unit);
            unit.Audit("test.set-up", new("test", Guid.CreateVersion7()));
            return Task.FromResult(1);
        }, Ct);

    Task<TariffsInForce> ITariffSource.ReadAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken)
    {
        OnPrices?.Invoke();
        return Task.FromResult(new TariffsInForce(Book, null, []));
    }

    async Task<CredentialResult> ICredentialVerifier.VerifyAsync(TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken)
    {
        Proofs++;
        if (BeforeProof is { } act) await act();
        return secret.Reveal() switch
        {
            Pin => new CredentialResult.Accepted(person, kind, Guid.CreateVersion7(), Clock.Now, device),
            "locked" => new CredentialResult.Locked(Clock.Now + Duration.FromMinutes(5)),
            _ => new CredentialResult.Refused(),
        };
    }

    Task<CredentialResult> ICredentialVerifier.IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken)
    {
        Proofs++;
        return Task.FromResult<CredentialResult>(new CredentialResult.Accepted(PersonOf(Enum.Parse<Role>(badge.Reveal())), CredentialKind.Badge, Guid.CreateVersion7(), Clock.Now, device));
    }

    private sealed record Setup : ICommand<int>
    {
        public string Name => "test.set-up";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "");
    }
}
