using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>One try to reach a recipient.</summary>
/// <param name="By">Who tried.</param>
/// <param name="How">How.</param>
/// <param name="At">When.</param>
/// <param name="Reached">Whether the recipient was told.</param>
public sealed record RecallAttempt(PersonId By, RecallChannel How, Instant At, bool Reached);
