using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Prices;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Special prices in memory.</summary>
public sealed class InMemorySpecialPriceStore(InMemoryCoordinator coordinator) : ISpecialPriceStore
{
    private readonly Dictionary<(TenantId Tenant, SpecialPriceId Id), SpecialPrice> all = [];

    /// <inheritdoc/>
    public Task<SpecialPrice?> FindAsync(TenantId tenant, SpecialPriceId special, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, special))));

    /// <inheritdoc/>
    public Task<Page<SpecialPrice>> ListAsync(TenantId tenant, SpecialPriceQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => Of(tenant)
            .Where(s => (query.Site is null || s.Site == query.Site) && (query.Presentation is null || s.Presentation == query.Presentation)
                && (query.Segment is null || s.Segment == query.Segment) && (query.On is null || s.HoldsOn(query.On.Value)))
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(Mark(s), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpecialPrice>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, PatientId? patient, LocalDate date, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SpecialPrice>>(coordinator.Read(() => Of(tenant)
            .Where(s => s.Site == site && s.Segment == segment && s.Presentation == presentation && (s.Patient is null || s.Patient == patient) && s.HoldsOn(date))
            .OrderBy(Mark, StringComparer.Ordinal)
            .ToList()));

    /// <inheritdoc/>
    public void Save(IUnit unit, SpecialPrice special) => InMemoryUnit.Of(unit).Stage(c =>
    {
        c.AdvanceFact(special.Fact, special.Version);
        if (Of(unit.Context.Tenant).Any(s => s.Overlaps(special))) throw new ConcurrencyConflictException([special.Fact]);
        c.Put(all, (unit.Context.Tenant, special.Id), special);
    });

    private static string Mark(SpecialPrice s) => $"{LocalDatePattern.Iso.Format(s.From)}|{s.Id}";

    private IEnumerable<SpecialPrice> Of(TenantId tenant) => all.Where(s => s.Key.Tenant == tenant).Select(s => s.Value);
}
