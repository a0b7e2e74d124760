using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>What became of one lot at a recipient, in base units.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Returned">What comes back or was destroyed there.</param>
/// <param name="Used">What was used.</param>
public sealed record RecallOutcome(LotId Lot, decimal Returned, decimal Used);
