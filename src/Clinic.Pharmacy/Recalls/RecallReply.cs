using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>What a recipient answered, or that nobody could be reached.</summary>
/// <param name="IsUnreachable">Whether the recipient was given up after enough attempts.</param>
/// <param name="Outcomes">What became of each lot; empty for the unreachable.</param>
/// <param name="By">Who noted it.</param>
/// <param name="At">When.</param>
public sealed record RecallReply(bool IsUnreachable, IReadOnlyList<RecallOutcome> Outcomes, PersonId By, Instant At);
