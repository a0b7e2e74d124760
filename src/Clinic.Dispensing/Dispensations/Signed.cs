using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Who did a step, and when.</summary>
/// <param name="By">The person.</param>
/// <param name="At">The instant.</param>
public sealed record Signed(PersonId By, Instant At);
