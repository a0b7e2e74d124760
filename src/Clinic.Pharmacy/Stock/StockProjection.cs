using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>Folds the ledger into balances: from nothing, or on from a snapshot.</summary>
/// <remarks>Pure and append-only: the same movements in the total order give the same balances on every run and store.</remarks>
public sealed class StockProjection
{
    private readonly Dictionary<(LotId Lot, LocationId Location), StockQuantity> balances;

    /// <summary>Nothing yet.</summary>
    public StockProjection() => balances = [];

    private StockProjection(IReadOnlyDictionary<(LotId, LocationId), StockQuantity> snapshot) => balances = new(snapshot);

    /// <summary>The balance of every lot and location that ever moved, zero included.</summary>
    public IReadOnlyDictionary<(LotId Lot, LocationId Location), StockQuantity> Balances => balances;

    /// <summary>Goes on from balances that were projected before.</summary>
    public static StockProjection From(IReadOnlyDictionary<(LotId Lot, LocationId Location), StockQuantity> snapshot) => new(snapshot);

    /// <summary>Folds movements from nothing.</summary>
    public static StockProjection Of(IEnumerable<StockMovement> movements)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var projection = new StockProjection();
        foreach (var movement in movements) projection.Apply(movement);
        return projection;
    }

    /// <summary>The total order of the ledger: occurred, recorded, sequence.</summary>
    public static int Compare(StockMovement left, StockMovement right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var byOccurred = left.Occurred.CompareTo(right.Occurred);
        if (byOccurred != 0) return byOccurred;
        var byRecorded = left.Recorded.CompareTo(right.Recorded);
        return byRecorded != 0 ? byRecorded : left.Sequence.CompareTo(right.Sequence);
    }

    /// <summary>Adds one movement; constant time.</summary>
    public void Apply(StockMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        var key = (movement.Lot, movement.Location);
        balances[key] = balances.TryGetValue(key, out var before) ? before + movement.Change : movement.Change;
    }
}
