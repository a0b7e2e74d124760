using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Testing.Stays;

/// <summary>A clinic with an emergency department, on whatever storage the services have.</summary>
public sealed class StayWorld
{
    /// <summary>When every history begins: an hour before midnight at the site.</summary>
    public static readonly Instant Begin = Instant.FromUtc(2026, 3, 10, 4, 0);

    private readonly Dictionary<Role, Person> people = [];

    private StayWorld(IServiceProvider services, FakeClock clock) => (Services, Clock) = (services, clock);

    /// <summary>The services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The clock.</summary>
    public FakeClock Clock { get; }

    /// <summary>The clinic.</summary>
    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    /// <summary>The site.</summary>
    public Site Site { get; private set; } = null!;

    /// <summary>The patients.</summary>
    public IReadOnlyList<PatientId> Patients { get; private set; } = [];

    /// <summary>The tariff of everybody.</summary>
    public TariffId Tariff { get; private set; }

    /// <summary>What the services need beside a storage, registered before it.</summary>
    public static void Register(IServiceCollection services, FakeClock clock)
    {
        services.AddSingleton<IClock>(clock);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddSingleton<ICredentialVerifier, Believing>();
        services.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(1) });
    }

    /// <summary>Opens the clinic: a site, people of every role, four patients, a price.</summary>
    public static async Task<StayWorld> OpenAsync(IServiceProvider services, FakeClock clock, CancellationToken ct)
    {
        var world = new StayWorld(services, clock);
        world.Site = new(world.New<SiteId>(), "Matriz", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
            world.people[role] = new(world.New<PersonId>(), $"{role}", $"{role}".ToLowerInvariant(), new HashSet<Role> { role }, new HashSet<DepartmentId>(), false, 1);
        world.Patients = [.. Enumerable.Range(0, 4).Select(_ => world.New<PatientId>())];
        await world.Get<IUnitOfWork>().RunAsync(new(world.Tenant, world.Site.Id, Actor.System, "test", world.New<CommandId>()), new SetUp(), (unit, _) =>
        {
            world.Get<ISiteStore>().Save(unit, world.Site);
            foreach (var person in world.people.Values) world.Get<IPersonStore>().Add(unit, person);
            foreach (var patient in world.Patients) world.Get<IPatientStore>().Add(unit, new(patient, "Ñusta Páez", null, null, null, [], 1));
            unit.Audit("test.set-up", new("test", Guid.CreateVersion7()));
            return Task.FromResult(1);
        }, ct).ConfigureAwait(false);
        var created = await world.Get<TariffDesk>().CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "apertura"), ct).ConfigureAwait(false);
        world.Tariff = created.Tariff;
        await world.PriceAsync(60m, corrects: false, ct).ConfigureAwait(false);
        return world;
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A new id.</summary>
    public TId New<TId>()
        where TId : struct, IClinicId<TId> => Get<IIdGenerator>().Next<TId>();

    /// <summary>Somebody of a role, with a command of their own.</summary>
    public CommandContext As(Role role) => new(Tenant, Site.Id, people[role].AsActor(), "test", New<CommandId>());

    /// <summary>The second person.</summary>
    public ApproverProof Approver() => new(people[Role.Supervisor].Id, CredentialKind.Pin, new Secret("4711"));

    /// <summary>Publishes prices that hold from now on, or in the place of those in force: by the quarter, dearer at night, taxed, shared with payers, capped.</summary>
    public async Task PriceAsync(decimal perHour, bool corrects, CancellationToken ct)
    {
        var desk = Get<TariffDesk>();
        var tariff = await Get<TariffInquiries>().FindAsync(As(Role.Supervisor), Tariff, ct).ConfigureAwait(false);
        var terms = new TariffTerms
        {
            Metering = new() { Block = BlockRounding.Up(Duration.FromMinutes(15)) },
            Components =
            [
                new LinearPrice("NOCHE", "Hora nocturna", "IVA15", perHour * 1.5m) { Restriction = new() { Bands = [new(new(22, 0), new(6, 0))] } },
                new LinearPrice("HORA", "Hora", "IVA15", perHour),
            ],
            Taxes = [new("IVA15", TaxCategory.Standard, 15m)],
            Caps = [Cap.PerStay(500m)],
            Split = new(5m, 80m, null),
        };
        var from = Instant.FromUnixTimeSeconds(Clock.Now.ToUnixTimeSeconds());
        var drafted = await desk.DraftAsync(As(Role.Supervisor), new(Tariff, tariff.Version, terms, from, "acuerdo", Replaces: corrects ? tariff.Versions.Last(v => v.Status == TariffStatus.Published).Number : null), ct).ConfigureAwait(false);
        await desk.PublishAsync(As(Role.Administrator), new(Tariff, drafted.Version, drafted.Number!.Value, "revisada"), ct).ConfigureAwait(false);
    }

    private sealed record SetUp : ICommand<int>
    {
        public string Name => "test.set-up";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "");
    }

    private sealed class Believing(IClock clock) : ICredentialVerifier
    {
        public Task<CredentialResult> VerifyAsync(TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken) =>
            Task.FromResult<CredentialResult>(new CredentialResult.Accepted(person, kind, Guid.CreateVersion7(), clock.GetCurrentInstant(), device));

        public Task<CredentialResult> IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken) =>
            Task.FromResult<CredentialResult>(new CredentialResult.Refused());
    }
}
