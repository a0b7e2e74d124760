using Clinic.Abstractions;
using Clinic.Dispensing.Closing;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Which dispensations are wanted; every part that is not null must hold.</summary>
public sealed record DispensationQuery
{
    /// <summary>Any of these dispense statuses; empty for all.</summary>
    public IReadOnlyList<DispenseStatus> Statuses { get; init; } = [];

    /// <summary>Any of these accountability statuses; empty for all.</summary>
    public IReadOnlyList<AccountabilityStatus> Accountabilities { get; init; } = [];

    /// <summary>Any of these receiving departments; null for all.</summary>
    public IReadOnlyList<DepartmentId>? Departments { get; init; }

    /// <summary>Any of these serving departments; null for all.</summary>
    public IReadOnlyList<DepartmentId>? Pharmacies { get; init; }

    /// <summary>Received or served by any of these departments; null for all.</summary>
    public IReadOnlyList<DepartmentId>? VisibleTo { get; init; }

    /// <summary>Only or no routine requests, which wait for their authoriser before the pharmacy may begin.</summary>
    public bool? AwaitsAuthoriser { get; init; }

    /// <summary>Only urgent or only routine ones.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Only authorised or only unauthorised ones.</summary>
    public bool? IsAuthorised { get; init; }

    /// <summary>Only with or only without a return that waits to be counted.</summary>
    public bool? HasPendingReturn { get; init; }

    /// <summary>The patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>The encounter or stay.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary>A lot that is kept aside for it or was handed over with it.</summary>
    public LotId? Lot { get; init; }

    /// <summary>The site.</summary>
    public SiteId? Site { get; init; }
}
