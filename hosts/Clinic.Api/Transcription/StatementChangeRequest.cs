using Clinic.Abstractions;
using Clinic.Transcription;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;

namespace Clinic.Api.Transcription;

/// <summary>One change of a report.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Number">The statement, to reword or remove one.</param>
/// <param name="Numbers">The statements that were read.</param>
/// <param name="Section">Where a new one stands, or where one is moved to.</param>
/// <param name="Text">What it says.</param>
/// <param name="Evidence">Where a new one was said.</param>
/// <param name="Polarity">Whether a new one affirms or denies.</param>
/// <param name="TranscriptVersion">The version of the transcript into which the evidence points; missing for the present one.</param>
public sealed record StatementChangeRequest(
    StatementChangeKind Kind, int? Number = null, IReadOnlyList<int>? Numbers = null, ReportSection? Section = null, string? Text = null,
    IReadOnlyList<EvidenceSpan>? Evidence = null, Polarity Polarity = Polarity.Affirmed, long? TranscriptVersion = null)
{
    /// <summary>The kind only; what is written is health data.</summary>
    public override string ToString() => Kind.ToString();

    // Every change that lacks a part is named before any is made.
    internal static IReadOnlyList<StatementChange> All(IReadOnlyList<StatementChangeRequest> changes)
    {
        List<RuleFailure> failures = [.. changes.SelectMany((c, i) => c.Missing().Select(field => Failure($"changes[{i}].{field}")))];
        return failures.Count > 0 ? throw new TranscriptionException(failures) : [.. changes.Select(c => c.Change())];
    }

    private IEnumerable<string> Missing()
    {
        if (Kind is StatementChangeKind.Reword or StatementChangeKind.Remove && Number is null) yield return "number";
        if (Kind is StatementChangeKind.Reword or StatementChangeKind.Insert && Text is null) yield return "text";
        if (Kind == StatementChangeKind.Insert && Section is null) yield return "section";
        if (Kind == StatementChangeKind.See && Numbers is null) yield return "numbers";
    }

    private StatementChange Change() => Kind switch
    {
        StatementChangeKind.Reword => new StatementChange.Reword(Number!.Value, Text!, Section),
        StatementChangeKind.Insert => new StatementChange.Insert(Section!.Value, Text!, Evidence, Polarity) { TranscriptVersion = TranscriptVersion },
        StatementChangeKind.Remove => new StatementChange.Remove(Number!.Value),
        _ => new StatementChange.See(Numbers!),
    };

    private static RuleFailure Failure(string field) => new(TranscriptionRules.FieldInvalid, ("field", field), ("found", "nothing"), ("allowed", "a value for this kind of change"));
}
