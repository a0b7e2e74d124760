namespace Clinic.Storage.Turso.Pharmacy.Alerts;

/// <summary>The tables of alerts and their rules.</summary>
internal static class AlertsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "pharmacy-alerts", "Pharmacy.Alerts",
        new FactKind("pharmacy.alert", "alerts"),
        new FactKind("pharmacy.alert-rule", "alert_rules"),
        new FactKind("pharmacy.alert-scan", "alert_scans"));
}
