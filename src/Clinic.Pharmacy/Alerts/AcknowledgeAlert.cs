namespace Clinic.Pharmacy.Alerts;

/// <summary>Says that somebody saw an alert and looks after it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Note">What is done about it; at most 500 characters.</param>
public sealed record AcknowledgeAlert(AlertId Alert, long Version, string? Note = null) : PharmacyCommand<AlertAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.acknowledge-alert";
}
