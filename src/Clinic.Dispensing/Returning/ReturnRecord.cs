using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Returning;

/// <summary>A return in two steps: the ward declares, the pharmacy counts.</summary>
/// <param name="Id">The id.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Declared">What the ward says, in the account unit.</param>
/// <param name="Condition">In which condition.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="DeclaredBy">Who declared it, and when.</param>
/// <param name="Counted">What the pharmacy counted, in the account unit; null while pending.</param>
/// <param name="CountedBy">Who counted it; null while pending.</param>
/// <param name="To">Where it was put; null while pending or when nothing came.</param>
public sealed record ReturnRecord(
    ReturnId Id, int Line, LotId Lot, decimal Declared, ReturnCondition Condition, string Reason, Signed DeclaredBy, decimal? Counted = null,
    Signed? CountedBy = null, LocationId? To = null)
{
    /// <summary>Whether the pharmacy has yet to count it.</summary>
    public bool IsPending => Counted is null;

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
