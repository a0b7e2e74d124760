using System.Globalization;

namespace Clinic.Pharmacy.Prices;

/// <summary>How the price of an entry comes about: an amount, or a relation to the cost of the lots.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Value">The amount in the list's currency, or the percentage.</param>
public sealed record PriceRule(PriceRuleKind Kind, decimal Value)
{
    /// <summary>The largest amount of a price: 10^9.</summary>
    public const decimal LargestAmount = 1_000_000_000m;

    /// <summary>The largest markup: 10,000 %.</summary>
    public const decimal LargestMarkup = 10_000m;

    /// <summary>Decimals of an amount or percentage.</summary>
    public const int Decimals = 6;

    /// <summary>Whether it needs the cost of the lots.</summary>
    public bool NeedsCost() => Kind != PriceRuleKind.Fixed;

    /// <summary>A fixed amount.</summary>
    public static PriceRule Fixed(decimal amount) => new(PriceRuleKind.Fixed, amount);

    /// <summary>A markup over the cost.</summary>
    public static PriceRule From(MarkupOnCost markup) => new(PriceRuleKind.MarkupOnCost, markup.Percent);

    /// <summary>A margin on the price.</summary>
    public static PriceRule From(MarginOnPrice margin) => new(PriceRuleKind.MarginOnPrice, margin.Percent);

    /// <summary>Invariant text such as <c>1.25</c>, <c>25 % over cost</c> or <c>20 % of the price</c>.</summary>
    public override string ToString() => Kind switch
    {
        PriceRuleKind.MarkupOnCost => string.Create(CultureInfo.InvariantCulture, $"{Value:0.######} % over cost"),
        PriceRuleKind.MarginOnPrice => string.Create(CultureInfo.InvariantCulture, $"{Value:0.######} % of the price"),
        _ => Value.ToString("0.00####", CultureInfo.InvariantCulture),
    };

    internal static void Check(Failures failures, PriceRule rule)
    {
        var fine = decimal.Round(rule.Value, Decimals) == rule.Value;
        switch (rule.Kind)
        {
            case PriceRuleKind.Fixed:
                failures.Require(rule.Value > 0 && rule.Value <= LargestAmount && fine, PharmacyRules.PriceAmountInvalid, ("found", rule.Value), ("allowed", "more than 0, to 1000000000, with at most 6 decimals"));
                break;
            case PriceRuleKind.MarkupOnCost:
                failures.Require(rule.Value >= 0 && rule.Value <= LargestMarkup && fine, PharmacyRules.RateOutOfRange, ("field", "markup"), ("found", rule.Value), ("allowed", "0 to 10000"));
                break;
            case PriceRuleKind.MarginOnPrice:
                failures.Require(rule.Value >= 0 && rule.Value <= 99.99m && fine, PharmacyRules.RateOutOfRange, ("field", "margin"), ("found", rule.Value), ("allowed", "0 to 99.99"));
                break;
            default:
                failures.Add(PharmacyRules.FieldInvalid, ("field", "rule.kind"), ("found", rule.Kind), ("allowed", "fixed, markupOnCost, marginOnPrice"));
                break;
        }
    }
}
