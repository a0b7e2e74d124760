using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>The content of every event about a stay: ids and words, nothing about the patient, no reason.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Site">Its site.</param>
/// <param name="Encounter">Its visit.</param>
/// <param name="Event">The entry of the log.</param>
/// <param name="Kind">What the entry says.</param>
/// <param name="Status">The billing status since.</param>
/// <param name="Clinical">The clinical status since.</param>
/// <param name="Version">The version since.</param>
public sealed record StayHappening(
    StayId Stay, SiteId Site, EncounterId Encounter, StayEventId Event, StayEventKind Kind, StayStatus Status, ClinicalStatus Clinical, long Version);
