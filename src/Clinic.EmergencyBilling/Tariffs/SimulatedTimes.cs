using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The times of a stay that nobody had, on the wall clock of the site.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Pauses">Stretches in which the billing clock stands still.</param>
/// <param name="Payer">The payer; null for the patient alone.</param>
/// <param name="ServiceLine">The service line, or null.</param>
/// <param name="Acuity">The acuity, or null.</param>
public sealed record SimulatedTimes(
    LocalEntry Start, LocalEntry End, IReadOnlyList<SimulatedPause>? Pauses = null, string? Payer = null, string? ServiceLine = null, AcuityLevel? Acuity = null);
