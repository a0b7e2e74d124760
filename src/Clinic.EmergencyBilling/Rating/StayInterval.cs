using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>A stretch of a stay in which the billing clock stands still: a pause, or a carve-out said later.</summary>
/// <param name="From">When it begins, inclusive.</param>
/// <param name="To">When it ends, exclusive; null while it lasts.</param>
public sealed record StayInterval(Instant From, Instant? To);
