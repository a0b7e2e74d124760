using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Searching;

/// <summary>What somebody looks for in their own sessions and reports.</summary>
/// <param name="Text">Words, <c>"words next to each other"</c>, <c>-without</c>, <c>begin*</c>; at most 200 characters.</param>
public sealed record TextSearch(string Text)
{
    /// <summary>Transcripts or reports only.</summary>
    public IndexedKind? Kind { get; init; }

    /// <summary>Of this patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Of this physician.</summary>
    public PersonId? Physician { get; init; }

    /// <summary>Of this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>The type only; what is searched for is health data.</summary>
    public override string ToString() => nameof(TextSearch);
}
