using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Which stays are asked for; every part that is missing takes all.</summary>
/// <param name="Status">In this status.</param>
/// <param name="Clinical">In this clinical status.</param>
/// <param name="IsOpen">Only those whose clock runs or stands still, or only the others.</param>
/// <param name="Patient">Of one patient.</param>
/// <param name="Encounter">Of one visit.</param>
/// <param name="Department">In one department now.</param>
/// <param name="Payer">For one payer now.</param>
/// <param name="From">Registered at this instant or later.</param>
/// <param name="Until">Registered before this instant.</param>
public readonly record struct StayListFilter(
    Word<StayStatus>? Status, Word<ClinicalStatus>? Clinical, bool? IsOpen, PatientId? Patient, EncounterId? Encounter, DepartmentId? Department, string? Payer,
    Moment? From, Moment? Until)
{
    internal StayQuery Query => new()
    {
        Statuses = Status is { } status ? [status.Value] : [],
        Clinical = Clinical is { } clinical ? [clinical.Value] : [],
        IsOpen = IsOpen,
        Patient = Patient,
        Encounter = Encounter,
        Department = Department,
        Payer = Payer,
        From = From?.Value,
        Until = Until?.Value,
    };
}
