using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Which sessions are wanted; every part that is not null must hold.</summary>
public sealed record SessionQuery
{
    /// <summary>Any of these statuses; empty for all.</summary>
    public IReadOnlyList<SessionStatus> Statuses { get; init; } = [];

    /// <summary>The patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Who answers for it.</summary>
    public PersonId? Physician { get; init; }

    /// <summary>The responsible physician or the assistant.</summary>
    public PersonId? Participant { get; init; }

    /// <summary>Opened at this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Opened before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>The site.</summary>
    public SiteId? Site { get; init; }
}
