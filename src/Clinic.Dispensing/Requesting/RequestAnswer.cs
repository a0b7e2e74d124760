using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Requesting;

/// <summary>The request, and who may act on it next.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Status">Draft or requested.</param>
/// <param name="Version">Its version.</param>
/// <param name="ValidUntil">When it lapses.</param>
/// <param name="MayAuthorise">Active people who may authorise it; at most 50.</param>
/// <param name="MayPrepare">Active people who may prepare it; at most 50.</param>
public sealed record RequestAnswer(
    DispensationId Dispensation, DispenseStatus Status, long Version, NodaTime.Instant ValidUntil, IReadOnlyList<PersonId> MayAuthorise, IReadOnlyList<PersonId> MayPrepare);
