using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>A group whose losses stand out: a reason to look, never a finding of fault.</summary>
public sealed record LossPattern
{
    /// <summary>What stands out.</summary>
    public required LossPatternKind Kind { get; init; }

    /// <summary>The department in which it was seen.</summary>
    public required DepartmentId Department { get; init; }

    /// <summary>The medication; null when it shows over all medications of the group.</summary>
    public MedicationId? Medication { get; init; }

    /// <summary>The unit of amounts; null without a medication.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The shift whose losses stand out; null when it is no shift.</summary>
    public string? Shift { get; init; }

    /// <summary>The person in whose deliveries it shows; null when it is no person.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The amount that repeats; null unless the kind is <see cref="LossPatternKind.SameLoss"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The share of a delivery above which and up to which it loses; null unless the kind is <see cref="LossPatternKind.SameShare"/>.</summary>
    public (decimal Above, decimal UpTo)? Share { get; init; }

    /// <summary>Deliveries of the group in the period.</summary>
    public required long Deliveries { get; init; }

    /// <summary>Losses of the group, or those that repeat or are large.</summary>
    public required long Losses { get; init; }

    /// <summary>How many of those would be usual, judged by the peers; for higher losses null.</summary>
    public double? UsualLosses { get; init; }

    /// <summary>The share of a delivery that the group loses on average, 0 to 1.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The share that its peers lose with the same medications in the same shifts.</summary>
    public required decimal PeerRate { get; init; }

    /// <summary>Deliveries of the peers it was compared with.</summary>
    public required long PeerDeliveries { get; init; }

    /// <summary>Lost deliveries per 100 hours worked; null where hours are not known.</summary>
    public decimal? RatePer100Hours { get; init; }

    /// <summary>The median of the same over the people of the department; null where hours are not known.</summary>
    public decimal? MedianPer100Hours { get; init; }

    /// <summary>How improbable it is by chance: minus the decimal logarithm, after the number of groups looked at.</summary>
    public required double Score { get; init; }

    /// <summary>Local dates of shifts on which the group lost something that counts here.</summary>
    public int Days { get; init; }

    /// <summary>How often it fell on each day of the week, Monday first.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];

    /// <summary>The rows behind it, the largest losses first.</summary>
    public IReadOnlyList<LossRow> Evidence { get; init; } = [];

    /// <summary>How many rows stand behind it, also those not shown.</summary>
    public long EvidenceRows { get; init; }

    /// <summary>The first and last of them; null without rows.</summary>
    public Interval? Seen { get; init; }
}
