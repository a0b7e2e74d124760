using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>Holds a price against the cost of lots: pure, nothing is published.</summary>
public static class PriceSimulator
{
    /// <summary>What a price would leave over each lot.</summary>
    /// <param name="presentation">The presentation.</param>
    /// <param name="per">What the price is for.</param>
    /// <param name="rule">The price; one that follows the cost follows that of each lot.</param>
    /// <param name="taxPercent">The tax that a fixed price contains; 0 when it contains none.</param>
    /// <param name="lots">What lies there; several places of one lot are added.</param>
    /// <exception cref="PharmacyException">The price is malformed, the pack unknown, or currencies mix.</exception>
    public static PriceSimulation Simulate(Presentation presentation, PricePer per, PriceRule rule, decimal taxPercent, IReadOnlyList<LotStock> lots)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(per);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(lots);
        var failures = new Failures();
        PriceRule.Check(failures, rule);
        PriceDesk.CheckLevel(presentation, per, failures);
        failures.Require(taxPercent is >= 0 and <= 100, PharmacyRules.RateOutOfRange, ("field", "tax"), ("found", taxPercent), ("allowed", "0 to 100"));
        var currencies = lots.Select(l => l.Lot.UnitCost.Currency).Distinct().ToList();
        if (currencies.Count > 1) failures.Add(PharmacyRules.CurrencyMixed, ("found", currencies[1]), ("allowed", currencies[0]));
        failures.ThrowIfAny();

        var size = per.Level is null ? 1 : presentation.UnitsPer(per.Level)!.Value;
        var found = lots.GroupBy(l => l.Lot.Id).Select(g => OfLot(g.First(), g.Aggregate(StockQuantity.Zero(presentation.Scale), (sum, l) => sum + l.OnHand), size, rule, taxPercent)).ToList();
        PriceEarnings? all = found.Count == 0 ? null : new(found.Select(l => l.All.Net).Aggregate(Money.Add), found.Select(l => l.All.Cost).Aggregate(Money.Add));
        return new(presentation.Id, per, rule, found, all, [.. found.Where(l => l.Each.Profit.Amount < 0).Select(l => l.Lot)]);
    }

    private static SimulatedLot OfLot(LotStock stock, StockQuantity onHand, long size, PriceRule rule, decimal taxPercent)
    {
        var (cost, currency) = (stock.Lot.UnitCost.Amount * size, stock.Lot.UnitCost.Currency);
        ExactAmount net = rule.Kind switch
        {
            PriceRuleKind.MarkupOnCost => (ExactAmount)cost * (100m + rule.Value) / 100m,
            PriceRuleKind.MarginOnPrice => (ExactAmount)cost * 100m / (100m - rule.Value),
            _ => (ExactAmount)rule.Value * 100m / (100m + taxPercent),
        };
        var all = net * onHand.Value / (decimal)size;
        return new(
            stock.Lot.Id, stock.Lot.Number, onHand,
            new(new(net.Round(8, MidpointRounding.AwayFromZero), currency), new(cost, currency)),
            new(new(all.Round(currency.Digits, MidpointRounding.AwayFromZero), currency), stock.Lot.UnitCost.ValueOf(onHand)));
    }
}
