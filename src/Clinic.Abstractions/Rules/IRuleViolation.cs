namespace Clinic.Abstractions;

/// <summary>A broken rule, as hosts and the audit see it without knowing the package.</summary>
/// <remarks>Implemented by each package's one exception. Carries ids and figures, never patient data or secrets.</remarks>
public interface IRuleViolation
{
    /// <summary>The permanent code of the first failure, such as <c>PHA201</c>.</summary>
    string Code { get; }

    /// <summary>What kind of answer a host gives: forbidden, not found, conflict or refused.</summary>
    RuleKind Kind { get; }

    /// <summary>Every failed guard at once, never empty.</summary>
    IReadOnlyList<RuleFailure> Failures { get; }

    /// <summary>The sentence for people, in Spanish or English.</summary>
    /// <param name="failure">One of <see cref="Failures"/>.</param>
    /// <param name="language">A two-letter language; anything but <c>es</c> reads English.</param>
    string Describe(RuleFailure failure, string language);
}
