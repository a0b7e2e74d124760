using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Storage.Turso.EmergencyBilling.Stays;

/// <summary>What an entry says beside its time and author; no statement asks for it.</summary>
internal sealed record StayEventDetail
{
    public EnteredLocal? Entered { get; init; }

    public EnteredLocal? UntilEntered { get; init; }

    public StayApproval? Approval { get; init; }

    public Disposition? Disposition { get; init; }

    public PauseKind? Pause { get; init; }

    public AcuityLevel? Acuity { get; init; }

    public string? Payer { get; init; }

    public string? ServiceLine { get; init; }

    public DepartmentId? Department { get; init; }

    public GapMode? Gap { get; init; }

    public ClinicalStatus? Clinical { get; init; }

    public static StayEventDetail Of(StayEvent e) => new()
    {
        Entered = e.Entered,
        UntilEntered = e.UntilEntered,
        Approval = e.Approval,
        Disposition = e.Disposition,
        Pause = e.Pause,
        Acuity = e.Acuity,
        Payer = e.Payer,
        ServiceLine = e.ServiceLine,
        Department = e.Department,
        Gap = e.Gap,
        Clinical = e.Clinical,
    };
}
