namespace Clinic.Pharmacy.Alerts;

/// <summary>Publishes one event for all alerts that wait for theirs.</summary>
public sealed record AnnounceAlerts : PharmacyCommand<AlertScanAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.announce-alerts";
}
