using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>Prices a line: pure, exact, rounded once, and able to say why.</summary>
/// <remarks>
/// A special amount comes first, then the wholesale prices of the largest minimum that is reached, then the rest of the list;
/// within each the largest packs first, and base units last. A percentage comes off every price. The floor holds in the end.
/// </remarks>
public static class PriceQuoter
{
    /// <summary>The largest amount of a line: 10^12.</summary>
    public const decimal LargestLine = 1_000_000_000_000m;

    /// <summary>The price of a line.</summary>
    /// <exception cref="PharmacyException">No price is in force, prices overlap, currencies mix, or the lots do not fit.</exception>
    public static PriceQuote Quote(PriceRequest request, PricesInForce prices)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(prices);
        var failures = new Failures();
        failures.Add(request.Presentation.TryConvert(request.Quantity, out var quantity));
        failures.ThrowIfAny();
        CheckLots(request, quantity, failures);
        var list = PriceFinder.List(request, prices, failures);
        var special = PriceFinder.Special(request, prices, failures);
        failures.ThrowIfAny();

        var (group, rate) = PriceFinder.Tax(request, prices, list!);
        var state = list!.ToSnapshot();
        var line = new PriceLine(request, quantity, list, special);
        var parts = line.Cover();
        var amount = line.Round(parts.Select(p => p.Exact));
        var taxed = state.TaxInclusive
            ? Included(amount, rate.Percent, new(state.Rounding))
            : (Net: amount, Total: amount + new Money(amount.Amount * rate.Percent / 100, amount.Currency).Round(new(state.Rounding)));
        var cost = line.Cost;
        var earnings = cost is { } c ? new PriceEarnings(taxed.Net, c) : null;
        return new(
            request.Presentation.Id, quantity, request.Segment, prices.On, new(list.Id, list.Code, list.Version, special?.Id), state.TaxInclusive, state.Rounding,
            [.. parts.Select(p => p.Part)], line.Discount(amount), taxed.Net, [new(group.Code, rate.Percent, group.IsExempt, taxed.Net, taxed.Total - taxed.Net)], taxed.Total,
            [.. Warnings(parts, taxed.Total, earnings, special, prices)], Split(request, quantity, taxed.Net, taxed.Total), earnings);
    }

    private static (Money Net, Money Total) Included(Money total, decimal percent, RoundingPolicy rounding)
    {
        var net = ((ExactAmount)total.Amount * 100m / (100m + percent)).Round(total.Currency.Digits, rounding.Mode);
        return (new(net, total.Currency), total);
    }

    private static void CheckLots(PriceRequest request, StockQuantity quantity, Failures failures)
    {
        if (request.Lots is not { } lots) return;
        foreach (var mixed in lots.Select(l => l.UnitCost.Currency).Where(c => c != request.Currency).Distinct())
            failures.Add(PharmacyRules.CurrencyMixed, ("found", mixed), ("allowed", request.Currency));
        var sum = lots.Sum(l => l.Quantity.Value);
        failures.Require(sum == quantity.Value && lots.All(l => l.Quantity.Steps > 0 && l.Quantity.Scale == quantity.Scale),
            PharmacyRules.LotPartsDiffer, ("found", sum), ("asked", quantity));
    }

    private static IEnumerable<PriceWarning> Warnings(
        IReadOnlyList<(PricedPart Part, ExactAmount Exact)> parts, Money total, PriceEarnings? earnings, SpecialPrice? special, PricesInForce prices)
    {
        if (earnings is null) yield return PriceWarning.NoCost;
        else if (earnings.Profit.Amount < 0) yield return PriceWarning.BelowCost;
        if (parts.Any(p => p.Part.FloorApplied)) yield return PriceWarning.BelowFloor;
        if (special is not null && special.Last == prices.On) yield return PriceWarning.SpecialExpiresToday;
        if (total.Amount == 0 && special?.ToSnapshot().PercentOff != 100) yield return PriceWarning.RoundedToZero;
    }

    private static IReadOnlyList<LotShare> Split(PriceRequest request, StockQuantity quantity, Money net, Money total)
    {
        if (request.Lots is not { Count: > 0 } lots) return [];
        var weights = lots.Select(l => (decimal)l.Quantity.Steps).ToList();
        var nets = net.Split(weights);
        var taxes = (total - net).Split(weights);
        return [.. lots.Select((l, i) => new LotShare(l.Lot, l.Quantity, nets[i], taxes[i], new(nets[i], l.UnitCost.ValueOf(l.Quantity))))];
    }
}
