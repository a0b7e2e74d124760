using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Testing.Histories;

/// <summary>A clinic on any storage, in a tenant of its own: one site, two stores, quarantine, transit, three presentations.</summary>
/// <param name="services">A provider with the pharmacy, a storage, and the clock as <see cref="IClock"/>.</param>
/// <param name="clock">The clock of the provider; it only goes forward.</param>
/// <param name="tenant">The tenant; a fresh one for each history.</param>
public sealed class HistoryWorld(IServiceProvider services, FakeClock clock, TenantId tenant)
{
    private readonly List<Presentation> presentations = [];

    public FakeClock Clock => clock;

    public TenantId Tenant => tenant;

    public Site Site { get; } = new(Id<SiteId>(1), "Hospital", DateTimeZoneProviders.Tzdb["America/Guayaquil"], Currency.Usd);

    public LocationId Store { get; } = Id<LocationId>(1);

    public LocationId Ward { get; } = Id<LocationId>(2);

    public LocationId Quarantine { get; } = Id<LocationId>(3);

    public LocationId Transit { get; } = Id<LocationId>(4);

    /// <summary>Whole tablets; millilitres to hundredths that need no expiration; bottles of five that cannot be opened.</summary>
    public IReadOnlyList<Presentation> Presentations => presentations;

    public LocalDate Today => Site.DateOf(clock.Now);

    private Actor Pharmacist { get; } = new(Id<PersonId>(1), [Role.Pharmacist], [Id<DepartmentId>(1)]);

    private Actor Auditor { get; } = new(Id<PersonId>(2), [Role.Auditor], [Id<DepartmentId>(1)]);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public CommandContext As(bool auditor = false) =>
        new(tenant, Site.Id, auditor ? Auditor : Pharmacist, "history", Get<IIdGenerator>().Next<CommandId>());

    /// <summary>Makes the site and the catalogue.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await Get<IUnitOfWork>().RunAsync(As(), new Setup(), (unit, _) =>
        {
            var store = Get<ISiteStore>();
            var department = new Department(Id<DepartmentId>(1), Site.Id, "Farmacia");
            store.Save(unit, Site);
            store.Save(unit, department);
            store.Save(unit, new Location(Store, Site.Id, department.Id, "Bodega", LocationKind.Store, true));
            store.Save(unit, new Location(Ward, Site.Id, department.Id, "Piso 1", LocationKind.Store, true));
            store.Save(unit, new Location(Quarantine, Site.Id, department.Id, "Cuarentena", LocationKind.Quarantine, false));
            store.Save(unit, new Location(Transit, Site.Id, department.Id, "En tránsito", LocationKind.Transit, false));
            unit.Audit("site.saved", new("core.site", Site.Id.Value));
            return Task.FromResult("done");
        }, ct);
        await AddAsync("TAB", UnitCode.Tablet, 0, [new("box", 10)], requiresExpiry: true, ct);
        await AddAsync("SOL", UnitCode.Millilitre, 2, [], requiresExpiry: false, ct);
        await AddAsync("BOT", UnitCode.Capsule, 0, [new("bottle", 5, CanBeOpened: false)], requiresExpiry: true, ct);
    }

    private static TId Id<TId>(int number)
        where TId : struct, IClinicId<TId> => TId.From(new Guid(number, 9, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));

    private async Task AddAsync(string code, UnitCode unit, int scale, IReadOnlyList<PackLevel> levels, bool requiresExpiry, CancellationToken ct)
    {
        var medication = await Get<MedicationCatalogue>().AddAsync(
            As(), new(new(code, code, "form", [new Ingredient("substance", new Quantity(1, UnitCode.Milligram))])), ct);
        var answer = await Get<PresentationCatalogue>().AddAsync(
            As(), new(new(medication.Id, code, code, unit, scale, levels, RequiresExpiry: requiresExpiry)), ct);
        presentations.Add((await Get<IPresentationStore>().FindAsync(tenant, answer.Id, ct))!);
    }

    private sealed record Setup : PharmacyCommand<string>
    {
        public override string Name => "test.setup";
    }
}
