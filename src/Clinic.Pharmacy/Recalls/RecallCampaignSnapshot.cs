using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>The whole state of a <see cref="RecallCampaign"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Scope">Which lots.</param>
/// <param name="Measure">Recalled for good, or set aside.</param>
/// <param name="Urgency">How dangerous the goods are.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Document">The notice of the manufacturer or authority; at most 60 characters.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OpenedBy">Who opened it.</param>
/// <param name="Opened">When.</param>
/// <param name="Lots">What it took in, each lot once.</param>
/// <param name="ClosedBy">Who closed it, or null.</param>
/// <param name="Closed">When, or null.</param>
/// <param name="Conclusion">What came of it, or null; at most 200 characters.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record RecallCampaignSnapshot(
    RecallCampaignId Id, RecallScope Scope, RecallMeasure Measure, RecallUrgency Urgency, string Reason, string? Document, RecallCampaignStatus Status,
    PersonId OpenedBy, Instant Opened, IReadOnlyList<RecalledLot> Lots, PersonId? ClosedBy, Instant? Closed, string? Conclusion, long Version);
