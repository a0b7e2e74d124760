using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Where a stay stands after a command.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Encounter">Its visit.</param>
/// <param name="Event">The entry that the command left in the log.</param>
/// <param name="Status">Its billing status.</param>
/// <param name="Clinical">Its clinical status.</param>
/// <param name="Version">Its version.</param>
/// <param name="Revision">The revision of its bill that the command made or used; null for none.</param>
/// <param name="Total">What is owed by it; null where nothing is said.</param>
public sealed record StayAnswer(StayId Stay, EncounterId Encounter, StayEventId Event, StayStatus Status, ClinicalStatus Clinical, long Version,
    int? Revision = null, decimal? Total = null);
