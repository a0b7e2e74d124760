using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>A change that somebody who may not change the report proposes to the physician.</summary>
/// <param name="Number">From 1 within the report.</param>
/// <param name="Change">What would change.</param>
/// <param name="By">Who proposes it.</param>
/// <param name="At">When.</param>
public sealed record Suggestion(int Number, StatementChange Change, PersonId By, Instant At)
{
    /// <summary>Whether the physician took it; null while nobody has decided.</summary>
    public bool? IsTaken { get; init; }

    /// <summary>When it was decided.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>The number only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(Suggestion)} {Number}");
}
