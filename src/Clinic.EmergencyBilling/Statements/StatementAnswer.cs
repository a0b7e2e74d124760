using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What is answered to a new revision of a bill.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Total">What is owed now.</param>
/// <param name="Before">What was owed by the revision before; null when there was none.</param>
public sealed record StatementAnswer(StayId Stay, int Revision, decimal Total, decimal? Before);
