using Clinic.Dispensing.HandOvers;

namespace Clinic.Dispensing.Closing;

/// <summary>What one hand-over took of a lot; a return names its posting.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Posting">The posting of the ledger.</param>
/// <param name="Quantity">How much left, in base units.</param>
/// <param name="Returned">How much came back into the ledger, in base units.</param>
public sealed record LotIssue(HandOverId HandOver, Guid Posting, decimal Quantity, decimal Returned);
