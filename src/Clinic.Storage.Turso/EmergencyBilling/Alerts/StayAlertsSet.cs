namespace Clinic.Storage.Turso.EmergencyBilling.Alerts;

/// <summary>The tables of watches over stays, their alerts, and the rules of sites.</summary>
internal static class StayAlertsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "emergency-alerts", "EmergencyBilling.Alerts",
        new FactKind("emergency.stay-watch", "stay_watches", "stay_id"),
        new FactKind("emergency.alert-rules", "stay_alert_rules", "site_id", "max(version)"));
}
