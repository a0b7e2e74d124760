using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Which stays are wanted; every part that is not null must hold.</summary>
public sealed record StayQuery
{
    /// <summary>Any of these statuses; empty for all.</summary>
    public IReadOnlyList<StayStatus> Statuses { get; init; } = [];

    /// <summary>Any of these clinical statuses; empty for all.</summary>
    public IReadOnlyList<ClinicalStatus> Clinical { get; init; } = [];

    /// <summary>Only those whose clock runs or stands still, or only the others.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>The visit.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary>The department now.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>The payer now.</summary>
    public string? Payer { get; init; }

    /// <summary>Registered at this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Registered before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>The site.</summary>
    public SiteId? Site { get; init; }
}
