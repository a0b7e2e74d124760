namespace Clinic.EmergencyBilling.Statements;

/// <summary>What a change of a stay does to its bill, staged when every guard holds.</summary>
/// <param name="Revision">The revision that counts after it; null when there is none.</param>
/// <param name="Total">What is owed by it; null when nothing is said.</param>
/// <param name="Stage">Stages it.</param>
internal sealed record BillChange(int? Revision, decimal? Total, Action Stage)
{
    public static BillChange None { get; } = new(null, null, () => { });
}
