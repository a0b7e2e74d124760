using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Recalls;

/// <summary>A ledger in which something happens right after it was read for the first time.</summary>
internal sealed class LateMovements(IMovementStore inner, Func<Task> meanwhile) : IMovementStore
{
    private bool happened;

    public Task<StockPosting?> FindPostingAsync(TenantId tenant, PostingId posting, CancellationToken cancellationToken) => inner.FindPostingAsync(tenant, posting, cancellationToken);

    public async Task<Page<StockMovement>> ListAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await inner.ListAsync(tenant, query, page, cancellationToken);
        if (happened) return found;
        happened = true;
        await meanwhile();
        return found;
    }

    public Task<IReadOnlyList<StockMovement>> AfterAsync(TenantId tenant, LotId lot, LocationId location, Instant occurred, CancellationToken cancellationToken) =>
        inner.AfterAsync(tenant, lot, location, occurred, cancellationToken);

    public Task<IReadOnlyList<LotBalance>> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken) => inner.AsOfAsync(tenant, query, cancellationToken);

    public Task<bool> HasMovedAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) => inner.HasMovedAsync(tenant, presentation, cancellationToken);

    public Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(TenantId tenant, CancellationToken cancellationToken) => inner.DifferencesAsync(tenant, cancellationToken);
}
