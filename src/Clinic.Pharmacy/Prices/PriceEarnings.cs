using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price leaves over its cost, in words that cannot be misread.</summary>
/// <param name="Net">What is earned without tax, zero or more.</param>
/// <param name="Cost">What was paid for the goods, as a magnitude: zero or more, exact.</param>
public sealed record PriceEarnings(Money Net, Money Cost)
{
    /// <summary>Net less cost: above zero is a gain, below zero a loss.</summary>
    public Money Profit => Net - Cost;

    /// <summary>Profit by net; null when nothing is earned.</summary>
    public MarginOnPrice? Margin => MarginOnPrice.Of(Net.Amount, Cost.Amount);

    /// <summary>Profit by cost; null when nothing was paid.</summary>
    public MarkupOnCost? Markup => MarkupOnCost.Of(Net.Amount, Cost.Amount);
}
