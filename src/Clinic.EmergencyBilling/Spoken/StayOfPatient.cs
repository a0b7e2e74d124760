using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>A stay that is registered, running or paused.</summary>
/// <param name="Id">The stay.</param>
/// <param name="Patient">Its patient.</param>
/// <param name="Status">Where its clock stands.</param>
/// <param name="RegisteredAt">When the patient arrived, by which several stays are told apart.</param>
/// <param name="Zone">The zone of its local times, as an IANA name.</param>
/// <param name="Version">Its version; a command that was carried out makes another.</param>
public sealed record StayOfPatient(StayId Id, PatientId Patient, StayStatus Status, Instant RegisteredAt, string Zone, long Version);
