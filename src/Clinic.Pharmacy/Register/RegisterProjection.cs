using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Register;

/// <summary>The running balance: each is the one before, changed by the movement. Pure.</summary>
public static class RegisterProjection
{
    /// <summary>The balance after each movement of one lot at one place.</summary>
    /// <param name="opening">What lay there before the first.</param>
    /// <param name="movements">Of one lot and place, in any order.</param>
    /// <returns>The movements in the total order of the ledger, each with the balance after it.</returns>
    public static IReadOnlyList<(StockMovement Movement, StockQuantity Balance)> Of(StockQuantity opening, IEnumerable<StockMovement> movements)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var lines = new List<(StockMovement, StockQuantity)>();
        var balance = opening;
        foreach (var movement in movements.Order(Comparer<StockMovement>.Create(StockProjection.Compare)))
        {
            balance += movement.Change;
            lines.Add((movement, balance));
        }

        return lines;
    }
}
