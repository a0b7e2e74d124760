using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>A working shift; it lasts until the next one begins.</summary>
/// <param name="Name">What people call it, 1 to 40 characters.</param>
/// <param name="Begins">When it begins, by the clock on the wall.</param>
public sealed record Shift(string Name, LocalTime Begins);
