using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Which alerts are asked for; every part that is null takes all.</summary>
public sealed record AlertQuery
{
    /// <summary>Of one kind.</summary>
    public AlertKind? Kind { get; init; }

    /// <summary>Of one severity.</summary>
    public AlertSeverity? Severity { get; init; }

    /// <summary>In one status.</summary>
    public AlertStatus? Status { get; init; }

    /// <summary>Only those that are over, or only those that are not.</summary>
    public bool? IsOver { get; init; }

    /// <summary>Only those whose cause still stands, whether closed by a person or not.</summary>
    public bool? IsCauseStanding { get; init; }

    /// <summary>About one presentation.</summary>
    public PresentationId? Presentation { get; init; }

    /// <summary>About one location.</summary>
    public LocationId? Location { get; init; }

    /// <summary>Of these departments and of no department.</summary>
    public IReadOnlyList<DepartmentId>? Departments { get; init; }
}
