using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Stays in memory.</summary>
internal sealed class InMemoryStayStore(InMemoryCoordinator coordinator) : IStayStore, IOpenStays
{
    private readonly Dictionary<(TenantId Tenant, StayId Id), EmergencyStay> all = [];
    private readonly Dictionary<(TenantId, PatientId), StayId> open = [];

    public Task<EmergencyStay?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, stay))));

    public Task<Page<EmergencyStay>> ListAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant)
            .Where(s => Fits(s, query))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(Mark(s), page.After) < 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public Task<IReadOnlyList<EmergencyStay>> TouchingAsync(TenantId tenant, PatientId patient, Instant from, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EmergencyStay>>(
            [.. Of(tenant).Where(s => s.Patient == patient && !s.IsVoid && s.StartedAt is not null && (s.EndedAt is null || s.EndedAt > from)).OrderBy(s => s.Id.ToString(), StringComparer.Ordinal)]);

    public Task<IReadOnlyList<OpenStay>> OpenAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OpenStay>>([.. Of(tenant).Where(s => s.IsOpen && s.Site == site).OrderBy(Mark, StringComparer.Ordinal).Select(s => new OpenStay(s.Id, s.Version))]);

    public void Add(IUnit unit, EmergencyStay stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var tenant = unit.Context.Tenant;
        var stored = EmergencyStay.Restore(stay.ToSnapshot());
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(stay.Fact, stay.Version);
            if (stored.IsOpen) c.AddUnique(open, (tenant, stored.Patient), stored.Id, stored.Fact);
            c.Put(all, (tenant, stored.Id), stored);
        });
    }

    public void Save(IUnit unit, EmergencyStay before, EmergencyStay after)
    {
        StaySuccession.Check(before, after);
        var tenant = unit.Context.Tenant;
        var stored = EmergencyStay.Restore(after.ToSnapshot());
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(after.Fact, before.Version + 1);
            if (before.IsOpen) c.Remove(open, (tenant, before.Patient));
            if (stored.IsOpen) c.AddUnique(open, (tenant, stored.Patient), stored.Id, stored.Fact);
            c.Put(all, (tenant, stored.Id), stored);
        });
    }

    /// <summary>All stays of a tenant.</summary>
    public List<EmergencyStay> Of(TenantId tenant) => coordinator.Read(() => all.Where(s => s.Key.Tenant == tenant).Select(s => s.Value).ToList());

    private static bool Fits(EmergencyStay s, StayQuery q) =>
        (q.Statuses.Count == 0 || q.Statuses.Contains(s.Status))
        && (q.Clinical.Count == 0 || q.Clinical.Contains(s.Clinical))
        && (q.IsOpen is null || q.IsOpen == s.IsOpen)
        && (q.Patient is null || q.Patient == s.Patient)
        && (q.Encounter is null || q.Encounter == s.Encounter)
        && (q.Department is null || q.Department == s.Department)
        && (q.Payer is null || string.Equals(q.Payer, s.Payer, StringComparison.Ordinal))
        && (q.From is not { } from || s.RegisteredAt >= from)
        && (q.Until is not { } until || s.RegisteredAt < until)
        && (q.Site is null || q.Site == s.Site);

    // Digits of one length sort as numbers do; no stay was registered before 1970 by far.
    private static string Mark(EmergencyStay s) => string.Create(CultureInfo.InvariantCulture, $"{s.RegisteredAt.ToUnixTimeMicroseconds():D20}/{s.Id}");
}
