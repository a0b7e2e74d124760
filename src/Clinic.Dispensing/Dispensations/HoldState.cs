using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Why preparation pauses, and until when.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="Until">When the hold ends and stock is given free.</param>
/// <param name="By">Who paused it.</param>
/// <param name="At">When.</param>
public sealed record HoldState(string Reason, Instant Until, PersonId By, Instant At)
{
    /// <summary>The end of the hold only.</summary>
    public override string ToString() => $"until {Until}";
}
