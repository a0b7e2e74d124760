using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.InMemory;

/// <summary>Invoices of stays and their numbers in memory.</summary>
public sealed class InMemoryStayInvoiceStore(InMemoryCoordinator coordinator) : IStayInvoiceStore, IStayInvoiceNumberStore
{
    private readonly Dictionary<(TenantId Tenant, StayInvoiceId Id), StayInvoice> all = [];
    private readonly Dictionary<(TenantId, StayInvoiceId), StayInvoiceNumber> numbers = [];
    private readonly Dictionary<(TenantId, StayInvoiceKind, string), long> last = [];

    /// <inheritdoc/>
    public Task<StayInvoice?> FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, invoice))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StayInvoice>> OfStayAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        Task.FromResult(Of(tenant, stay));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StayInvoice>> OfEncounterAsync(TenantId tenant, EncounterId encounter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayInvoice>>([.. Of(tenant, i => i.ToSnapshot().Encounter == encounter).OrderBy(Mark, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StayInvoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StayInvoice>>(
            [.. Of(tenant, i => i.ToSnapshot().NextAttempt <= now).OrderBy(i => i.ToSnapshot().NextAttempt).ThenBy(i => i.Id.ToString(), StringComparer.Ordinal).Take(most)]);

    /// <inheritdoc/>
    public Task<Page<StayInvoice>> ListAsync(TenantId tenant, SiteId site, StayInvoiceStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant, i => i.ToSnapshot().Site == site && (status is null || i.Status == status)).OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(i => page.After is null || string.CompareOrdinal(Mark(i), page.After) < 0).Take(page.Size + 1).ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StayInvoice invoice) => Save(unit, invoice);

    /// <inheritdoc/>
    public void Save(IUnit unit, StayInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(invoice.Fact, invoice.Version);
            c.Put(all, (unit.Context.Tenant, invoice.Id), invoice);
        });
    }

    /// <inheritdoc/>
    Task<StayInvoiceNumber?> IStayInvoiceNumberStore.FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => numbers.GetValueOrDefault((tenant, invoice))));

    /// <inheritdoc/>
    public Task<long> LastAsync(TenantId tenant, StayInvoiceKind kind, string series, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => last.GetValueOrDefault((tenant, kind, series))));

    /// <inheritdoc/>
    void IStayInvoiceNumberStore.Add(IUnit unit, StayInvoiceNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var key = (tenant, number.Kind, number.Series);
            if (last.GetValueOrDefault(key) != number.Sequence - 1) throw new ConcurrencyConflictException([StayInvoice.FactOf(number.Invoice)]);
            c.AddUnique(numbers, (tenant, number.Invoice), number, StayInvoice.FactOf(number.Invoice));
            c.Put(last, key, number.Sequence);
        });
    }

    internal IReadOnlyList<StayInvoice> Of(TenantId tenant, StayId stay) => [.. Of(tenant, i => i.Stay == stay).OrderBy(Mark, StringComparer.Ordinal)];

    private List<StayInvoice> Of(TenantId tenant, Func<StayInvoice, bool> fits) =>
        coordinator.Read(() => all.Where(i => i.Key.Tenant == tenant && fits(i.Value)).Select(i => i.Value).ToList());

    private static string Mark(StayInvoice i) => string.Create(CultureInfo.InvariantCulture, $"{i.ToSnapshot().Requested.ToUnixTimeMicroseconds():D20}|{i.Id}");
}
