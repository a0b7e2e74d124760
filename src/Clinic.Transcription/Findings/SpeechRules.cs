using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>Evidence, quotes, support, omissions, speech to the machine, and words the engine was not sure of.</summary>
internal static class SpeechRules
{
    private const double SureDrug = 0.8;
    private const double SureNumber = 0.7;
    private const double SureWord = 0.45;

    public static IEnumerable<Finding> Evidence(Reading reading)
    {
        foreach (var statement in reading.Statements)
        {
            if (statement.Statement.Evidence.Count == 0 || !statement.Statement.Evidence.All(reading.Exists)) yield return statement.Finding(FindingNames.Evidence, Severity.Blocker);
            if (statement.Cited.Exists(c => c.Of.IsExcluded) || statement.Statement.Evidence.Any(e => reading.Draft.Excluded.Contains(e.Segment))) yield return statement.Finding(FindingNames.ExcludedEvidence, Severity.Blocker);
        }
    }

    public static IEnumerable<Finding> Quotes(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            foreach (var quote in QuoteCheck.Quotes(statement.Statement.Text))
            {
                if (!statement.Cited.Exists(c => QuoteCheck.IsIn(quote, c.Of.Text, reading.Lexicon.Language))) yield return statement.Finding(FindingNames.Quote, Severity.Warning, quote);
            }
        }
    }

    // More than half of the long words of a statement are nowhere in the turns that it cites.
    public static IEnumerable<Finding> Support(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var words = statement.Own.Tokens.Where(t => t.Kind == TokenKind.Word && t.Word.Length >= 5 && t.Word is not ("patient" or "patient's" or "paciente" or "reports" or "denies" or "refiere" or "niega" or "states")).Select(t => t.Word[..5]).Distinct().ToList();
            if (words.Count < 3) continue;
            var said = statement.Cited.SelectMany(c => c.Of.Tokens).Where(t => t.Word.Length >= 5).Select(t => t.Word[..5]).ToHashSet(StringComparer.Ordinal);
            if (words.Count(w => !said.Contains(w)) * 10 > words.Count * 7) yield return statement.Finding(FindingNames.Unsupported, Severity.Warning, statement.Statement.Text);
        }
    }

    public static IEnumerable<Finding> Omissions(Reading reading)
    {
        var named = reading.Statements.SelectMany(s => DrugRules.Drugs(s.Own)).Select(d => d.Value.Name).ToHashSet(StringComparer.Ordinal);
        var used = reading.Statements.SelectMany(s => s.Statement.Evidence).ToLookup(e => e.Segment);
        foreach (var unit in reading.Visit.Where(u => !u.IsExcluded).SelectMany(u => u.Units))
        {
            if (unit.IsQuestion || unit.IsCommand) continue;
            var tokens = unit.Of.Tokens;
            var denied = NegationScopes.Of(tokens, unit.From, unit.To, reading.Lexicon);
            foreach (var (at, end, severity) in Salient(unit, denied, named, reading.Lexicon))
            {
                var span = new EvidenceSpan(unit.Of.Segment, tokens[at].Start, tokens[end - 1].End - tokens[at].Start);
                if (used[unit.Of.Segment].Any(e => e.Length > 0 && e.Start < span.Start + span.Length && e.Start + e.Length > span.Start)) continue;
                yield return new(FindingNames.Omission, severity, null) { Where = [span], Said = unit.Of.Text.Substring(span.Start, span.Length) };
                break;
            }
        }
    }

    private static IEnumerable<(int At, int End, Severity Severity)> Salient(Unit unit, bool[] denied, HashSet<string> named, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        foreach (var flag in lexicon.RedFlags.Find(tokens, unit.From, unit.To))
        {
            if (!denied[flag.At - unit.From]) yield return (flag.At, flag.End, Severity.Warning);
        }

        for (var i = unit.From; i < unit.To; i++)
        {
            if ((tokens[i].Word.StartsWith("alergi", StringComparison.Ordinal) || tokens[i].Word.StartsWith("allerg", StringComparison.Ordinal)) && !denied[i - unit.From]) yield return (i, i + 1, Severity.Warning);
        }

        foreach (var drug in Lexicon.Drugs.Find(tokens, unit.From, unit.To).Where(d => !named.Contains(d.Value.Name))) yield return (drug.At, drug.End, Severity.Warning);
        foreach (var number in unit.Of.Numbers)
        {
            if (number.At >= unit.From && number.EndWithUnit <= unit.To && (number.Unit is not null || number.Second is not null)) yield return (number.At, number.EndWithUnit, Severity.Info);
        }
    }

    public static IEnumerable<Finding> Injections(Reading reading)
    {
        foreach (var utterance in reading.Visit.Where(u => u.IsExcluded && u.Text.Length > 0))
            yield return new(FindingNames.Injection, Severity.Warning, null) { Where = [new(utterance.Segment, 0, utterance.Text.Length)], Said = utterance.Text };
        foreach (var statement in reading.Statements)
        {
            if (Lexicon.Machine("override").Find(statement.Own.Tokens, 0, statement.Own.Tokens.Count).Any()) yield return statement.Finding(FindingNames.Injection, Severity.Blocker, statement.Statement.Text);
        }
    }

    public static IEnumerable<Finding> Confidence(Reading reading)
    {
        foreach (var statement in reading.Statements)
        {
            foreach (var span in statement.Statement.Evidence.Where(reading.Exists))
            {
                var segment = reading.Transcript.Segments[span.Segment];
                if (segment.Words.Count == 0) continue;
                if (Unsure(segment, span, reading.Lexicon) is { } found)
                    yield return new(FindingNames.LowConfidence, found.Severity, statement.Index) { Where = [span], Said = found.Word };
            }
        }
    }

    // The worst word of a stretch: a drug stops the signature, a number warns, another word informs.
    private static (Severity Severity, string Word)? Unsure(TranscriptSegment segment, EvidenceSpan span, Lexicon lexicon)
    {
        (Severity Severity, string Word)? worst = null;
        var cited = TextFold.Of(segment.Text.Substring(span.Start, span.Length));
        foreach (var word in segment.Words)
        {
            if (word.Confidence is not { } sure || sure >= SureDrug || !cited.Contains(TextFold.Of(word.Text), StringComparison.Ordinal)) continue;
            var tokens = TokenReader.Read(word.Text);
            Severity? severity = Lexicon.Drugs.Find(tokens, 0, tokens.Count).Any() ? Severity.Blocker
                : sure < SureNumber && (NumberWords.Of(lexicon.Language).ContainsKey(tokens.Count > 0 ? tokens[0].Word : "") || tokens.Exists(t => t.Kind == TokenKind.Number)) ? Severity.Warning
                : sure < SureWord && word.Text.Length >= 4 ? Severity.Info
                : null;
            if (severity is { } s && (worst is null || s > worst.Value.Severity)) worst = (s, word.Text);
        }

        return worst;
    }
}
