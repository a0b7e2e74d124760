using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Invoices and the clinic's own numbers in memory.</summary>
public sealed class InMemoryInvoiceStore(InMemoryCoordinator coordinator) : IInvoiceStore, IInvoiceNumberStore
{
    private readonly Dictionary<(TenantId Tenant, InvoiceId Id), Invoice> all = [];
    private readonly Dictionary<(TenantId Tenant, InvoiceId Id), InvoiceNumber> numbers = [];
    private readonly Dictionary<(TenantId, InvoiceKind, string), long> last = [];

    /// <inheritdoc/>
    public Task<Invoice?> FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, invoice))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Invoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Invoice>>(coordinator.Read(() => all
            .Where(i => i.Key.Tenant == tenant && i.Value.NextAttempt <= now)
            .Select(i => i.Value)
            .OrderBy(i => i.NextAttempt).ThenBy(i => i.Id.ToString(), StringComparer.Ordinal)
            .Take(most)
            .ToList()));

    /// <inheritdoc/>
    public Task<Page<Invoice>> ListAsync(TenantId tenant, SaleId? sale, InvoiceStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(i => i.Key.Tenant == tenant && (sale is null || i.Value.Sale == sale) && (status is null || i.Value.Status == status))
            .Select(i => i.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(i => page.After is null || string.CompareOrdinal(Mark(i), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Invoice invoice) => Save(unit, invoice);

    /// <inheritdoc/>
    public void Save(IUnit unit, Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(invoice.Fact, invoice.Version);
            c.Put(all, (unit.Context.Tenant, invoice.Id), invoice);
        });
    }

    Task<InvoiceNumber?> IInvoiceNumberStore.FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => numbers.GetValueOrDefault((tenant, invoice))));

    /// <inheritdoc/>
    public Task<long> LastAsync(TenantId tenant, InvoiceKind kind, string series, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => last.GetValueOrDefault((tenant, kind, series))));

    /// <inheritdoc/>
    public void Add(IUnit unit, InvoiceNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var tenant = unit.Context.Tenant;
        var fact = new FactKey("pharmacy.invoice-number", number.Invoice.Value);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (last.GetValueOrDefault((tenant, number.Kind, number.Series)) != number.Sequence - 1) throw new ConcurrencyConflictException([fact]);
            c.AddUnique(numbers, (tenant, number.Invoice), number, fact);
            c.Put(last, (tenant, number.Kind, number.Series), number.Sequence);
        });
    }

    private static string Mark(Invoice i) => string.Create(CultureInfo.InvariantCulture, $"{i.ToSnapshot().Requested.ToUnixTimeMicroseconds():D20}|{i.Id}");
}
