using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Tests.Catalogue;

/// <summary>Lets something happen just after the question whether anything has moved was answered, once.</summary>
internal sealed class SlowMovements(IMovementStore inner, Func<Task> meanwhile) : IMovementStore
{
    private bool done;

    public async Task<bool> HasMovedAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken)
    {
        var moved = await inner.HasMovedAsync(tenant, presentation, cancellationToken);
        if (!done) await meanwhile();
        done = true;
        return moved;
    }

    public Task<StockPosting?> FindPostingAsync(TenantId tenant, PostingId posting, CancellationToken cancellationToken) => inner.FindPostingAsync(tenant, posting, cancellationToken);

    public Task<Page<StockMovement>> ListAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken) => inner.ListAsync(tenant, query, page, cancellationToken);

    public Task<IReadOnlyList<StockMovement>> AfterAsync(TenantId tenant, LotId lot, LocationId location, NodaTime.Instant occurred, CancellationToken cancellationToken) =>
        inner.AfterAsync(tenant, lot, location, occurred, cancellationToken);

    public Task<IReadOnlyList<LotBalance>> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken) => inner.AsOfAsync(tenant, query, cancellationToken);

    public Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(TenantId tenant, CancellationToken cancellationToken) => inner.DifferencesAsync(tenant, cancellationToken);
}
