using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A stretch of the local wall clock, [from, to); over midnight when to is not after from.</summary>
/// <remarks>Every instant is classified for itself: an hour the clock skips adds nothing, one it repeats counts twice.</remarks>
/// <param name="From">The first local time inside, in whole seconds.</param>
/// <param name="To">The first local time outside; never equal to <paramref name="From"/>.</param>
public sealed record TimeBand(LocalTime From, LocalTime To);
