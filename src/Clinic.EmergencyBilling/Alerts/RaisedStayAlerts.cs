namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What one look at a stay brought.</summary>
/// <param name="Raised">Levels raised.</param>
/// <param name="Escalated">Alerts of which the next in the list was told.</param>
internal sealed record RaisedStayAlerts(int Raised, int Escalated);
