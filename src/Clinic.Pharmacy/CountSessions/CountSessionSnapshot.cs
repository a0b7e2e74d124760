using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The whole state of a <see cref="CountSession"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Location">Where it counts.</param>
/// <param name="Kind">Everything or a part.</param>
/// <param name="Scope">Which part.</param>
/// <param name="IsBlind">Whether counters do not see what is expected.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Round">0 before the start, 1 while counting, one more with every recount.</param>
/// <param name="PlannedBy">Who planned it.</param>
/// <param name="Planned">When.</param>
/// <param name="Started">When the list was frozen, or null.</param>
/// <param name="Submitted">When it last went to review, or null.</param>
/// <param name="EndedBy">Who approved or cancelled it, or null.</param>
/// <param name="Ended">When, or null.</param>
/// <param name="Note">Why it was cancelled, or what the reviewer wrote; at most 200 characters.</param>
/// <param name="Lines">The lots, each once; none before the start.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record CountSessionSnapshot(
    CountSessionId Id, LocationId Location, CountSessionKind Kind, CountScope Scope, bool IsBlind, CountSessionStatus Status, int Round,
    PersonId PlannedBy, Instant Planned, Instant? Started, Instant? Submitted, PersonId? EndedBy, Instant? Ended, string? Note,
    IReadOnlyList<CountSessionLine> Lines, long Version);
