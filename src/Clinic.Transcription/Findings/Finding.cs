using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Findings;

/// <summary>Something about a draft that a person should look at.</summary>
/// <param name="Rule">The permanent name of the rule, such as <c>dose</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Statement">The index of the statement; null where it concerns the whole report or the transcript.</param>
public sealed record Finding(string Rule, Severity Severity, int? Statement)
{
    /// <summary>Where it was said; empty where nothing was.</summary>
    public IReadOnlyList<EvidenceSpan> Where { get; init; } = [];

    /// <summary>What the statement says, such as a dose; null where the rule compares nothing.</summary>
    public string? Written { get; init; }

    /// <summary>What was said instead; null where the rule compares nothing.</summary>
    public string? Said { get; init; }

    /// <summary>The rule and severity only; the rest is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(Finding)} {Rule} {Severity}");
}
