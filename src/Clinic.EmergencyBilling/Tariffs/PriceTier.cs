using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A stretch of time with its rate.</summary>
/// <param name="UpTo">The limit in billed time; null for the last tier.</param>
/// <param name="PerHour">The amount for one hour.</param>
public sealed record PriceTier(Duration? UpTo, decimal PerHour);
