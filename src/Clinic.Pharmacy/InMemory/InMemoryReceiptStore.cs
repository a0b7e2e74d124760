using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Receiving;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Receipts in memory.</summary>
public sealed class InMemoryReceiptStore(InMemoryCoordinator coordinator) : IReceiptStore
{
    private readonly Dictionary<(TenantId Tenant, ReceiptId Id), Receipt> all = [];

    /// <inheritdoc/>
    public Task<Receipt?> FindAsync(TenantId tenant, ReceiptId receipt, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, receipt))));

    /// <inheritdoc/>
    public Task<Page<Receipt>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(r => r.Key.Tenant == tenant)
            .Select(r => r.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(Mark(r), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Receipt receipt) => InMemoryUnit.Of(unit).Stage(c =>
        c.AddUnique(all, (unit.Context.Tenant, receipt.Id), receipt, Stock.PharmacyFacts.Receipt(receipt.Id)));

    private static string Mark(Receipt r) => string.Create(CultureInfo.InvariantCulture, $"{r.Received.ToUnixTimeMicroseconds():D20}|{r.Id}");
}
