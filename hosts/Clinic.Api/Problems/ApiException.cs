using Clinic.Abstractions;

namespace Clinic.Api.Problems;

/// <summary>A request that cannot be taken, with the status it is answered with.</summary>
public sealed class ApiException : Exception, IRuleViolation
{
    /// <summary>One reason with its facts.</summary>
    public ApiException(int status, string code, params (string Name, object? Value)[] facts)
        : this(status, [new RuleFailure(code, facts)])
    {
    }

    /// <summary>Every reason at once; at least one.</summary>
    public ApiException(int status, IReadOnlyList<RuleFailure> failures)
        : base(string.Join(" ", failures.Select(f => $"{f.Code}: {ApiRules.Texts.Describe(f, "en")}")))
    {
        Status = status;
        Failures = failures;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <inheritdoc/>
    public string Code => Failures[0].Code;

    /// <inheritdoc/>
    public RuleKind Kind => ApiRules.Texts.Of(Code).Kind;

    /// <inheritdoc/>
    public IReadOnlyList<RuleFailure> Failures { get; }

    /// <inheritdoc/>
    public string Describe(RuleFailure failure, string language) => ApiRules.Texts.Describe(failure, language);
}
