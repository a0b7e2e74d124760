using System.Globalization;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Numbers that are told digit by digit or in groups: <c>cero nueve nueve, ciento veinte</c>, <c>double seven oh</c>.</summary>
internal static class SpokenDigits
{
    /// <summary>One group of a number with its digits, its tokens, and whether a comma or full stop stands before it.</summary>
    public readonly record struct Group(string Digits, int From, int To, bool IsApart);

    /// <summary>Groups that stand beside each other; only those of which a word is part, digits alone are found elsewhere.</summary>
    public static IEnumerable<List<Group>> Runs(List<Token> tokens, string language)
    {
        for (var at = 0; at < tokens.Count;)
        {
            var run = new List<Group>();
            var here = at;
            for (var apart = false; here < tokens.Count;)
            {
                if (Read(tokens, here, language, apart) is { } group)
                {
                    run.Add(group);
                    (here, apart) = (group.To, false);
                }
                else if (run.Count > 0 && tokens[here].Word is "," or "." or "guion" or "raya" or "dash" or "hyphen" or "espacio" or "space" or "mas" or "plus")
                {
                    apart = tokens[here].IsMark;
                    here++;
                }
                else break;
            }

            if (run.Exists(g => tokens[g.From].Kind == TokenKind.Word)) yield return run;
            at = Math.Max(here, at + 1);
        }
    }

    private static Group? Read(List<Token> tokens, int at, string language, bool apart)
    {
        if (tokens[at].Kind == TokenKind.Number) return tokens[at].Word.All(char.IsAsciiDigit) ? new(tokens[at].Word, at, at + 1, apart) : null;
        var times = tokens[at].Word switch { "doble" or "double" => 2, "triple" => 3, _ => 1 };
        if (times > 1)
            return at + 1 < tokens.Count && Cardinal(tokens, at + 1, language) is { Value: <= 9 } digit
                ? new(string.Concat(Enumerable.Repeat(Text(digit.Value), times)), at, digit.End, apart)
                : null;
        return Cardinal(tokens, at, language) is { } read ? new(Text(read.Value), at, read.End, apart) : null;
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    // The longest number that can be said from here; "nueve nueve uno" are three.
    private static (decimal Value, int End)? Cardinal(List<Token> tokens, int at, string language)
    {
        var (words, english) = (NumberWords.Of(language), language == "en");
        if (english && tokens[at].Word is "oh" or "o") return (0, at + 1);
        var (total, current, i) = (0m, 0, at);
        for (; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            var joins = i > at && i + 1 < tokens.Count && words.TryGetValue(tokens[i + 1].Word, out var next)
                && (english ? word == "and" && (current >= 100 || total > 0) && current % 100 == 0 && next is > 0 and < 100 : word == "y" && current % 100 >= 30 && current % 10 == 0 && next is > 0 and < 10);
            if (joins) word = tokens[++i].Word;
            if (!words.TryGetValue(word, out var value)) break;
            if (value == 0)
            {
                if (i == at) return (0, i + 1);
                break;
            }

            if (value >= 1000)
            {
                if (total >= value || (total + current == 0 && value > 1000)) break;
                (total, current) = ((total + Math.Max(current, 1)) * value, 0);
            }
            else if (english && value == 100)
            {
                if (current > 9) break;
                current = Math.Max(current, 1) * 100;
            }
            else if (joins || (current == 0 && (i == at || total > 0)) || (current >= 100 && current % 100 == 0 && value < 100) || (english && current % 100 >= 20 && current % 10 == 0 && value < 10)) current += value;
            else break;
        }

        return i == at ? null : (total + current, i);
    }
}
