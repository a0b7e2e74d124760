using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>A day behind an alert, so that a reader can judge for himself.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Quantity">What it used, in base units.</param>
public sealed record AlertEvidence(LocalDate Day, decimal Quantity);
