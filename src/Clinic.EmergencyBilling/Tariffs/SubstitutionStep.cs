using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The price of the whole time up to a limit.</summary>
/// <param name="UpTo">The limit in billed time; null for the last step.</param>
/// <param name="Price">The price of all of it.</param>
public sealed record SubstitutionStep(Duration? UpTo, decimal Price);
