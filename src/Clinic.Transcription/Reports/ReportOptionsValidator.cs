using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Refuses settings that no clinic can mean, before the first report.</summary>
internal sealed class ReportOptionsValidator : IValidateOptions<ReportOptions>
{
    private const int MostTerms = 5_000;

    public ValidateOptionsResult Validate(string? name, ReportOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Drafter)) failures.Add($"Transcription:Reports:{nameof(options.Drafter)} is empty; allowed is the name of a drafter, such as offline.");
        if (string.IsNullOrWhiteSpace(options.Template)) failures.Add($"Transcription:Reports:{nameof(options.Template)} is empty; allowed is the name of a template, such as visit.");
        if (options.DraftAttempts is < 1 or > 20) failures.Add(FormattableString.Invariant($"Transcription:Reports:{nameof(options.DraftAttempts)} is {options.DraftAttempts}; allowed is 1 to 20."));
        Between(failures, nameof(options.Pause), options.Pause, Duration.FromSeconds(1), Duration.FromHours(1));
        Between(failures, nameof(options.LongestPause), options.LongestPause, options.Pause, Duration.FromHours(24));
        Between(failures, nameof(options.DraftTime), options.DraftTime, Duration.FromSeconds(10), Duration.FromHours(1));
        Terms(failures, options.Terms);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Terms(List<string> failures, IDictionary<string, EntityKind> terms)
    {
        if (terms.Count > MostTerms) failures.Add(FormattableString.Invariant($"Transcription:Reports:{nameof(ReportOptions.Terms)} has {terms.Count}; allowed are {MostTerms}."));
        foreach (var (term, kind) in terms)
        {
            var words = TokenReader.Read(term);
            if (term.Length > 100 || !words.Exists(w => !w.IsMark)) failures.Add($"Transcription:Reports:{nameof(ReportOptions.Terms)} has a term of {term.Length} characters; allowed are 1 to 100 with a word.");
            else if (term.Contains('*', StringComparison.Ordinal) && term.Split(' ').Any(w => w.Contains('*', StringComparison.Ordinal) && (!w.EndsWith('*') || w.IndexOf('*', StringComparison.Ordinal) < 3)))
                failures.Add($"Transcription:Reports:{nameof(ReportOptions.Terms)} has a stem of fewer than 3 letters, or a * within a word.");
            if (!Enum.IsDefined(kind)) failures.Add($"Transcription:Reports:{nameof(ReportOptions.Terms)} has the kind {kind}; allowed is {string.Join(", ", Enum.GetNames<EntityKind>())}.");
        }
    }

    private static void Between(List<string> failures, string name, Duration found, Duration least, Duration most)
    {
        if (found < least || found > most) failures.Add(FormattableString.Invariant($"Transcription:Reports:{name} is {found}; allowed is {least} to {most}."));
    }
}
