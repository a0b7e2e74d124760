using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A stay whose clock runs or stands still, with what it costs as of now.</summary>
public sealed record OpenStayRow
{
    /// <summary>The stay.</summary>
    public required StayId Stay { get; init; }

    /// <summary>The visit.</summary>
    public required EncounterId Encounter { get; init; }

    /// <summary>Running or paused.</summary>
    public required StayStatus Status { get; init; }

    /// <summary>How far care has come.</summary>
    public required ClinicalStatus Clinical { get; init; }

    /// <summary>The acuity now; null before triage.</summary>
    public AcuityLevel? Acuity { get; init; }

    /// <summary>The department now.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>The payer now; null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>When the patient came.</summary>
    public required Instant Registered { get; init; }

    /// <summary>When the clock began.</summary>
    public required Instant Started { get; init; }

    /// <summary>The time since the patient came.</summary>
    public required Duration SinceArrival { get; init; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public Instant? PausedSince { get; init; }

    /// <summary>Why it stands still.</summary>
    public PauseKind? Pause { get; init; }

    /// <summary>The running time so far; null without a price.</summary>
    public Duration? Running { get; init; }

    /// <summary>The billed time so far; null without a price.</summary>
    public Duration? Billed { get; init; }

    /// <summary>The currency; null without a price.</summary>
    public Currency? Currency { get; init; }

    /// <summary>What it costs so far; null without a price.</summary>
    public decimal? Total { get; init; }

    /// <summary>What of it the patient owes.</summary>
    public decimal? ByPatient { get; init; }

    /// <summary>The code of the rule by which it has no price; null where it has one.</summary>
    public string? Unpriced { get; init; }
}
