using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Cuts what was said into sentences, and speech without punctuation at words that begin a new thought.</summary>
internal static class UnitSplitter
{
    private const int Long = 24;
    private const int Strong = 7;
    private const int Weak = 15;
    private const int Least = 4;

    private static readonly FrozenSet<string> Abbreviations = new[] { "dr", "dra", "ms", "mr", "mrs", "sr", "sra", "st" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> WeakStarts = new[] { "and", "but", "y", "pero", "because", "porque", "so", "then", "which", "also" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Split(Utterance utterance, Lexicon lexicon)
    {
        var tokens = utterance.Tokens;
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsSentenceEnd && tokens[i].Word is not ";") continue;
            if (tokens[i].Word == "." && i > 0 && Abbreviations.Contains(tokens[i - 1].Word)) continue;
            Sentence(utterance, from, i + 1, lexicon);
            from = i + 1;
        }

        Sentence(utterance, from, tokens.Count, lexicon);
    }

    private static void Sentence(Utterance utterance, int from, int to, Lexicon lexicon)
    {
        var tokens = utterance.Tokens;
        var words = 0;
        for (var i = from; i < to; i++) words += tokens[i].IsMark ? 0 : 1;
        if (words == 0) return;
        if (words > Long)
        {
            var piece = 0;
            var left = words;
            var number = utterance.Numbers.FindIndex(n => n.End > from);
            for (var i = from; i < to; i++)
            {
                if (tokens[i].IsMark) continue;
                while (number >= 0 && number < utterance.Numbers.Count && utterance.Numbers[number].EndWithUnit <= i) number++;
                var inNumber = number >= 0 && number < utterance.Numbers.Count && utterance.Numbers[number].At < i;
                if (!inNumber && left >= Least && ((piece >= Strong && Begins(tokens, i, to, lexicon)) || (piece >= Weak && WeakStarts.Contains(tokens[i].Word))))
                {
                    Add(utterance, from, i);
                    from = i;
                    piece = 0;
                }

                piece++;
                left--;
            }
        }

        Add(utterance, from, to);
    }

    // A negation before the cut would lose what it denies.
    private static bool Begins(List<Token> tokens, int at, int to, Lexicon lexicon) =>
        lexicon["split"].At(tokens, at, to) is not null && lexicon["negation"].At(tokens, at - 1, at) is null && tokens[at - 1].Word is not ("que" or "si" or "if" or "when" or "cuando" or "and" or "y" or "i" or "you" or "that" or "lo" or "la" or "le" or "me" or "se" or "to");

    private static void Add(Utterance utterance, int from, int to)
    {
        while (from < to && utterance.Tokens[from].IsMark && utterance.Tokens[from].Word is not "¿") from++;
        if (from < to) utterance.Units.Add(new(utterance, from, to));
    }
}
