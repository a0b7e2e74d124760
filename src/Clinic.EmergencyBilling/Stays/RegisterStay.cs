using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Registers a patient who comes; the clock begins with a command of its own.</summary>
public sealed record RegisterStay : EmergencyCommand<StayAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.register-stay";

    /// <summary>The patient.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>The visit as the clinic's own system names it; null for a new one.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary>The department that receives the patient, or null.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>The code of the payer, at most 60 characters; null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>The code of the service line, at most 60 characters, or null.</summary>
    public string? ServiceLine { get; init; }

    /// <summary>The acuity, where triage has judged already.</summary>
    public AcuityLevel? Acuity { get; init; }

    /// <summary>When the patient came; null for now, or for the local time.</summary>
    public Instant? At { get; init; }

    /// <summary>When, as typed on the wall clock of the site; null for now, or for the instant.</summary>
    public LocalEntry? AtLocal { get; init; }

    /// <summary>Where the command came from.</summary>
    public StaySource Source { get; init; }
}
