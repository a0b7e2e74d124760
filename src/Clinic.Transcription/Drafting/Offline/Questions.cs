using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Finds questions by their mark or, in speech without punctuation, by their first words and the answer behind them.</summary>
internal static class Questions
{
    private const int Longest = 18;

    public static void Mark(List<Utterance> visit, Lexicon lexicon)
    {
        var asking = visit.FindIndex(u => u.IsPhysician && lexicon.Phases.Find(u.Tokens, 0, u.Tokens.Count).Any() && !IsAccented(u, 0, u.Tokens.Count));
        if (asking < 0) asking = visit.FindIndex(u => u.IsPhysician && u.Words > 20);
        if (asking < 0) asking = visit.Count;
        for (var i = 0; i < visit.Count; i++)
        {
            var next = Next(visit, i);
            foreach (var unit in visit[i].Units) unit.IsQuestion = Is(visit[i], unit, next, i < asking, lexicon);
            if (next is null) continue;
            var asked = visit[i].Units.FindLast(u => u.IsQuestion && !u.IsChat);
            if (asked is null || !visit[i].IsPhysician || next.IsPhysician) continue;
            foreach (var answer in next.Units) answer.Asked = asked;
        }
    }

    /// <summary>The answer to a turn: the next words of somebody else, with their own short remarks skipped.</summary>
    private static Utterance? Next(List<Utterance> visit, int at)
    {
        for (var i = at + 1; i < visit.Count && i <= at + 2; i++)
        {
            if (visit[i].Tokens.Count == 0 || visit[i].IsExcluded) continue;
            return visit[i].IsPhysician == visit[at].IsPhysician ? null : visit[i];
        }

        return null;
    }

    private static bool Is(Utterance of, Unit unit, Utterance? next, bool asking, Lexicon lexicon)
    {
        var tokens = of.Tokens;
        var from = Opening.Skip(of, unit.From, unit.To, lexicon);
        var words = unit.Words;
        var marked = tokens[unit.To - 1].Word == "?" || Enumerable.Range(unit.From, unit.To - unit.From).Any(i => tokens[i].Word == "¿");
        var strong = lexicon["question"].At(tokens, from, unit.To) is not null;
        if (marked) return strong || !IsTag(of, unit);
        if (of.IsPhysician && lexicon.IsEnglish && words <= Longest && lexicon["question"].At(tokens, from, unit.To) is { Length: >= 2, Value: not ("tell me" or "so tell me") }) return true;
        if (!of.IsPhysician || tokens.Any(t => t.Word is "?" or "." && t.Start > 0 && tokens.Count > 6) || words > Longest || tokens[unit.To - 1].IsSentenceEnd) return false;
        if (Decides(unit, lexicon)) return false;
        if (!lexicon.IsEnglish && next is not null && unit.To == tokens.Count && IsAccented(of, unit.From, unit.To)) return true;
        // Before the examination a physician's short last words, with an answer behind them, ask.
        if (asking && !lexicon.IsEnglish && next is not null && unit.To == tokens.Count && words <= 12) return true;
        if (strong) return lexicon.IsEnglish || (next is not null && (unit.To == tokens.Count || words <= 10));
        return next is not null && unit.To == tokens.Count && lexicon["weakquestion"].At(tokens, from, unit.To) is not null
            && (Answers.Of(next, lexicon) != Answer.Content || StartsWithAnswer(next, lexicon) || words <= 3 || Asks(tokens, from, unit.To));
    }

    // "hace cuántos días le salieron", "del uno al diez cuánto le duele": these words have their accent only where they ask, and behind "según", "saber" or "ver".
    private static bool IsAccented(Utterance of, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var token = of.Tokens[i];
            if (token.Word is not ("cuanto" or "cuanta" or "cuantos" or "cuantas" or "cuando" or "cual" or "cuales" or "donde" or "quien")) continue;
            if (!of.Text.AsSpan(token.Start, token.End - token.Start).ContainsAny('á', 'ó', 'é')) continue;
            if (!Enumerable.Range(Math.Max(from, i - 4), Math.Min(4, i - from)).Any(k => of.Tokens[k].Word is "segun" or "depende" or "ver" or "vemos" or "veremos" or "saber" or "sabe" or "sabes" or "sabemos" or "se" or "digo" or "diga" or "dice" or "mira" or "mire" or "importa" or "anote" or "anota" or "explico" or "explique")) return true;
        }

        return false;
    }

    // Speech that orders or names a dose states, whatever its first word.
    private static bool Decides(Unit unit, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        if (Lexicon.Drugs.Find(tokens, unit.From, unit.To).Any() && unit.Of.Numbers.Exists(n => n.At >= unit.From && n.At < unit.To)) return true;
        return !lexicon.IsEnglish && lexicon.Cues.Find(tokens, unit.From, unit.To).Count(c => c.Value.Section == ReportSection.Plan) >= 2;
    }

    private static bool StartsWithAnswer(Utterance next, Lexicon lexicon) =>
        lexicon["no"].At(next.Tokens, 0, next.Tokens.Count) is not null || lexicon["yes"].At(next.Tokens, 0, next.Tokens.Count) is not null || next.Tokens[0].Word is "soy" or "tengo" or "a";

    private static bool Asks(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Word is "algun" or "alguna" or "algunos" or "algunas" or "algo" or "alguien" or "otra" or "otro" or "usted" or "any" or "anything" or "you" or "o" or "que" or "cual") return true;
        }

        return false;
    }

    // "you have a sprain, okay?" states; only its tail asks.
    private static bool IsTag(Utterance of, Unit unit)
    {
        if (unit.Words <= 6) return false;
        var i = unit.To - 2;
        while (i > unit.From && of.Tokens[i].IsMark) i--;
        return of.Tokens[i].Word is "okay" or "ok" or "right" or "alright" or "vale" or "bien" or "acuerdo" or "si" || (unit.Words > 16 && of.Tokens[i + 1].Word != "?");
    }
}
