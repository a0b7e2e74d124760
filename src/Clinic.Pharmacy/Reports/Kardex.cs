using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>Carries a balance in quantity and value from movement to movement. Not thread-safe.</summary>
public sealed class Kardex
{
    private readonly SortedDictionary<string, Money> values = new(StringComparer.Ordinal);
    private StockQuantity balance;

    /// <summary>Begins with what the flows before sum to.</summary>
    /// <param name="before">Everything that moved before, of one presentation.</param>
    /// <param name="scale">The decimals of its base unit.</param>
    /// <param name="currency">The currency of the site, which is always listed.</param>
    public Kardex(IEnumerable<StockFlow> before, int scale, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(before);
        balance = StockQuantity.Zero(scale);
        values[currency.Code] = Money.Zero(currency);
        foreach (var flow in before)
        {
            balance += flow.Change;
            Add(flow.ValueChange);
        }
    }

    /// <summary>On hand now.</summary>
    public StockQuantity Balance => balance;

    /// <summary>The exact value now, one sum per currency.</summary>
    public IReadOnlyList<Money> Values => [.. values.Values];

    /// <summary>The line of the next movement.</summary>
    public KardexRow Next(StockMovement movement, LotNumber? number = null)
    {
        ArgumentNullException.ThrowIfNull(movement);
        var isIn = movement.Direction == MovementDirection.In;
        var zero = StockQuantity.Zero(movement.Quantity.Scale);
        var value = movement.UnitCost.ValueOf(movement.Change);
        balance += movement.Change;
        return new(
            movement.Occurred, movement.Id, movement.Kind, movement.Reverses is not null, movement.Lot, number, movement.Location, isIn ? movement.Quantity : zero,
            isIn ? zero : movement.Quantity, balance, movement.UnitCost, value, Add(value), movement.Document, movement.Reason);
    }

    private Money Add(Money value) =>
        values[value.Currency.Code] = values.TryGetValue(value.Currency.Code, out var so) ? so + value : value;
}
