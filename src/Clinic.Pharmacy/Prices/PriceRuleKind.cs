namespace Clinic.Pharmacy.Prices;

/// <summary>How a price comes about.</summary>
public enum PriceRuleKind
{
    /// <summary>A fixed amount.</summary>
    Fixed,

    /// <summary>The cost of the lots and a markup in percent of it.</summary>
    MarkupOnCost,

    /// <summary>What leaves a margin in percent of the price over the cost of the lots.</summary>
    MarginOnPrice,
}
