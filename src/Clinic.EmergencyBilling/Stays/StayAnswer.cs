using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Where a stay stands after a command.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Encounter">Its visit.</param>
/// <param name="Event">The entry that the command left in the log.</param>
/// <param name="Status">Its billing status.</param>
/// <param name="Clinical">Its clinical status.</param>
/// <param name="Version">Its version.</param>
public sealed record StayAnswer(StayId Stay, EncounterId Encounter, StayEventId Event, StayStatus Status, ClinicalStatus Clinical, long Version);
