using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Transcription;

/// <summary>A broken rule of transcription, with every failed guard and its facts.</summary>
/// <remarks>Codes are permanent and listed in <see cref="TranscriptionRules"/>.</remarks>
public sealed class TranscriptionException : Exception, IRuleViolation
{
    private const int MostInMessage = 20;

    /// <summary>One broken rule with its facts.</summary>
    public TranscriptionException(string code, params (string Name, object? Value)[] facts)
        : this([new RuleFailure(code, facts)])
    {
    }

    /// <summary>Every broken rule at once; at least one.</summary>
    public TranscriptionException(IReadOnlyList<RuleFailure> failures)
        : base(Sentence(failures)) => Failures = failures;

    /// <inheritdoc/>
    public string Code => Failures[0].Code;

    /// <inheritdoc/>
    public RuleKind Kind => TranscriptionRules.Texts.Of(Code).Kind;

    /// <inheritdoc/>
    public IReadOnlyList<RuleFailure> Failures { get; }

    /// <inheritdoc/>
    public string Describe(RuleFailure failure, string language) => TranscriptionRules.Texts.Describe(failure, language);

    private static string Sentence(IReadOnlyList<RuleFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ArgumentOutOfRangeException.ThrowIfZero(failures.Count);
        var first = string.Join(" ", failures.Take(MostInMessage).Select(f => $"{f.Code}: {TranscriptionRules.Texts.Describe(f, "en")}"));
        return failures.Count <= MostInMessage ? first : string.Create(CultureInfo.InvariantCulture, $"{first} And {failures.Count - MostInMessage} more.");
    }
}
