using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>The whole state of an <see cref="Alert"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Cause">Why it was raised.</param>
/// <param name="Episode">How often this cause has been raised, from 1.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Raised">When it was raised.</param>
/// <param name="IsAnnounced">Whether its event was published.</param>
/// <param name="Level">How often it escalated.</param>
/// <param name="Due">When it escalates or wakes next; null for never.</param>
/// <param name="AnsweredBy">Who answered last, or null.</param>
/// <param name="Answered">When, or null.</param>
/// <param name="Note">What that person wrote, or null.</param>
/// <param name="Resolved">When it ended, or null.</param>
/// <param name="End">Why it ended, or null.</param>
/// <param name="IsCauseGone">Whether the cause went away, so that it may be raised again when it comes back.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record AlertSnapshot(
    AlertId Id, AlertCause Cause, int Episode, AlertStatus Status, Instant Raised, bool IsAnnounced, int Level, Instant? Due, PersonId? AnsweredBy,
    Instant? Answered, string? Note, Instant? Resolved, AlertEnd? End, bool IsCauseGone, long Version);
