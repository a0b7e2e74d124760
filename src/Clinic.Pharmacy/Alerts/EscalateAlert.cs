namespace Clinic.Pharmacy.Alerts;

/// <summary>Tells the next people of an alert, or opens it again after it was put off.</summary>
/// <param name="Alert">The alert.</param>
public sealed record EscalateAlert(AlertId Alert) : PharmacyCommand<AlertAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.escalate-alert";
}
