using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>Which words of a sentence are denied, by cue words with a scope to the right, or behind them to the left.</summary>
/// <seealso href="https://doi.org/10.1006/jbin.2001.1029">Chapman et al., a simple algorithm for identifying negated findings (NegEx), 2001.</seealso>
internal static class NegationScopes
{
    private const int Reach = 7;

    private static readonly FrozenSet<string> Joiners = new[] { "ni", "o", "u", "y", "e", "or", "nor", "and" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>One flag per token: whether it is denied.</summary>
    public static bool[] Of(IReadOnlyList<Token> tokens, int from, int to, Lexicon lexicon)
    {
        var denied = new bool[to - from];
        var pseudo = lexicon["pseudonegation"].Find(tokens, from, to).ToList();
        foreach (var cue in lexicon["negation"].Find(tokens, from, to))
        {
            if (pseudo.Any(p => cue.At >= p.At && cue.At < p.End)) continue;
            // "no, i actually tried" answers; it denies nothing that follows.
            if (lexicon.IsEnglish && tokens[cue.At].Word == "no" && cue.End < to && lexicon["stop"].At(tokens, cue.End, to) is not null) continue;
            Forward(tokens, from, to, cue.End, lexicon, denied);
        }

        foreach (var cue in lexicon["postnegation"].Find(tokens, from, to)) Backward(tokens, from, cue.At, denied);
        return denied;
    }

    private static void Forward(IReadOnlyList<Token> tokens, int from, int to, int start, Lexicon lexicon, bool[] denied)
    {
        for (var i = start; i < to && i < start + Reach; i++)
        {
            if (tokens[i].IsMark)
            {
                // A comma in a list of denied things goes on; any other mark ends the scope.
                if (tokens[i].Word == "," && i > start && i + 1 < to && GoesOn(tokens, i + 1, to, lexicon)) continue;
                return;
            }

            if (i > start && lexicon["stop"].At(tokens, i, to) is not null) return;
            denied[i - from] = true;
        }
    }

    private static bool GoesOn(IReadOnlyList<Token> tokens, int at, int to, Lexicon lexicon) =>
        Joiners.Contains(tokens[at].Word) || (lexicon.Clinical.At(tokens, at, to) is { } word && word.Value is ClinicalKind.Symptom or ClinicalKind.Exam or ClinicalKind.Diagnosis);

    private static void Backward(IReadOnlyList<Token> tokens, int from, int cue, bool[] denied)
    {
        for (var i = cue - 1; i >= from && i >= cue - 4 && !tokens[i].IsMark; i--) denied[i - from] = true;
    }
}
