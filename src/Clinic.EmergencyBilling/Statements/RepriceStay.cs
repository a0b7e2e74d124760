using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Prices a closed stay again after its tariff or calendar was corrected; needs a reason.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Reason">Why, 1 to 300 characters.</param>
/// <param name="Version">The version of the stay that was read; null to act on whatever is stored.</param>
public sealed record RepriceStay(StayId Stay, string Reason, long? Version = null) : EmergencyCommand<StatementAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.reprice-stay";
}
