using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Searching;

/// <summary>Which entries of the index are wanted; every part that is not null must hold.</summary>
/// <param name="Site">The site.</param>
/// <param name="Participant">The responsible physician or the assistant.</param>
/// <param name="Expression">The words.</param>
public sealed record IndexQuery(SiteId Site, PersonId Participant, SearchExpression Expression)
{
    /// <summary>The kind of text.</summary>
    public IndexedKind? Kind { get; init; }

    /// <summary>The patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Who answers for it.</summary>
    public PersonId? Physician { get; init; }

    /// <summary>At this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Before this instant.</summary>
    public Instant? Until { get; init; }
}
