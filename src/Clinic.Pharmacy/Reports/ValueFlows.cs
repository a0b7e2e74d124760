using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>Where the value of stock came from and went, in one currency; magnitudes with the sign of their name.</summary>
/// <remarks>Always opening + received + corrected + moved = used + wasted + sent back + closing, exactly.</remarks>
/// <param name="Opening">The value of the stock before.</param>
/// <param name="Received">Receipts and opening balances, less their reversals.</param>
/// <param name="Used">The cost of goods: issues less returns, by the cost of the lot that moved.</param>
/// <param name="Wasted">Discarded stock.</param>
/// <param name="SentBack">Stock that went back to suppliers.</param>
/// <param name="Corrected">Adjustments and count differences, in less out.</param>
/// <param name="Moved">Transfers, in less out; zero over whole clinics.</param>
public sealed record ValueFlows(Money Opening, Money Received, Money Used, Money Wasted, Money SentBack, Money Corrected, Money Moved)
{
    /// <summary>The value of the stock after.</summary>
    public Money Closing => Opening + Received + Corrected + Moved - Used - Wasted - SentBack;

    /// <summary>The flows of each currency, ordered by code; the site's own is always there.</summary>
    /// <param name="opening">The value before.</param>
    /// <param name="flows">What moved.</param>
    /// <param name="currency">The currency of the site.</param>
    public static IReadOnlyList<ValueFlows> Of(IEnumerable<Money> opening, IEnumerable<StockFlow> flows, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(flows);
        var all = new SortedDictionary<string, ValueFlows>(StringComparer.Ordinal) { [currency.Code] = Zero(currency) };
        foreach (var money in opening) all[money.Currency.Code] = In(all, money.Currency) is var f ? f with { Opening = f.Opening + money } : f;
        foreach (var flow in flows) all[flow.UnitCost.Currency.Code] = In(all, flow.UnitCost.Currency).With(flow);
        return [.. all.Values];
    }

    private static ValueFlows In(SortedDictionary<string, ValueFlows> all, Currency currency) => all.GetValueOrDefault(currency.Code) ?? Zero(currency);

    private static ValueFlows Zero(Currency currency)
    {
        var zero = Money.Zero(currency);
        return new(zero, zero, zero, zero, zero, zero, zero);
    }

    private ValueFlows With(StockFlow flow)
    {
        var change = flow.ValueChange;
        return flow.Kind switch
        {
            MovementKind.OpeningBalance or MovementKind.Receipt => this with { Received = Received + change },
            MovementKind.Issue or MovementKind.Return => this with { Used = Used - change },
            MovementKind.Waste => this with { Wasted = Wasted - change },
            MovementKind.SupplierReturn => this with { SentBack = SentBack - change },
            MovementKind.Adjustment or MovementKind.Count => this with { Corrected = Corrected + change },
            MovementKind.Transfer => this with { Moved = Moved + change },
            _ => throw new ArgumentOutOfRangeException(nameof(flow), flow.Kind, "A kind of movement that has no place in the flow of value."),
        };
    }
}
