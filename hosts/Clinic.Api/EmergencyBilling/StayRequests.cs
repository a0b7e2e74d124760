using Clinic.Abstractions;
using Clinic.Api.Dispensing;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Registers a patient who comes.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Encounter">The visit as the clinic's own system names it; missing for a new one.</param>
/// <param name="Department">The department that receives the patient.</param>
/// <param name="Payer">The code of the payer; missing for the patient alone.</param>
/// <param name="ServiceLine">The code of the service line.</param>
/// <param name="Acuity">The acuity, where triage has judged already.</param>
/// <param name="At">When; missing for now, or for the local time.</param>
/// <param name="AtLocal">When, as typed on the wall clock of the site.</param>
/// <param name="Source">Reception, voice or import.</param>
public sealed record RegisterStayRequest(
    PatientId Patient, EncounterId? Encounter = null, DepartmentId? Department = null, string? Payer = null, string? ServiceLine = null, AcuityLevel? Acuity = null,
    Instant? At = null, LocalEntry? AtLocal = null, StaySource Source = StaySource.Reception)
{
    /// <summary>Nothing of the patient.</summary>
    public override string ToString() => "a registration";
}

/// <summary>What every request about the clock of a stay may say.</summary>
public abstract record StayClockRequest
{
    /// <summary>When; missing for now, or for the local time.</summary>
    public Instant? At { get; init; }

    /// <summary>When, as typed on the wall clock of the site, with a choice where the clock was changed.</summary>
    public LocalEntry? AtLocal { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The second person, where what is entered late or after the close needs one.</summary>
    public ProofRequest? Approver { get; init; }

    /// <summary>The station; or send it as a header.</summary>
    public string? Device { get; init; }

    /// <summary>Reception, voice or import.</summary>
    public StaySource Source { get; init; } = StaySource.Reception;

    /// <summary>The version that was read, or send it as If-Match; missing to act on whatever is stored.</summary>
    public long? Version { get; init; }

    /// <summary>The version only; reasons may be private.</summary>
    public sealed override string ToString() => $"version {Version}";
}

/// <summary>A step of the clock that needs nothing but to be taken.</summary>
public sealed record StayStepRequest : StayClockRequest;

/// <summary>Lets the clock stand still.</summary>
/// <param name="Kind">Why; other needs a reason too.</param>
public sealed record PauseStayRequest(PauseKind Kind) : StayClockRequest;

/// <summary>Ends the clock.</summary>
/// <param name="Disposition">How the stay ended.</param>
public sealed record EndStayRequest(Disposition Disposition) : StayClockRequest;

/// <summary>Says another acuity.</summary>
/// <param name="Acuity">The acuity from then on.</param>
public sealed record ChangeAcuityRequest(AcuityLevel Acuity) : StayClockRequest;

/// <summary>Says another payer.</summary>
/// <param name="Payer">The code of the payer from then on; null for the patient alone.</param>
public sealed record ChangePayerRequest(string? Payer) : StayClockRequest;

/// <summary>Gives the patient to another department.</summary>
/// <param name="Department">The department from then on.</param>
/// <param name="ServiceLine">The service line from then on; missing as before.</param>
public sealed record TransferStayRequest(DepartmentId Department, string? ServiceLine = null) : StayClockRequest;

/// <summary>Says how far care has come.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Disposition">How the patient left; only of departures.</param>
public sealed record MoveCareRequest(ClinicalTrigger Step, Disposition? Disposition = null) : StayClockRequest;

/// <summary>Takes time out of a bill, from at on.</summary>
/// <param name="Until">The end, exclusive; or the local time.</param>
/// <param name="UntilLocal">The end as typed on the wall clock.</param>
public sealed record CarveOutRequest(Instant? Until = null, LocalEntry? UntilLocal = null) : StayClockRequest;

/// <summary>Replaces the time of an entry.</summary>
/// <param name="Event">The entry, or a correction of it.</param>
/// <param name="Until">The end of a carve-out, where it is corrected too.</param>
/// <param name="UntilLocal">The same as typed on the wall clock.</param>
public sealed record CorrectTimeRequest(StayEventId Event, Instant? Until = null, LocalEntry? UntilLocal = null) : StayClockRequest;

/// <summary>Lets the clock of a closed stay go on.</summary>
/// <param name="Gap">What the time since the close is.</param>
public sealed record ReopenStayRequest(GapMode Gap) : StayClockRequest;

/// <summary>Ends a stay that should not have been, or is not charged.</summary>
public sealed record ReasonedStayRequest(string Reason, StaySource Source = StaySource.Reception, long? Version = null)
{
    /// <summary>The version only; reasons may be private.</summary>
    public override string ToString() => $"version {Version}";
}
