using System.Text;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Writes a piece of speech as a sentence: digits, no fillers or repeats; in English the person is shifted, in Spanish the words stay.</summary>
internal static class Wording
{
    public static string Of(Utterance of, int from, int to, Lexicon lexicon)
    {
        var parts = Parts(of, from, to, lexicon);
        if (lexicon.IsEnglish && !of.IsDictated) parts = EnglishPerson.Shift(parts, of.IsPhysician);
        return Sentence(parts);
    }

    /// <summary>The same without capital and full stop and without a change of person.</summary>
    public static string Plain(Utterance of, int from, int to, Lexicon lexicon) => Join(Parts(of, from, to, lexicon)).TrimEnd('.', '?', ',', '!', ';', ' ');

    public static string Sentence(List<Part> parts)
    {
        // A cut may leave a joining word at the end.
        while (parts.Count > 3 && (parts[^1].IsMark || parts[^1].Word is "and" or "but" or "so" or "or" or "then" or "because" or "y" or "pero" or "the" or "if" or "which")) parts.RemoveAt(parts.Count - 1);
        var text = Join(parts).Trim().Trim(',', ';', '.', ' ', '?', '!', '…', ':');
        if (text.Length == 0) return "";
        return string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1), ".");
    }

    /// <summary>One word or mark of a sentence with how it joins the one before.</summary>
    public readonly record struct Part(string Text, string Word, bool IsMark, bool Hyphen);

    private static List<Part> Parts(Utterance of, int from, int to, Lexicon lexicon)
    {
        var parts = new List<Part>();
        var tokens = of.Tokens;
        var dropTo = Corrected(of, from, to, lexicon, out var dropFrom);
        var number = 0;
        for (var i = from; i < to;)
        {
            if (i >= dropFrom && i < dropTo)
            {
                i++;
                continue;
            }

            while (number < of.Numbers.Count && of.Numbers[number].At < i) number++;
            if (number < of.Numbers.Count && of.Numbers[number].At == i && of.Numbers[number].End <= to)
            {
                var found = of.Numbers[number];
                var beside = number > 0 && of.Numbers[number - 1].At >= from && SpokenNumbers.IsBeside(of.Numbers[number - 1], found);
                var written = beside || (found.Value == 1 && found.Second is null && tokens[i].Word is "un" or "una" && !UnitWords.IsDose(found.Unit)) ? of.Text[tokens[i].Start..tokens[found.End - 1].End] : SpokenNumbers.Digits(found);
                var shortUnit = found.ShortUnit && found.EndWithUnit <= to;
                parts.Add(new(shortUnit ? $"{written}{(found.Unit == "%" ? "" : " ")}{found.Unit}" : written, written, false, Hyphen(of, i, from)));
                i = shortUnit ? found.EndWithUnit : found.End;
                continue;
            }

            if (lexicon["filler"].At(tokens, i, to) is { } filler)
            {
                i = filler.End;
                if (i < to && tokens[i].Word == "," && parts.Count > 0 && parts[^1] is { IsMark: true }) i++;
                continue;
            }

            if (!tokens[i].IsMark && Repeat(tokens, i, to) is var next && next > i)
            {
                i = next;
                continue;
            }

            if (!(tokens[i].IsMark && (parts.Count == 0 || (parts[^1].IsMark && tokens[i].Word is not "¿")))) parts.Add(new(of.Text[tokens[i].Start..tokens[i].End], tokens[i].Word, tokens[i].IsMark, Hyphen(of, i, from)));
            i++;
        }

        return parts;
    }

    private static bool Hyphen(Utterance of, int at, int from) => at > from && of.Tokens[at].Start - of.Tokens[at - 1].End == 1 && of.Text[of.Tokens[at].Start - 1] == '-';

    // "in, in, in the inside": where the next one to three words say the same again.
    private static int Repeat(List<Token> tokens, int at, int to)
    {
        for (var length = 3; length >= 1; length--)
        {
            var second = at + length;
            if (second < to && tokens[second].Word == ",") second++;
            if (second + length > to || tokens[at].Kind == TokenKind.Number) continue;
            var same = true;
            for (var k = 0; k < length && same; k++) same = !tokens[at + k].IsMark && string.Equals(tokens[at + k].Word, tokens[second + k].Word, StringComparison.Ordinal);
            if (same && !(length == 1 && tokens[at].Word is "no" or "muy" or "very" or "that" or "had" or "super")) return second;
        }

        return at;
    }

    // "tres días, no, perdón, cuatro días": the speaker's own correction counts, where both name the same unit.
    private static int Corrected(Utterance of, int from, int to, Lexicon lexicon, out int start)
    {
        start = 0;
        foreach (var cue in lexicon["correction"].Find(of.Tokens, from, to))
        {
            var before = of.Numbers.FindLastIndex(n => n.End <= cue.At && cue.At - n.End <= 5 && n.At >= from);
            var after = of.Numbers.FindIndex(n => n.At >= cue.End && n.At - cue.End <= 3 && n.End <= to);
            if (before < 0 || after != before + 1 || of.Numbers[before].End >= to || of.Numbers[after].End >= to) continue;
            var first = of.Tokens[of.Numbers[before].End].Word;
            if (first != of.Tokens[of.Numbers[after].End].Word && of.Tokens[of.Numbers[before].End].IsMark is false) continue;
            start = of.Numbers[before].At;
            return of.Numbers[after].At;
        }

        return 0;
    }

    private static string Join(IReadOnlyList<Part> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Text.Length == 0) continue;
            var tight = text.Length == 0 || (part.IsMark && part.Word is not ("¿" or "(" or "+")) || text[^1] is '(' or '¿' or '/' || part.Word.StartsWith('\'');
            if (part.Hyphen && text.Length > 0) text.Append('-');
            else if (!tight) text.Append(' ');
            text.Append(part.Text);
        }

        return text.ToString();
    }
}
