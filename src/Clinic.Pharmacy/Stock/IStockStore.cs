using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>Balances per lot and location, changed only together with the ledger.</summary>
/// <remarks>
/// At the commit of a unit its steps run in the order of staging, and a commit is refused as a conflict if after a step
/// on hand is below zero, reserved is below zero, or reserved is above on hand.
/// </remarks>
public interface IStockStore
{
    /// <summary>Everything on hand of a presentation at a location, also what may not be picked; no order promised.</summary>
    Task<IReadOnlyList<LotStock>> CandidatesAsync(
        TenantId tenant, PresentationId presentation, LocationId location, CancellationToken cancellationToken);

    /// <summary>One lot at one location; null when it never lay there.</summary>
    Task<LotStock?> FindAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken);

    /// <summary>Stock that is not zero, ordered by presentation, lot and location id, paged.</summary>
    Task<Page<LotStock>> ListAsync(TenantId tenant, StockQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a movement with its change of the balance.</summary>
    /// <remarks>
    /// Conflicts at the commit also if the balance would be below zero at the movement's instant or any later one; if the lot was
    /// counted at that location after the movement occurred; if the reversed movement is reversed already; if more would come back
    /// than the returned movement issued; if a reversed issue has come back in part.
    /// </remarks>
    void Post(IUnit unit, StockMovement movement);

    /// <summary>Stages a change of what is reserved: positive keeps aside, negative gives free.</summary>
    void Reserve(IUnit unit, LotId lot, LocationId location, StockQuantity change);

    /// <summary>Commits only if on hand is still exactly this much; a count relies on it.</summary>
    void RequireOnHand(IUnit unit, LotId lot, LocationId location, StockQuantity onHand);
}
