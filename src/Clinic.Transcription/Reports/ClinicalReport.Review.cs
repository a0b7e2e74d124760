using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports;

public sealed partial class ClinicalReport
{
    private const int LongestStatement = 4_000;
    private const int MostStatements = 1_000;
    private const int MostSuggestions = 1_000;

    /// <summary>Makes changes, each tracked; a change that cannot be made is a failure and none is made.</summary>
    internal ClinicalReport Edit(Failures failures, ReportTrigger trigger, IReadOnlyList<StatementChange> changes, PersonId by, Instant now, PersonId? suggestedBy = null)
    {
        CheckAllowed(failures, trigger);
        failures.Field("changes", changes.Count is > 0 and <= 500, changes.Count, "1 to 500 changes");
        var working = state.Statements.ToList();
        var edits = new List<StatementEdit>();
        var number = state.NextStatement;
        foreach (var change in changes) Apply(failures, working, edits, change, ref number, new(by, now, suggestedBy));
        failures.Field("statements", working.Count <= MostStatements, working.Count, FormattableString.Invariant($"at most {MostStatements}"));
        if (failures.Count > 0) return this;
        return Fire(trigger, state with
        {
            Statements = InOrder(working),
            NextStatement = number,
            Edits = [.. state.Edits, .. edits],
        });
    }

    /// <summary>Keeps what somebody proposes for the physician to decide.</summary>
    internal ClinicalReport Suggest(Failures failures, IReadOnlyList<StatementChange> changes, PersonId by, Instant now)
    {
        failures.Field("changes", !changes.Any(c => c is StatementChange.See), "see", "words; looking is the physician's");
        failures.Field("suggestions", state.Suggestions.Count + changes.Count <= MostSuggestions, state.Suggestions.Count + changes.Count, FormattableString.Invariant($"at most {MostSuggestions} of a report"));
        // Tried, not kept: what could not be taken is not proposed.
        _ = Edit(failures, ReportTrigger.Edit, changes, by, now);
        if (failures.Count > 0) return this;
        var number = state.Suggestions.Count;
        return Next(state with { Suggestions = [.. state.Suggestions, .. changes.Select(c => new Suggestion(++number, c, by, now))] });
    }

    /// <summary>Takes or declines a proposal.</summary>
    internal ClinicalReport Decide(Failures failures, int suggestion, bool take, PersonId by, Instant now)
    {
        CheckAllowed(failures, ReportTrigger.Edit);
        var found = state.Suggestions.FirstOrDefault(s => s.Number == suggestion);
        failures.Require(found is { IsTaken: null }, TranscriptionRules.SuggestionNotOpen, ("suggestion", suggestion), ("open", string.Join(", ", state.Suggestions.Where(s => s.IsTaken is null).Select(s => s.Number))));
        if (failures.Count > 0 || found is null) return this;
        var edited = take ? Edit(failures, ReportTrigger.Edit, [found.Change], by, now, found.By) : this;
        if (failures.Count > 0) return this;
        return Next(edited.state with { Suggestions = [.. state.Suggestions.Select(s => s.Number == suggestion ? s with { IsTaken = take, DecidedAt = now } : s)] });
    }

    /// <summary>The findings of the text as it reads now; words for findings that are gone are gone with them.</summary>
    internal ClinicalReport Checked(IReadOnlyList<ReportFinding> findings)
    {
        var keys = findings.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return Next(state with { Findings = [.. findings], Overrides = [.. state.Overrides.Where(o => keys.Contains(o.Finding))] });
    }

    /// <summary>A physician stands by a finding.</summary>
    internal ClinicalReport Override(Failures failures, string finding, string words, PersonId by, Instant now)
    {
        CheckAllowed(failures, ReportTrigger.Edit);
        return StandBy(failures, finding, words, by, now);
    }

    internal ClinicalReport StandBy(Failures failures, string finding, string words, PersonId by, Instant now)
    {
        failures.Text("words", words, 500);
        failures.Require(state.Findings.Any(f => f.Key == finding), TranscriptionRules.FindingUnknown, ("finding", finding), ("open", string.Join(", ", state.Findings.Select(f => f.Key))));
        return failures.Count > 0 ? this : Next(state with { Overrides = [.. state.Overrides.Where(o => o.Finding != finding), new(finding, words, by, now)] });
    }

    private void CheckAllowed(Failures failures, ReportTrigger trigger) => failures.Require(
        ReportLifecycle.Allowed(state.Status).Contains(trigger), TranscriptionRules.ReportTransitionRefused,
        ("status", state.Status), ("trigger", trigger), ("allowed", Moves.Text(ReportLifecycle.Allowed(state.Status))));

    private void Apply(Failures failures, List<ReportStatement> working, List<StatementEdit> edits, StatementChange change, ref int number, Author author)
    {
        switch (change)
        {
            case StatementChange.Reword reword when Find(failures, working, reword.Number) is { } at:
                var before = working[at];
                var section = reword.Section ?? before.Section;
                CheckStatement(failures, section, reword.Text);
                if (before.Text == reword.Text && before.Section == section) break;
                working[at] = before with { Text = reword.Text, Section = section, Origin = before.Origin == StatementOrigin.Drafted ? StatementOrigin.Changed : before.Origin, IsSeen = true };
                edits.Add(author.Edit(before.Number, before, working[at]));
                break;
            case StatementChange.Insert insert:
                CheckStatement(failures, insert.Section, insert.Text);
                failures.Field("polarity", Enum.IsDefined(insert.Polarity), insert.Polarity, string.Join(", ", Enum.GetNames<Polarity>()));
                var added = new ReportStatement(number++, insert.Section, insert.Text, StatementOrigin.Written) { Evidence = [.. insert.Evidence ?? []], Polarity = insert.Polarity, IsSeen = true };
                working.Add(added);
                edits.Add(author.Edit(added.Number, null, added));
                break;
            case StatementChange.Remove remove when Find(failures, working, remove.Number) is { } at:
                edits.Add(author.Edit(remove.Number, working[at], null));
                working.RemoveAt(at);
                break;
            case StatementChange.See see:
                foreach (var one in see.Numbers)
                {
                    if (Find(failures, working, one) is { } at) working[at] = working[at] with { IsSeen = true };
                }

                break;
        }
    }

    private void CheckStatement(Failures failures, ReportSection section, string? text)
    {
        failures.Prose("text", text, LongestStatement);
        failures.Require(state.Template.Has(section), TranscriptionRules.SectionNotInTemplate,
            ("section", section), ("template", state.Template.Name), ("allowed", string.Join(", ", state.Template.Sections.Select(s => s.Section))));
    }

    private static int? Find(Failures failures, List<ReportStatement> working, int number)
    {
        var at = working.FindIndex(s => s.Number == number);
        failures.Require(at >= 0, TranscriptionRules.StatementUnknown, ("statement", number), ("found", string.Join(", ", working.Take(50).Select(s => s.Number))));
        return at >= 0 ? at : null;
    }

    private readonly record struct Author(PersonId By, Instant At, PersonId? SuggestedBy)
    {
        public StatementEdit Edit(int number, ReportStatement? before, ReportStatement? after) => new(number, At, By, before?.Text, after?.Text)
        {
            SectionBefore = before?.Section,
            SectionAfter = after?.Section,
            SuggestedBy = SuggestedBy,
        };
    }
}
