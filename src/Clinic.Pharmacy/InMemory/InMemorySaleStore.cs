using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Sales;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Sales in memory.</summary>
public sealed class InMemorySaleStore(InMemoryCoordinator coordinator) : ISaleStore
{
    private readonly Dictionary<(TenantId Tenant, SaleId Id), SaleSnapshot> all = [];

    /// <inheritdoc/>
    public Task<Sale?> FindAsync(TenantId tenant, SaleId sale, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.TryGetValue((tenant, sale), out var found) ? Sale.Restore(found) : null));

    /// <inheritdoc/>
    public Task<Basket?> FindBasketAsync(TenantId tenant, SaleId sale, PresentationId? presentation, int? line, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.TryGetValue((tenant, sale), out var found)
            ? new Basket(found.Head, found.Lines.FirstOrDefault(l => l.Presentation == presentation || l.Number == line))
            : null));

    /// <inheritdoc/>
    public Task<Page<SaleHead>> ListAsync(TenantId tenant, SaleQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(s => s.Key.Tenant == tenant)
            .Select(s => s.Value.Head)
            .Where(h => (query.Status is null || h.Status == query.Status) && (query.Shift is null || h.Shift == query.Shift)
                && (query.Patient is null || h.Patient == query.Patient) && (query.Cashier is null || h.Cashier == query.Cashier)
                && (query.Site is null || h.Site == query.Site))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(h => page.After is null || string.CompareOrdinal(Mark(h), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Sale sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        Stage(unit, sale.Head, _ => sale.ToSnapshot());
    }

    /// <inheritdoc/>
    public void SaveLine(IUnit unit, SaleHead head, SaleLine line, bool isRemoved)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(line);
        Stage(unit, head, before => before! with
        {
            Head = head,
            Lines = [.. before.Lines.Where(l => l.Number != line.Number).Concat(isRemoved ? [] : [line]).OrderBy(l => l.Number)],
        });
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Sale before, Sale after)
    {
        ArgumentNullException.ThrowIfNull(after);
        Stage(unit, after.Head, _ => after.ToSnapshot());
    }

    private void Stage(IUnit unit, SaleHead head, Func<SaleSnapshot?, SaleSnapshot> next)
    {
        var key = (unit.Context.Tenant, head.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(head.Fact(), head.Version);
            c.Put(all, key, next(all.GetValueOrDefault(key)));
        });
    }

    private static string Mark(SaleHead h) => string.Create(CultureInfo.InvariantCulture, $"{h.Begun.ToUnixTimeMicroseconds():D20}|{h.Id}");
}
