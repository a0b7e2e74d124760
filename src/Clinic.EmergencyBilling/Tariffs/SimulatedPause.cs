using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A pause of a simulated stay.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
public sealed record SimulatedPause(LocalEntry Start, LocalEntry End);
