using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Compares, word by word, what a statement denies with what the cited speech denies; a bare no denies its question.</summary>
internal static class NegationRule
{
    private const int Least = 4;

    private static readonly string[] Clear = ["normal", "limpi", "conservad", "integr", "unremarkable", "clear", "intact", "negativ"];

    public static IEnumerable<Finding> Check(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var answer = Bare(statement, reading.Lexicon);
            var wrong = IsQuoted(statement) ? LeadIsWrong(statement, answer, reading.Lexicon) : WordIsWrong(statement, answer, reading.Lexicon) ?? ConceptIsWrong(statement, answer, reading.Lexicon) ?? CuesDiffer(statement, answer, reading.Lexicon);
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
            if (Leads(tokens, i, lexicon) || IsShownBy(tokens, i, lexicon)) continue;
            if (!said.TryGetValue(WordStem.Of(token.Word, lexicon.IsEnglish), out var polarities) || polarities.HasFlag(denied[i] ? Polarities.Denied : Polarities.Affirmed)) continue;
            return lexicon.Clinical.At(tokens, i, tokens.Count) is not null || Lexicon.Drugs.At(tokens, i, tokens.Count) is not null ? Severity.Blocker : Severity.Warning;
        }

        return null;
    }

    // "no me falta el aire" and "disnea" are about one thing.
    private static Severity? ConceptIsWrong(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        var own = Concepts(statement.Own.Tokens, Denials.Of(statement.Own.Tokens, lexicon), lexicon).ToList();
        if (own.Count == 0) return null;
        var said = new Dictionary<string, Polarities>(StringComparer.Ordinal);
        foreach (var (of, speech) in AnswersFirst(statement, answer))
        {
            var flips = answer is not null && !ReferenceEquals(of, answer.Value.Of) && answer.Value.Said == Answer.No;
            var asked = answer is null && IsAsked(statement, of);
            var lead = asked ? Lead(statement, of, lexicon) : Polarities.None;
            var later = Denials.Later(speech.Tokens, lexicon);
            var found = new Dictionary<string, Polarities>(StringComparer.Ordinal);
            foreach (var (name, denied, at) in Concepts(speech.Tokens, Denials.Of(speech.Tokens, lexicon), lexicon))
                found[name] = found.GetValueOrDefault(name) | (later[at] ? Polarities.Affirmed | Polarities.Denied : asked ? lead : denied != flips ? Polarities.Denied : Polarities.Affirmed);
            Join(said, found, asked);
        }

        var covers = answer is not null && statement.Own.Tokens[0].Word is "niega" or "denies";
        return own.Exists(c => said.TryGetValue(c.Name, out var polarities) && !polarities.HasFlag(c.Denied || covers ? Polarities.Denied : Polarities.Affirmed)) ? Severity.Blocker : null;
    }

    private static IEnumerable<(string Name, bool Denied, int At)> Concepts(List<Token> tokens, bool[] denied, Lexicon lexicon) =>
        lexicon.Concepts.Find(tokens, 0, tokens.Count).Select(m => (m.Value.Name, Enumerable.Range(m.At, m.Length).Any(i => denied[i]) != m.Value.Lacks, m.At));

    // A question says neither; what its answer says of its words counts.
    private static bool IsAsked(ReadStatement statement, Utterance of) => of.Units.Exists(u => u.IsQuestion) && statement.Cited.Exists(c => c.Of.Segment > of.Segment);

    // "en la radiografía", "on x-ray": what shows it is not denied with it.
    private static bool IsShownBy(List<Token> tokens, int at, Lexicon lexicon) =>
        lexicon.Clinical.At(tokens, at, tokens.Count) is { Value: ClinicalKind.Study or ClinicalKind.Anatomy } && Enumerable.Range(Math.Max(0, at - 2), Math.Min(2, at)).Any(i => tokens[i].Word is "en" or "on" or "by" or "por" or "in" or "con");

    // Where a statement follows its speech word for word, it has as many negations; where it denies, somebody must have denied.
    private static Severity? CuesDiffer(ReadStatement statement, (Utterance Of, Answer Said)? answer, Lexicon lexicon)
    {
        if (answer is not null)
            return (statement.Own.Tokens[0].Word is "niega" or "denies") == (answer.Value.Said == Answer.No) || statement.Own.Tokens[0].Word is not ("niega" or "denies" or "refiere" or "reports") ? null : Severity.Blocker;
        var own = Cues(statement.Own.Tokens, lexicon);
        var isClose = IsClose(statement, lexicon);
        var cleared = !isClose && statement.Cited.Exists(c => c.Speech.Tokens.Exists(t => IsClear(t.Word)));
        if (own > 0 && statement.Cited.TrueForAll(c => Cues(c.Speech.Tokens, lexicon) == 0)) return cleared || statement.Cited.Exists(c => IsAsked(statement, c.Of) && Lead(statement, c.Of, lexicon) == Polarities.Denied) ? null : Severity.Blocker;
        if (own == 0 && !isClose && statement.Own.Tokens.Exists(t => IsClear(t.Word))) return null;
        var said = statement.Cited.Sum(c => Cues(c.Speech.Tokens, lexicon));
        var added = Cues(statement.Own.Tokens, lexicon, withPseudo: true) > statement.Cited.Sum(c => Cues(c.Speech.Tokens, lexicon, withPseudo: true));
        var words = statement.Own.Tokens.Count(t => !t.IsMark);
        var cited = statement.Cited.Sum(c => c.Speech.Tokens.Count(t => !t.IsMark));
        return statement.Cited.Count == 1 && (own != said || added) && (isClose || CuesOfShared(statement, lexicon) != said) && cited <= (words * 3 / 2) + 3 ? Severity.Warning : null;
    }

    // "pulmones limpios" says what "no se oyen ruidos" says.
    private static bool IsClear(string word) => Array.Exists(Clear, c => word.StartsWith(c, StringComparison.Ordinal));

    // Nearly every word of the statement was said: then a negation more or less is the speech's own.
    private static bool IsClose(ReadStatement statement, Lexicon lexicon)
    {
        var said = statement.Cited.SelectMany(c => Stems(c.Speech.Tokens, lexicon)).ToHashSet(StringComparer.Ordinal);
        var own = Stems(statement.Own.Tokens, lexicon).ToList();
        return own.Count(said.Contains) * 4 >= own.Count * 3;
    }

    private static IEnumerable<string> Stems(IEnumerable<Token> tokens, Lexicon lexicon) =>
        tokens.Where(t => t.Kind == TokenKind.Word && t.Word.Length >= Least && t.Word is not ("niega" or "refiere" or "denies" or "reports" or "paciente" or "patient")).Select(t => WordStem.Of(t.Word, lexicon.IsEnglish));

    // A clause that shares no word with the speech is a name for it of the writer's own, and counts once with the rest.
    private static int CuesOfShared(ReadStatement statement, Lexicon lexicon)
    {
        var said = statement.Cited.SelectMany(c => Stems(c.Speech.Tokens, lexicon)).ToHashSet(StringComparer.Ordinal);
        var (count, from, tokens) = (0, 0, statement.Own.Tokens);
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].IsSentenceEnd && tokens[i].Word != ";") continue;
            var clause = tokens.GetRange(from, i - from);
            if (Stems(clause, lexicon).Any(said.Contains)) count += Cues(clause, lexicon);
            from = i + 1;
        }

        return count;
    }

    // Without the "no" that only answers or corrects, and each repeat once.
    private static int Cues(List<Token> tokens, Lexicon lexicon, bool withPseudo = false)
    {
        var count = Enumerable.Range(0, tokens.Count).Count(i => Denials.IsStopping(tokens, i) || Denials.IsStopped(tokens, i) || (Denials.IsLacking(tokens[i].Word) && lexicon["negation"].At(tokens, i, i + 1) is null));
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

        return count + lexicon.Concepts.Find(tokens, 0, tokens.Count).Count(m => m.Value.Lacks);
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
        foreach (var (of, speech) in AnswersFirst(statement, answer))
        {
            var denied = Denials.Of(speech.Tokens, lexicon);
            var later = Denials.Later(speech.Tokens, lexicon);
            var asked = answer is null && IsAsked(statement, of);
            var lead = asked ? Lead(statement, of, lexicon) : Polarities.None;
            var turned = answer is not null && !ReferenceEquals(of, answer.Value.Of);
            var found = new Dictionary<string, Polarities>(StringComparer.Ordinal);
            for (var i = 0; i < speech.Tokens.Count; i++)
            {
                var token = speech.Tokens[i];
                if (!Matters(speech.Tokens, i, lexicon)) continue;
                var isDenied = turned && answer!.Value.Said == Answer.No ? !denied[i] : denied[i];
                var key = WordStem.Of(token.Word, lexicon.IsEnglish);
                var both = later[i] || Leads(speech.Tokens, i, lexicon) || IsShownBy(speech.Tokens, i, lexicon);
                found[key] = found.GetValueOrDefault(key) | (both ? Polarities.Denied | Polarities.Affirmed : asked ? lead : isDenied ? Polarities.Denied : Polarities.Affirmed);
            }

            Join(words, found, asked);
        }

        return words;
    }

    private static IEnumerable<(Utterance Of, ReadSpeech Speech)> AnswersFirst(ReadStatement statement, (Utterance Of, Answer Said)? answer) =>
        answer is null ? statement.Cited.OrderBy(c => IsAsked(statement, c.Of)) : statement.Cited;

    // What the answer says of a word itself counts before what it says of the whole question.
    private static void Join(Dictionary<string, Polarities> all, Dictionary<string, Polarities> found, bool asked)
    {
        foreach (var (key, polarities) in found)
        {
            if (!all.TryAdd(key, polarities) && !asked) all[key] |= polarities;
        }
    }

    // "No, solo me canso": the first word answers the whole question; without one it stays open.
    private static Polarities Lead(ReadStatement statement, Utterance question, Lexicon lexicon)
    {
        var tokens = statement.Cited.Where(c => c.Of.Segment > question.Segment).OrderBy(c => c.Of.Segment).First().Of.Tokens;
        if (tokens.Count > 1 && tokens[1].Word is "se" or "recuerdo" or "sabria" or "estoy" or "idea" or "sure") return Polarities.Affirmed | Polarities.Denied;
        return tokens.Count > 0 && tokens[0].Word is "no" or "nope" or "nah" or "never" or "nunca" or "tampoco" or "nada" or "jamas" ? Polarities.Denied
            : lexicon["yes"].At(tokens, 0, tokens.Count) is not null ? Polarities.Affirmed
            : Polarities.Affirmed | Polarities.Denied;
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
