namespace Clinic.Pharmacy.Alerts;

/// <summary>What a part of a scan did.</summary>
/// <param name="Raised">Alerts raised or announced.</param>
/// <param name="Ended">Alerts whose cause went away.</param>
public sealed record AlertScanAnswer(int Raised, int Ended);
