using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Dispensing.InMemory;

/// <summary>Dispensations and their tickets in memory.</summary>
internal sealed class InMemoryDispensationStore(InMemoryCoordinator coordinator) : IDispensationStore, ITicketStore
{
    private readonly Dictionary<(TenantId Tenant, DispensationId Id), Dispensation> all = [];
    private readonly Dictionary<(TenantId, DispensationId, int), DispensationId> refills = [];

    public Task<Dispensation?> FindAsync(TenantId tenant, DispensationId dispensation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, dispensation))));

    public Task<Page<Dispensation>> ListAsync(TenantId tenant, DispensationQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant)
            .Where(d => Fits(d, query))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(d => page.After is null || string.CompareOrdinal(Mark(d), page.After) < 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public Task<IReadOnlyList<DispensationId>> KeepingAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DispensationId>>([.. Of(tenant).Where(d => d.Lines.Any(l => l.Parts.Any(p => p.Lot == lot))).Select(d => d.Id).OrderBy(i => i.Value)]);

    public Task<IReadOnlyList<Dispensation>> RefillsAsync(TenantId tenant, DispensationId first, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Dispensation>>([.. Of(tenant).Where(d => d.Refills.Of == first).OrderBy(d => d.Refills.Number)]);

    public Task<IReadOnlyList<DispensationId>> DueAsync(TenantId tenant, DeadlineKind kind, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DispensationId>>(
        [
            .. Of(tenant)
                .Select(d => (d.Id, Due: d.ToSnapshot().DeadlineOf(kind)))
                .Where(d => d.Due <= now)
                .OrderBy(d => d.Due).ThenBy(d => d.Id.Value)
                .Take(most)
                .Select(d => d.Id),
        ]);

    public void Add(IUnit unit, Dispensation dispensation)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(dispensation.Fact, dispensation.Version);
            if (dispensation.Refills is { Of: { } first, Number: var number }) c.AddUnique(refills, (tenant, first, number), dispensation.Id, dispensation.Fact);
            c.Put(all, (tenant, dispensation.Id), dispensation);
        });
    }

    public void Save(IUnit unit, Dispensation before, Dispensation after)
    {
        var tenant = unit.Context.Tenant;
        var stored = Dispensation.Restore(after.ToSnapshot());
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(after.Fact, before.Version + 1);
            c.Put(all, (tenant, after.Id), stored);
        });
    }

    public Task<Page<TicketView>> ListAsync(TenantId tenant, TicketQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant)
            .Where(d => query.Site is null || query.Site == d.Site)
            .SelectMany(d => d.Tickets.Select(t => new TicketView(d.Id, d.Target.Department, d.Pharmacy, t)))
            .Where(v => Fits(v, query))
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(v => page.After is null || string.CompareOrdinal(Mark(v), page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    internal List<Dispensation> Of(TenantId tenant) => coordinator.Read(() => all.Where(d => d.Key.Tenant == tenant).Select(d => d.Value).ToList());

    private static bool Fits(Dispensation d, DispensationQuery q) =>
        (q.Statuses.Count == 0 || q.Statuses.Contains(d.Status))
        && (q.Accountabilities.Count == 0 || q.Accountabilities.Contains(d.Accountability))
        && (q.Departments is null || (d.Target.Department is { } department && q.Departments.Contains(department)))
        && (q.Pharmacies is null || q.Pharmacies.Contains(d.Pharmacy))
        && (q.VisibleTo is not { } seen || seen.Contains(d.Pharmacy) || (d.Target.Department is { } receiving && seen.Contains(receiving)))
        && (q.AwaitsAuthoriser is null || q.AwaitsAuthoriser == (d.Status == DispenseStatus.Requested && d.Urgency == Urgency.Routine))
        && (q.Urgency is null || q.Urgency == d.Urgency)
        && (q.IsAuthorised is null || q.IsAuthorised == d.Authorised is not null)
        && (q.HasPendingReturn is null || q.HasPendingReturn == d.Returns.Any(r => r.IsPending))
        && (q.Patient is null || q.Patient == d.Target.Patient)
        && (q.Encounter is null || q.Encounter == d.Target.Encounter)
        && (q.Site is null || q.Site == d.Site)
        && (q.Lot is not { } lot || d.Lines.Any(l => l.Parts.Any(p => p.Lot == lot) || l.AccountOf(lot) is not null));

    private static bool Fits(TicketView v, TicketQuery q) =>
        (q.IsOpen is null || q.IsOpen == v.Ticket.IsOpen)
        && (q.Owner is null || q.Owner == v.Ticket.Owner)
        && (q.Kind is null || q.Kind == v.Ticket.Kind)
        && (q.DueBefore is not { } before || v.Ticket.Due < before)
        && (q.Departments is null || q.Departments.Contains(v.Pharmacy) || (v.Department is { } department && q.Departments.Contains(department)));

    private static string Mark(Dispensation d) => InMemoryMarks.Of(d.Requested.At, d.Id.Value);

    private static string Mark(TicketView v) => InMemoryMarks.Of(v.Ticket.Due, v.Ticket.Id.Value);
}
