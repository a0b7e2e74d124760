using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.InMemory;

/// <summary>One lot at one location: balance, its movements in the total order, and the last count.</summary>
internal sealed class InMemoryBalance(PresentationId presentation, int scale)
{
    public PresentationId Presentation { get; } = presentation;

    public StockQuantity OnHand { get; set; } = StockQuantity.Zero(scale);

    public StockQuantity Reserved { get; set; } = StockQuantity.Zero(scale);

    public List<StockMovement> Movements { get; } = [];

    public StockCount? LastCount { get; set; }

    /// <summary>What guards promise of a balance after every step.</summary>
    public bool IsSound => OnHand.Steps >= 0 && Reserved.Steps >= 0 && Reserved <= OnHand;

    /// <summary>The lowest balance from a movement on, walking back from now.</summary>
    public StockQuantity LowestFrom(StockMovement movement)
    {
        var balance = OnHand;
        var lowest = balance;
        for (var i = Movements.Count - 1; i >= 0 && !ReferenceEquals(Movements[i], movement); i--)
        {
            balance -= Movements[i].Change;
            if (balance < lowest) lowest = balance;
        }

        return lowest;
    }
}
