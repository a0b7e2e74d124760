namespace Clinic.Abstractions;

/// <summary>A race was lost: facts changed between reading and committing.</summary>
public sealed class ConcurrencyConflictException : Exception, IRuleViolation
{
    /// <summary>The facts that changed; an adapter keeps its own error inside.</summary>
    public ConcurrencyConflictException(IReadOnlyList<FactKey> facts, Exception? inner = null)
        : base($"Changed by somebody else: {Join(facts)}.", inner)
    {
        Facts = facts;
        Failures = [new RuleFailure(ClinicRules.LostRace, ("facts", Join(facts)))];
    }

    /// <summary>The facts that changed.</summary>
    public IReadOnlyList<FactKey> Facts { get; }

    /// <inheritdoc/>
    public string Code => ClinicRules.LostRace;

    /// <inheritdoc/>
    public RuleKind Kind => RuleKind.Conflict;

    /// <inheritdoc/>
    public IReadOnlyList<RuleFailure> Failures { get; }

    /// <inheritdoc/>
    public string Describe(RuleFailure failure, string language) => ClinicRules.Texts.Describe(failure, language);

    private static string Join(IReadOnlyList<FactKey> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Count == 0 ? "a fact" : string.Join(", ", facts.Distinct());
    }
}
