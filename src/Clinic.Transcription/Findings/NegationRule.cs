using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Compares, word by word, what a statement denies with what the cited speech denies; a bare no denies its question.</summary>
internal static class NegationRule
{
    private const int Least = 4;

    public static IEnumerable<Finding> Check(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var answer = Bare(statement, reading.Lexicon);
            var wrong = IsQuoted(statement) ? LeadIsWrong(statement, answer, reading.Lexicon) : WordIsWrong(statement, answer, reading.Lexicon) ?? CuesDiffer(statement, answer, reading.Lexicon);
            if (wrong is { } severity) yield return statement.Finding(FindingNames.Negation, severity, statement.Statement.Text, string.Join(" / ", statement.Cited.Select(c => c.Of.Text)));
        }
    }

    private static Severity? WordIsWrong(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        var tokens = statement.Own.Tokens;
        var said = Said(statement, answer, lexicon);
        var denied = Denials.Of(tokens, lexicon);
        // A denial of what was asked covers the whole list, however long.
        if (answer is not null && tokens.Count > 0 && tokens[0].Word is "niega" or "denies") Array.Fill(denied, true);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!Matters(tokens, i, lexicon) || lexicon["negation"].At(tokens, i, i + 1) is not null || Denials.IsStopping(tokens, i)) continue;
            if (Leads(tokens, i, lexicon)) continue;
            if (!said.TryGetValue(WordStem.Of(token.Word, lexicon.IsEnglish), out var polarities) || polarities.HasFlag(denied[i] ? Polarities.Denied : Polarities.Affirmed)) continue;
            return lexicon.Clinical.At(tokens, i, tokens.Count) is not null || Lexicon.Drugs.At(tokens, i, tokens.Count) is not null ? Severity.Blocker : Severity.Warning;
        }

        return null;
    }

    // Where a statement follows its speech word for word, it has as many negations; where it denies, somebody must have denied.
    private static Severity? CuesDiffer(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        if (answer is not null)
            return (statement.Own.Tokens[0].Word is "niega" or "denies") == (answer.Value.Said == Answer.No) || statement.Own.Tokens[0].Word is not ("niega" or "denies" or "refiere" or "reports") ? null : Severity.Blocker;
        if (Cues(statement.Own.Tokens, lexicon) > 0 && statement.Cited.TrueForAll(c => Cues(c.Speech.Tokens, lexicon) == 0)) return Severity.Blocker;
        var own = Cues(statement.Own.Tokens, lexicon);
        var said = statement.Cited.Sum(c => Cues(c.Speech.Tokens, lexicon));
        var added = Cues(statement.Own.Tokens, lexicon, withPseudo: true) > statement.Cited.Sum(c => Cues(c.Speech.Tokens, lexicon, withPseudo: true));
        var words = statement.Own.Tokens.Count(t => !t.IsMark);
        var cited = statement.Cited.Sum(c => c.Speech.Tokens.Count(t => !t.IsMark));
        return statement.Cited.Count == 1 && (own != said || added) && cited <= (words * 3 / 2) + 3 ? Severity.Warning : null;
    }

    // Without the "no" that only answers or corrects, and each repeat once.
    private static int Cues(List<Token> tokens, Lexicon lexicon, bool withPseudo = false)
    {
        var count = Enumerable.Range(0, tokens.Count).Count(i => Denials.IsStopping(tokens, i) || (Denials.IsLacking(tokens[i].Word) && lexicon["negation"].At(tokens, i, i + 1) is null));
        var last = -1;
        var twice = Enumerable.Range(0, tokens.Count).Where(i => Denials.IsNotThatNot(tokens, i, lexicon) is not null).SelectMany(i => new[] { i, Denials.IsNotThatNot(tokens, i, lexicon)!.Value }).ToHashSet();
        var pseudo = lexicon["pseudonegation"].Find(tokens, 0, tokens.Count).ToList();
        foreach (var cue in lexicon["negation"].Find(tokens, 0, tokens.Count))
        {
            if (twice.Contains(cue.At)) continue;
            if (!withPseudo && pseudo.Exists(p => cue.At >= p.At && cue.At < p.End)) continue;
            if (tokens[cue.At].Word is "no" && !Denials.IsAnswer(tokens, cue.At, lexicon) && (cue.End >= tokens.Count || tokens[cue.End].IsMark || tokens[cue.End].Word is "no" or "perdon" or "okay")) continue;
            if (lexicon.IsEnglish && tokens[cue.At].Word == "no" && lexicon["stop"].At(tokens, cue.End, tokens.Count) is not null) continue;
            if (last >= 0 && cue.At - last <= 4 && tokens[last].Word == tokens[cue.At].Word && tokens.GetRange(last, cue.At - last).Exists(t => t.Word == ",")) continue;
            // "ni náusea ni diarrea", "no fever, nor chills": one denial of a list.
            if (last >= 0 && tokens[cue.At].Word is "ni" or "tampoco" or "nor" && !tokens.GetRange(last, cue.At - last).Exists(t => t.IsSentenceEnd)) continue;
            last = cue.At;
            count++;
        }

        return count;
    }

    // The question stands in quotation marks: only what leads it says whether it is so.
    private static Severity? LeadIsWrong(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        var open = statement.Statement.Text.IndexOfAny(['«', '"']);
        var denies = Cues(statement.Own.Tokens.Where(t => t.End <= open).ToList(), lexicon) > 0;
        if (answer is null) return denies ? Severity.Blocker : null;
        return denies == (answer.Value.Said == Answer.No) ? null : Severity.Blocker;
    }

    [Flags]
    private enum Polarities
    {
        None = 0,
        Affirmed = 1,
        Denied = 2,
    }

    private static Dictionary<string, Polarities> Said(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        var words = new Dictionary<string, Polarities>(StringComparer.Ordinal);
        foreach (var (of, speech) in statement.Cited)
        {
            var denied = Denials.Of(speech.Tokens, lexicon);
            var later = Denials.Later(speech.Tokens, lexicon);
            var turned = answer is not null && !ReferenceEquals(of, answer.Value.Of);
            for (var i = 0; i < speech.Tokens.Count; i++)
            {
                var token = speech.Tokens[i];
                if (!Matters(speech.Tokens, i, lexicon)) continue;
                var isDenied = turned && answer!.Value.Said == Answer.No ? !denied[i] : denied[i];
                var key = WordStem.Of(token.Word, lexicon.IsEnglish);
                words[key] = words.GetValueOrDefault(key) | (later[i] || Leads(speech.Tokens, i, lexicon) ? Polarities.Denied | Polarities.Affirmed : isDenied ? Polarities.Denied : Polarities.Affirmed);
            }
        }

        return words;
    }

    // The cited bare yes or no beside a question.
    private static (Utterance Of, Answer Said)? Bare(ReadStatement statement, Lexicon lexicon)
    {
        if (statement.Cited.Select(c => c.Of.Segment).Distinct().Count() < 2) return null;
        foreach (var (of, _) in statement.Cited)
        {
            if (Answers.Of(of, lexicon) is var said && said != Answer.Content) return (of, said);
        }

        return null;
    }

    private static bool IsQuoted(ReadStatement statement) => statement.Cited.Count > 1 && statement.Statement.Text.AsSpan().IndexOfAny('«', '"') >= 0;

    // "shows no pneumonia" is "does not show pneumonia": the verb before a denial goes with either.
    private static bool Leads(List<Token> tokens, int at, Lexicon lexicon) =>
        at + 1 < tokens.Count && lexicon["negation"].At(tokens, at + 1, tokens.Count) is not null && lexicon.Clinical.At(tokens, at, at + 1) is null && Lexicon.Drugs.At(tokens, at, at + 1) is null;

    // Short words only where they are clinical, such as "tos".
    private static bool Matters(List<Token> tokens, int at, Lexicon lexicon) =>
        tokens[at].Kind == TokenKind.Word && (tokens[at].Word.Length >= Least || lexicon.Clinical.At(tokens, at, at + 1) is not null);
}
