using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Names that are spelled: <c>ele o pe e zeta</c>, <c>L-O-P-E-Z</c>, <c>S as in Sam M I T H</c>.</summary>
internal static partial class SpelledNames
{
    private const int Least = 3;
    private const int LeastOfNear = 4;

    private static readonly FrozenDictionary<string, string> Spanish = Letters(
        "be b bi b ce c de d efe f ge g hache h jota j ka k ele l eme m ene n pe p cu q erre r ere r ese s te t uve v ve v equis x ye y zeta z ceta z seta z elle ll che ch");

    private static readonly FrozenDictionary<string, string> English = Letters(
        "bee b be b see c sea c cee c dee d ee e eff f ef f gee g aitch h haitch h eye i jay j kay k el l ell l em m en n oh o pee p pea p cue q queue q are r ar r ess s es s tee t tea t you u vee v ex x why y zee z zed z "
        + "alpha a alfa a bravo b charlie c delta d echo e foxtrot f golf g hotel h india i juliet j kilo k lima l mike m november n oscar o papa p quebec q romeo r sierra s tango t uniform u victor v whiskey w xray x yankee y zulu z");

    private static readonly FrozenSet<string> Between = ",|.|-|:|y|and|then|luego|despues|guion|dash|hyphen|espacio|space|acento|tilde|con|mayuscula|capital|griega|corta|larga|chica|grande|letra|letter".Split('|').ToFrozenSet(StringComparer.Ordinal);

    private readonly record struct Letter(string Text, int From, int To, bool MayBeNone);

    public static IEnumerable<IdentifierSpan> In(string text, string language, IReadOnlyCollection<string> names)
    {
        var tokens = TokenReader.Read(text);
        var letters = Speech.Of(language) == "en" ? English : Spanish;
        IdentifierSpan Span(List<Letter> run, int first, int last) => new("PERSON", tokens[run[first].From].Start, tokens[run[last].To - 1].End - tokens[run[first].From].Start);
        foreach (var run in Runs(tokens, letters))
        {
            foreach (var (first, last) in names.SelectMany(n => Places(run, n))) yield return Span(run, first, last);
            if (Cue().IsMatch(text[..tokens[run[0].From].Start]) || names.Any(n => IsNear(run, n))) yield return Span(run, 0, run.Count - 1);
        }
    }

    private static IEnumerable<List<Letter>> Runs(List<Token> tokens, FrozenDictionary<string, string> letters)
    {
        for (var at = 0; at < tokens.Count;)
        {
            var run = new List<Letter>();
            var here = at;
            while (here < tokens.Count)
            {
                if (Read(tokens, here, letters) is { } letter)
                {
                    run.Add(letter);
                    here = letter.To;
                }
                else if (run.Count > 0 && Between.Contains(tokens[here].Word)) here++;
                else break;
            }

            if (run.Count >= Least) yield return run;
            at = Math.Max(here, at + 1);
        }
    }

    private static Letter? Read(List<Token> tokens, int at, FrozenDictionary<string, string> letters)
    {
        var word = tokens[at].Word;
        if (word is "doble" or "double" or "uve" && at + 1 < tokens.Count)
        {
            var next = tokens[at + 1].Word;
            if (word == "uve" ? next == "doble" : next is "u" or "ve" or "uve" or "you") return Named(tokens, "w", at, at + 2);
            if (word != "uve" && One(next, letters) is { } twice) return Named(tokens, twice + twice, at, at + 2);
        }

        if (word == "i" && at + 1 < tokens.Count && tokens[at + 1].Word == "griega") return Named(tokens, "y", at, at + 2);
        return One(word, letters) is { } one ? Named(tokens, one, at, at + 1) : null;
    }

    private static string? One(string word, FrozenDictionary<string, string> letters) => word.Length == 1 && char.IsLetter(word[0]) ? word : letters.GetValueOrDefault(word);

    // "S as in Sam", "be de burro": the example belongs to the letter.
    private static Letter Named(List<Token> tokens, string letter, int from, int to)
    {
        var example = to;
        if (example < tokens.Count && tokens[example].Word == ",") example++;
        if (example + 2 < tokens.Count && tokens[example].Word == "as" && tokens[example + 1].Word == "in") example += 2;
        else if (example + 1 < tokens.Count && tokens[example].Word is "for" or "like" or "de" or "como" or "as") example++;
        else example = tokens.Count;
        var isExample = example < tokens.Count && tokens[example].Word.Length >= Least && tokens[example].Word[0] == letter[0] && !Spanish.ContainsKey(tokens[example].Word);
        return new(letter, from, isExample ? example + 1 : to, letter == "y" && !isExample && to == from + 1);
    }

    private static IEnumerable<(int First, int Last)> Places(List<Letter> run, string name)
    {
        for (var first = 0; first < run.Count; first++)
        {
            var said = 0;
            for (var last = first; last < run.Count && said < name.Length; last++)
            {
                if (string.CompareOrdinal(name, said, run[last].Text, 0, run[last].Text.Length) == 0) said += run[last].Text.Length;
                else if (last == first || !run[last].MayBeNone) break;
                if (said != name.Length) continue;
                yield return (first, last);
                break;
            }
        }
    }

    // A letter that was misheard, left out or said twice.
    private static bool IsNear(List<Letter> run, string name)
    {
        var said = string.Concat(run.Select(l => l.Text));
        if (name.Length < LeastOfNear || Math.Abs(said.Length - name.Length) > 1) return false;
        var same = 0;
        while (same < Math.Min(said.Length, name.Length) && said[same] == name[same]) same++;
        var tail = 0;
        while (tail < Math.Min(said.Length, name.Length) - same && said[^(tail + 1)] == name[^(tail + 1)]) tail++;
        return same + tail >= Math.Max(said.Length, name.Length) - 1;
    }

    private static FrozenDictionary<string, string> Letters(string text)
    {
        var words = text.Split(' ');
        return words.Where((_, i) => i % 2 == 0).Zip(words.Where((_, i) => i % 2 == 1)).DistinctBy(p => p.First).ToFrozenDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b(?:se escribe|se deletrea|deletreado|deletreo|deletrear|spelled|spelt|spell(?:s|ing)?(?: it| that)?|mi apellido(?: es)?|apellido|my (?:last |first |sur)?name is|last name|surname)(?: con| as| it's| is| es)?[ :,]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cue();
}
