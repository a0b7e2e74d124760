using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>One entry in the log of a stay: when it happened, when it was recorded, by whom; never changed.</summary>
public sealed record StayEvent
{
    /// <summary>The id.</summary>
    public required StayEventId Id { get; init; }

    /// <summary>The command that recorded it.</summary>
    public required CommandId Command { get; init; }

    /// <summary>What it says.</summary>
    public required StayEventKind Kind { get; init; }

    /// <summary>When it happened, in whole seconds; the beginning of a carve-out.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The role that allowed it.</summary>
    public required Role Role { get; init; }

    /// <summary>Where it came from.</summary>
    public required StaySource Source { get; init; }

    /// <summary>Why, where one must be said.</summary>
    public string? Reason { get; init; }

    /// <summary>How the time was typed; null where it was not.</summary>
    public EnteredLocal? Entered { get; init; }

    /// <summary>The entry whose time this one replaces; only of corrections.</summary>
    public StayEventId? Supersedes { get; init; }

    /// <summary>The second person, where one was needed.</summary>
    public StayApproval? Approval { get; init; }

    /// <summary>The end of a carve-out, exclusive.</summary>
    public Instant? Until { get; init; }

    /// <summary>How the end of a carve-out was typed.</summary>
    public EnteredLocal? UntilEntered { get; init; }

    /// <summary>How the stay ended; of closes, abandonments and departures.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>Why the clock stood still.</summary>
    public PauseKind? Pause { get; init; }

    /// <summary>The acuity from here on.</summary>
    public AcuityLevel? Acuity { get; init; }

    /// <summary>The payer from here on; null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>The service line from here on; null for none, or as before at a transfer.</summary>
    public string? ServiceLine { get; init; }

    /// <summary>The department from here on.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>What the time since the close is.</summary>
    public GapMode? Gap { get; init; }

    /// <summary>The clinical status from here on.</summary>
    public ClinicalStatus? Clinical { get; init; }

    /// <summary>Kind and id only.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
