using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Reads for reports from the stores in memory.</summary>
internal sealed class InMemoryStayReportStore(
    InMemoryCoordinator coordinator, InMemoryStayStore stays, InMemoryStatementStore statements, InMemoryStayInvoiceStore invoices, InMemoryTariffStore tariffs) : IStayReportStore
{
    public async Task<Page<StayAccount>> AccountsAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await stays.ListAsync(tenant, query, page, cancellationToken).ConfigureAwait(false);
        return new(coordinator.Read(() => found.Items.Select(s => AccountOf(tenant, s)).ToList()), found.Next);
    }

    public Task<Page<StayAccount>> EndedAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => Ended(tenant, site, from, until).OrderBy(EndMark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(EndMark(s), page.After) > 0).Take(page.Size + 1).Select(s => AccountOf(tenant, s)).ToList());
        return Task.FromResult(Paging.Cut(found, page, a => EndMark(a.Stay)));
    }

    public Task<IReadOnlyList<StayFigures>> FiguresAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayFigures>>(coordinator.Read(() => Ended(tenant, site, from, until).Select(s => StayFigures.Of(AccountOf(tenant, s))).ToList()));

    public Task<Page<RecordedChange>> ChangesAsync(TenantId tenant, SiteId site, ChangeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => OfStays(tenant, site, query).Concat(OfTariffs(tenant, site, query))
            .OrderBy(c => c.Mark, StringComparer.Ordinal).Where(c => page.After is null || string.CompareOrdinal(c.Mark, page.After) > 0)
            .Take(page.Size + 1).Select(c => (c.Mark, Change: c.Make())).ToList());
        var cut = Paging.Cut(found, page, c => c.Mark);
        return Task.FromResult(new Page<RecordedChange>([.. cut.Items.Select(c => c.Change)], cut.Next));
    }

    private IEnumerable<(string Mark, Func<RecordedChange> Make)> OfStays(TenantId tenant, SiteId site, ChangeQuery query) =>
        from stay in query.Tariff is null ? stays.Of(tenant) : []
        where stay.Site == site && (query.Stay is null || query.Stay == stay.Id)
        from entry in stay.Events.Select((e, place) => (Event: e, Place: place))
        let e = entry.Event
        where RecordedChange.IsCorrection(e.Kind) && Within(e.RecordedAt, query) && (query.Person is null || e.By == query.Person || e.Approval?.Approver == query.Person)
        select (Mark(e.RecordedAt, 0, stay.Id.Value, entry.Place), (Func<RecordedChange>)(() => new(e.RecordedAt, AccountOf(tenant, stay), e.Id, null, null)));

    private IEnumerable<(string Mark, Func<RecordedChange> Make)> OfTariffs(TenantId tenant, SiteId site, ChangeQuery query) =>
        from change in query.Stay is null ? tariffs.ChangesOf(tenant, site) : []
        where (query.Tariff is null || query.Tariff == change.Tariff.Id) && Within(change.Change.At, query) && (query.Person is null || change.Change.By == query.Person)
        select (
            Mark(change.Change.At, 1, change.Tariff.Id.Value, change.Change.Sequence),
            (Func<RecordedChange>)(() => new(change.Change.At, null, null, Tariff.Restore(change.Tariff), change.Change)));

    private IEnumerable<EmergencyStay> Ended(TenantId tenant, SiteId site, Instant from, Instant until) =>
        stays.Of(tenant).Where(s => s.Site == site && s.EndedAt >= from && s.EndedAt < until);

    private StayAccount AccountOf(TenantId tenant, EmergencyStay stay) => new(
        stay, statements.Of(tenant, stay.Id), invoices.Of(tenant, stay.Id),
        stays.Of(tenant).Where(s => s.Encounter == stay.Encounter && s.Site == stay.Site)
            .OrderBy(s => s.IsVoid).ThenByDescending(s => s.RegisteredAt).ThenByDescending(s => s.Id.ToString(), StringComparer.Ordinal).First().Id == stay.Id);

    private static bool Within(Instant at, ChangeQuery query) => (query.From is not { } from || at >= from) && (query.Until is not { } until || at < until);

    private static string EndMark(EmergencyStay s) => string.Create(CultureInfo.InvariantCulture, $"{s.EndedAt!.Value.ToUnixTimeMicroseconds():D20}/{s.Id}");

    private static string Mark(Instant at, int source, Guid owner, long place) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMicroseconds():D20}/{source}/{owner:D}/{place:D10}");
}
