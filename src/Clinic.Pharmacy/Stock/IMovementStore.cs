using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>Reads the ledger; it is written through <see cref="IStockStore.Post"/> only and never changes.</summary>
public interface IMovementStore
{
    /// <summary>A posting with its lines in order, or null.</summary>
    Task<StockPosting?> FindPostingAsync(TenantId tenant, PostingId posting, CancellationToken cancellationToken);

    /// <summary>Movements, last in the total order first, paged.</summary>
    Task<Page<StockMovement>> ListAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Movements of a lot at a location after an instant, in the total order.</summary>
    Task<IReadOnlyList<StockMovement>> AfterAsync(
        TenantId tenant, LotId lot, LocationId location, Instant occurred, CancellationToken cancellationToken);

    /// <summary>Balances as of an instant that are not zero, ordered by presentation, lot and location id.</summary>
    Task<IReadOnlyList<LotBalance>> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken);

    /// <summary>Whether stock of a presentation ever moved.</summary>
    Task<bool> HasMovedAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Every balance that does not equal the sum of its movements.</summary>
    Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(TenantId tenant, CancellationToken cancellationToken);
}
