using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>The whole state of a <see cref="RecallNotice"/>, as stores keep it; no name and no contact.</summary>
/// <param name="Id">The id.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Recipient">Who received the goods.</param>
/// <param name="Lines">What and when, at least one.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">Every try to reach the recipient, in order.</param>
/// <param name="Reply">The answer, or null.</param>
/// <param name="ClosedBy">Who looked at it last, or null.</param>
/// <param name="Closed">When, or null.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record RecallNoticeSnapshot(
    RecallNoticeId Id, RecallCampaignId Campaign, RecallRecipient Recipient, IReadOnlyList<RecallNoticeLine> Lines, RecallNoticeStatus Status,
    IReadOnlyList<RecallAttempt> Attempts, RecallReply? Reply, PersonId? ClosedBy, Instant? Closed, long Version);
