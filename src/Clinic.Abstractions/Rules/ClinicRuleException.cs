using System.Globalization;
namespace Clinic.Abstractions;

/// <summary>A broken rule that belongs to no single domain: rights, places, command ids, credentials.</summary>
public sealed class ClinicRuleException : Exception, IRuleViolation
{
    private const int MostInMessage = 20;

    /// <summary>One broken rule with its facts.</summary>
    public ClinicRuleException(string code, params (string Name, object? Value)[] facts)
        : this([new RuleFailure(code, facts)])
    {
    }

    /// <summary>Every broken rule at once; at least one.</summary>
    public ClinicRuleException(IReadOnlyList<RuleFailure> failures)
        : base(Sentence(failures)) => Failures = failures;

    /// <inheritdoc/>
    public string Code => Failures[0].Code;

    /// <inheritdoc/>
    public RuleKind Kind => ClinicRules.Texts.Of(Code).Kind;

    /// <inheritdoc/>
    public IReadOnlyList<RuleFailure> Failures { get; }

    /// <inheritdoc/>
    public string Describe(RuleFailure failure, string language) => ClinicRules.Texts.Describe(failure, language);

    private static string Sentence(IReadOnlyList<RuleFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ArgumentOutOfRangeException.ThrowIfZero(failures.Count);
        var first = string.Join(" ", failures.Take(MostInMessage).Select(f => $"{f.Code}: {ClinicRules.Texts.Describe(f, "en")}"));
        return failures.Count <= MostInMessage ? first : string.Create(CultureInfo.InvariantCulture, $"{first} And {failures.Count - MostInMessage} more.");
    }
}
