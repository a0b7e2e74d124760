using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>A time as a person typed it on the wall clock of the site.</summary>
/// <param name="Local">Date and time; finer than a second is cut.</param>
/// <param name="Choice">Which instant is meant where the clock was changed; strict refuses such times.</param>
public sealed record LocalEntry(LocalDateTime Local, LocalChoice Choice = LocalChoice.Strict);
