namespace Clinic.EmergencyBilling.Alerts;

/// <summary>A level that fired in a stay; it does not fire in it again, not even after a reopening.</summary>
/// <param name="Code">The code of the alert.</param>
/// <param name="Level">The level.</param>
public readonly record struct AlertMark(string Code, int Level);
