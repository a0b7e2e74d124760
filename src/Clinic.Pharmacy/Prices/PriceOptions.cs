namespace Clinic.Pharmacy.Prices;

/// <summary>Habits of a clinic in changing prices.</summary>
public sealed class PriceOptions
{
    /// <summary>Whether a price list changes only when one person prepared it and another approves.</summary>
    /// <value>Default false.</value>
    public bool TwoPeople { get; set; }
}
