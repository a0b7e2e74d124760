using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Transfers in memory.</summary>
public sealed class InMemoryTransferStore(InMemoryCoordinator coordinator) : ITransferStore
{
    private readonly Dictionary<(TenantId Tenant, TransferId Id), Transfer> all = [];

    /// <inheritdoc/>
    public Task<Transfer?> FindAsync(TenantId tenant, TransferId transfer, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, transfer))));

    /// <inheritdoc/>
    public Task<Page<Transfer>> ListAsync(TenantId tenant, bool inTransitOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(t => t.Key.Tenant == tenant && (!inTransitOnly || t.Value.Status == TransferStatus.InTransit))
            .Select(t => t.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(t => page.After is null || string.CompareOrdinal(Mark(t), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Transfer transfer) => Stage(unit, transfer);

    /// <inheritdoc/>
    public void Save(IUnit unit, Transfer transfer) => Stage(unit, transfer);

    private void Stage(IUnit unit, Transfer transfer) => InMemoryUnit.Of(unit).Stage(c =>
    {
        c.AdvanceFact(transfer.Fact, transfer.Version);
        c.Put(all, (unit.Context.Tenant, transfer.Id), transfer);
    });

    private static string Mark(Transfer t) => string.Create(CultureInfo.InvariantCulture, $"{t.ToSnapshot().Sent.ToUnixTimeMicroseconds():D20}|{t.Id}");
}
