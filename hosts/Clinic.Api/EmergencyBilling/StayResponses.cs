using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>A stay as it is held now, corrections applied.</summary>
/// <param name="Id">The id.</param>
/// <param name="Patient">The patient.</param>
/// <param name="Encounter">The visit.</param>
/// <param name="Status">Where it stands on its way to a settled bill.</param>
/// <param name="Clinical">How far care has come.</param>
/// <param name="RegisteredAt">When the patient was registered.</param>
/// <param name="StartedAt">When the clock began.</param>
/// <param name="PausedAt">When the current pause began.</param>
/// <param name="EndedAt">When the clock ended.</param>
/// <param name="Disposition">How it ended.</param>
/// <param name="ClosedBy">Who closed it.</param>
/// <param name="Payer">Who pays; null for the patient alone.</param>
/// <param name="ServiceLine">The service line.</param>
/// <param name="Acuity">The acuity.</param>
/// <param name="Department">The department.</param>
/// <param name="Zone">The zone of its local times.</param>
/// <param name="Entries">How many entries its log has.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record StayResponse(
    StayId Id, PatientId Patient, EncounterId Encounter, StayStatus Status, ClinicalStatus Clinical, Instant RegisteredAt, Instant? StartedAt, Instant? PausedAt,
    Instant? EndedAt, Disposition? Disposition, PersonId? ClosedBy, string? Payer, string? ServiceLine, AcuityLevel? Acuity, DepartmentId? Department, string Zone,
    int Entries, long Version)
{
    internal static StayResponse Of(EmergencyStay s) => new(
        s.Id, s.Patient, s.Encounter, s.Status, s.Clinical, s.RegisteredAt, s.StartedAt, s.PausedAt, s.EndedAt, s.Disposition, s.ClosedBy, s.Payer, s.ServiceLine,
        s.Acuity, s.Department, s.Zone, s.Events.Count, s.Version);

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>An entry of the log of a stay, superseded or not.</summary>
/// <param name="Entry">What was recorded.</param>
/// <param name="SupersededBy">The correction that took its place, or null.</param>
public sealed record StayEntryResponse(StayEvent Entry, StayEventId? SupersededBy)
{
    internal static IReadOnlyList<StayEntryResponse> Of(EmergencyStay s) =>
        [.. s.Events.Select(e => new StayEntryResponse(e, s.Events.FirstOrDefault(c => c.Supersedes == e.Id)?.Id))];

    /// <summary>The id only.</summary>
    public override string ToString() => Entry.Id.ToString();
}

/// <summary>What a stay costs at one moment, in figures and in words.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Statement">The figures, as the bill would say.</param>
/// <param name="Words">How they come about, sentence by sentence.</param>
public sealed record StayPreviewResponse(StayResponse Stay, ChargeStatement Statement, IReadOnlyList<string> Words);
