using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>One line while it is priced: covers the quantity with prices, largest packs first.</summary>
internal sealed class PriceLine
{
    private readonly PriceRequest request;
    private readonly StockQuantity quantity;
    private readonly PriceList list;
    private readonly SpecialPriceSnapshot? special;
    private readonly List<PriceEntry> entries;
    private readonly ExactAmount? cost;

    public PriceLine(PriceRequest request, StockQuantity quantity, PriceList list, SpecialPrice? special)
    {
        this.request = request;
        this.quantity = quantity;
        this.list = list;
        this.special = special?.ToSnapshot();
        entries = [.. list.Entries.Where(e => e.Presentation == request.Presentation.Id)];
        if (request.Lots is { Count: > 0 } lots) cost = lots.Aggregate((ExactAmount)0m, (sum, l) => sum + ((ExactAmount)l.UnitCost.Amount * l.Quantity.Value));
    }

    // A unit cost has 8 decimals and a quantity at most 6, so 14 hold every cost exactly.
    public Money? Cost => cost is { } known ? new(Checked(known).Round(UnitCost.Decimals + 6, MidpointRounding.ToEven), request.Currency) : null;

    private MidpointRounding Mode => list.ToSnapshot().Rounding;

    public IReadOnlyList<(PricedPart Part, ExactAmount Exact)> Cover() => Cover(withSpecial: true);

    public Money Round(IEnumerable<ExactAmount> parts) =>
        new(Checked(parts.Aggregate((ExactAmount)0m, (sum, p) => sum + p)).Round(request.Currency.Digits, Mode), request.Currency);

    /// <summary>What the list alone would charge, less what is charged; nothing when the list alone cannot price it.</summary>
    public Money Discount(Money charged)
    {
        var nothing = Money.Zero(request.Currency);
        if (special is null) return nothing;
        if (special.Amount is not null && (Rest(withSpecial: false) > 0 || (cost is null && entries.Any(e => e.Rule.NeedsCost())))) return nothing;
        var less = Round(Cover(withSpecial: false).Select(p => p.Exact)) - charged;
        return less.Amount > 0 ? less : nothing;
    }

    private List<(PricedPart Part, ExactAmount Exact)> Cover(bool withSpecial)
    {
        var parts = new List<(PricedPart, ExactAmount)>();
        foreach (var (entry, size, count) in Shares(withSpecial)) parts.Add(Price(entry, size, count, withSpecial));
        var rest = Rest(withSpecial);
        return rest == 0
            ? parts
            : throw new PharmacyException(PharmacyRules.PriceRestUncovered, ("presentation", request.Presentation.Id), ("found", rest));
    }

    private decimal Rest(bool withSpecial) => quantity.Value - Shares(withSpecial).Sum(s => s.Size * s.Count);

    private IEnumerable<(PriceEntry Entry, long Size, decimal Count)> Shares(bool withSpecial)
    {
        var rest = quantity.Value;
        foreach (var tier in Tiers(withSpecial))
        {
            foreach (var (entry, size) in tier.Select(e => (e, UnitsPer(e.Per))).OrderByDescending(e => e.Item2))
            {
                var count = size == 1 && entry.Per.Level is null ? rest : decimal.Floor(rest / size);
                if (count == 0) continue;
                rest -= count * size;
                yield return (entry, size, count);
            }
        }
    }

    private IEnumerable<IEnumerable<PriceEntry>> Tiers(bool withSpecial)
    {
        if (withSpecial && special is { Amount: { } amount, Per: { } per })
            yield return [new(request.Presentation.Id, per, PriceRule.Fixed(amount), entries[0].TaxGroup, FloorOf(per))];
        var reached = entries.Where(e => e.Per.Minimum <= quantity.Value).Max(e => e.Per.Minimum);
        if (reached is not null) yield return entries.Where(e => e.Per.Minimum == reached);
        yield return entries.Where(e => e.Per.Minimum is null);
    }

    // The floor of the same pack; else the lowest of the product, unit by unit.
    private decimal? FloorOf(PricePer per) =>
        entries.FirstOrDefault(e => e.Per == per)?.Floor ?? LowestFloor(UnitsPer(per));

    private decimal? LowestFloor(long size) =>
        entries.Where(e => e.Floor is not null).Min(e => e.Floor * size / UnitsPer(e.Per)) is { } lowest
            ? decimal.Round(lowest, PriceRule.Decimals, MidpointRounding.AwayFromZero)
            : null;

    private (PricedPart Part, ExactAmount Exact) Price(PriceEntry entry, long size, decimal count, bool withSpecial)
    {
        var listed = Listed(entry.Rule, size);
        var asked = withSpecial && special?.PercentOff is { } off ? listed * (100m - off) / 100m : listed;
        var floored = entry.Floor is { } floor && asked < floor;
        var price = floored ? entry.Floor!.Value : asked;
        var isSpecial = withSpecial && special?.Amount is not null && !entries.Contains(entry);
        return (
            new(entry.Per, size, count, Checked(price).Round(8, Mode), Checked(listed).Round(8, Mode), isSpecial ? null : entry.Rule, floored),
            price * count);
    }

    private ExactAmount Listed(PriceRule rule, long size)
    {
        if (!rule.NeedsCost()) return rule.Value;
        if (cost is not { } known) throw new PharmacyException(PharmacyRules.PriceNeedsCost, ("presentation", request.Presentation.Id));
        var perPack = known * (decimal)size / quantity.Value;
        return rule.Kind == PriceRuleKind.MarkupOnCost ? perPack * (100m + rule.Value) / 100m : perPack * 100m / (100m - rule.Value);
    }

    private long UnitsPer(PricePer per) =>
        per.Level is null ? 1 : request.Presentation.UnitsPer(per.Level)
            ?? throw new PharmacyException(PharmacyRules.UnitUnknown, ("found", per.Level), ("allowed", string.Join(", ", request.Presentation.Levels.Select(l => l.Name))));

    private ExactAmount Checked(ExactAmount amount) =>
        amount > PriceQuoter.LargestLine
            ? throw new PharmacyException(PharmacyRules.PriceLineTooLarge, ("presentation", request.Presentation.Id), ("allowed", PriceQuoter.LargestLine))
            : amount;
}
