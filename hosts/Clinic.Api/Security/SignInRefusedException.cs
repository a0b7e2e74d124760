using Clinic.Abstractions;

namespace Clinic.Api.Security;

/// <summary>Name or password were not accepted: answered as not signed in, not as not allowed.</summary>
public sealed class SignInRefusedException(ClinicRuleException refusal) : Exception(refusal.Message, refusal), IRuleViolation
{
    /// <inheritdoc/>
    public string Code => refusal.Code;

    /// <inheritdoc/>
    public RuleKind Kind => refusal.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<RuleFailure> Failures => refusal.Failures;

    /// <inheritdoc/>
    public string Describe(RuleFailure failure, string language) => refusal.Describe(failure, language);
}
