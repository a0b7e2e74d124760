using Clinic.Abstractions;

namespace Clinic.Dispensing.Closing;

/// <summary>The account of one delivered lot, in the account unit.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Unit">The account unit.</param>
/// <param name="Delivered">What was handed over.</param>
/// <param name="Used">What was given.</param>
/// <param name="Returned">What the pharmacy counted as returned.</param>
/// <param name="Wasted">What was discarded.</param>
/// <param name="Booked">The difference that was booked as unexplained.</param>
/// <param name="Pending">What was declared as returned and not yet counted.</param>
public sealed record ReconciliationRow(
    int Line, LotId Lot, string Number, UnitCode Unit, decimal Delivered, decimal Used, decimal Returned, decimal Wasted, decimal Booked, decimal Pending)
{
    /// <summary>What nothing accounts for: positive is missing, negative is too much.</summary>
    public decimal Difference => Delivered - Used - Returned - Wasted - Booked;

    internal RuleFailure NotBalanced() => new(DispensingRules.NotBalanced, ("line", Line), ("lot", Number), ("delivered", Delivered), ("used", Used),
        ("returned", Returned), ("wasted", Wasted), ("difference", Difference), ("unit", Unit));
}
