using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A date that counts as a holiday; a substitute day names the date it stands for.</summary>
/// <param name="Date">The local date on which it is kept.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
/// <param name="SubstituteFor">The date it stands for, or null; that date is a holiday only if listed itself.</param>
public sealed record Holiday(LocalDate Date, string Name, LocalDate? SubstituteFor = null);
