using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Why a dispensation ended without being delivered in whole.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="By">Who ended it.</param>
/// <param name="At">When.</param>
public sealed record EndState(string Reason, PersonId By, Instant At)
{
    /// <summary>The instant only.</summary>
    public override string ToString() => $"at {At}";
}
