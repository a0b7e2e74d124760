using System.Collections.Frozen;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Left and right against the cited speech, and between sections.</summary>
internal static class SideRules
{
    // Abbreviations of a limb, an eye, an ear or a quarter of the belly with its side.
    private static readonly FrozenDictionary<string, char> Spanish = Sided("oi,msi,mii,fii,hci,hti", "od,msd,mid,fid,hcd,htd");
    private static readonly FrozenDictionary<string, char> English = Sided("lle,lue,llq,luq,lul,lll", "rle,rue,rlq,ruq,rul,rll");

    public static IEnumerable<Finding> Check(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var own = Sides(statement.Own.Tokens, reading.Lexicon);
            if (own.Count == 0) continue;
            var said = statement.Cited.SelectMany(c => Sides(c.Speech.Tokens, reading.Lexicon)).ToList();
            // Left and right together are both.
            var both = said.Exists(s => s.Side == 'l') && said.Exists(s => s.Side == 'r');
            var wrong = own.Where(o => !said.Exists(s => s.Side == o.Side) && !(o.Side == 'b' && both)).ToList();
            if (wrong.Count == 0)
                wrong = own.Where(o => o.Part is not null && said.Exists(s => s.Part == o.Part) && !said.Exists(s => (s.Part == o.Part || s.Part is null) && s.Side == o.Side)).ToList();
            if (wrong.Count == 0 && both && Crossed(statement, own, reading.Lexicon) is { } crossed) wrong = [crossed];
            if (wrong.Count > 0) yield return statement.Finding(FindingNames.Laterality, Severity.Blocker, Write(wrong[0]), string.Join(", ", said.Select(Write)));
        }
    }

    public static IEnumerable<Finding> Sections(Reading reading)
    {
        var seen = new List<(string Part, char Side, ReportSection Section)>();
        foreach (var statement in reading.Statements.Where(s => s.Statement.Section is not (ReportSection.SurgicalHistory or ReportSection.PastHistory or ReportSection.FamilySocialHistory)))
        {
            var sides = Sides(statement.Own.Tokens, reading.Lexicon).Where(s => s.Part is not null && s.Side != 'b').Select(s => (Part: s.Part!, s.Side)).Distinct().ToList();
            foreach (var (part, side) in sides)
            {
                if (sides.Exists(s => s.Part == part && s.Side != side)) continue;
                var other = seen.Find(s => s.Part == part && s.Side != side && s.Section != statement.Statement.Section);
                if (other.Part is not null && !seen.Exists(s => s.Part == part && s.Side == side))
                    yield return statement.Finding(FindingNames.SectionSides, Severity.Warning, Write((side, part)), Write((other.Side, other.Part)));
                seen.Add((part, side, statement.Statement.Section));
            }
        }
    }

    // Each side word with the nearest part of the body: before it in Spanish, behind it in English.
    internal static List<(char Side, string? Part)> Sides(List<Token> tokens, Lexicon lexicon)
    {
        var sides = new List<(char, string?)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Side(tokens, i, lexicon) is not { } side) continue;
            sides.Add((side, Part(tokens, i, lexicon)));
        }

        return sides;
    }

    private static char? Side(List<Token> tokens, int at, Lexicon lexicon)
    {
        var word = tokens[at].Word;
        if (word.StartsWith("izquierd", StringComparison.Ordinal) || word is "izda" or "izdo" or "izq" or "zurda") return 'l';
        if (word is "derecha" or "derecho" or "derechas" or "derechos" or "dcha" or "dcho" or "dch") return 'r';
        if (word is "bilateral" or "bilaterales" or "bilateralmente" or "ambos" or "ambas" or "both" or "bilaterally") return 'b';
        if ((lexicon.IsEnglish ? English : Spanish).TryGetValue(word, out var written)) return written;
        if (!lexicon.IsEnglish) return IsPair(tokens, at, lexicon) ? 'b' : null;
        return word switch
        {
            "left" => at + 1 < tokens.Count && tokens[at + 1].Word is "over" or "it" or "the" ? null : 'l',
            "right" => IsRightSide(tokens, at) ? 'r' : null,
            "lt" => 'l',
            "rt" => 'r',
            "l" or "r" => at + 1 < tokens.Count && IsPart(tokens, at + 1, lexicon) ? word[0] : null,
            _ => null,
        };
    }

    private static FrozenDictionary<string, char> Sided(string left, string right) =>
        left.Split(',').Select(w => (w, Side: 'l')).Concat(right.Split(',').Select(w => (w, Side: 'r'))).ToFrozenDictionary(p => p.w, p => p.Side, StringComparer.Ordinal);

    // "los dos hombros", "las dos rodillas": a pair of what a body has two of.
    private static bool IsPair(List<Token> tokens, int at, Lexicon lexicon) =>
        tokens[at].Word == "dos" && at > 0 && tokens[at - 1].Word is "los" or "las" && at + 1 < tokens.Count && (IsPart(tokens, at + 1, lexicon) || tokens[at + 1].Word is "lados");

    private static bool IsPart(List<Token> tokens, int at, Lexicon lexicon) => lexicon.Clinical.At(tokens, at, at + 1) is { Value: ClinicalKind.Anatomy };

    // "right now", "right here", "all right" name no side.
    private static bool IsRightSide(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && !tokens[at + 1].IsMark && tokens[at + 1].Word is not ("now" or "here" or "there" or "away" or "on" or "in" or "at" or "after" or "behind" or "before" or "above" or "around" or "okay" or "so" or "up" or "down" or "this" or "that" or "i" or "you" or "and" or "um" or "uh" or "over" or "onto" or "into" or "way" or "the" or "or" or "well")
        && !(at > 0 && tokens[at - 1].Word is "all" or "that's" or "is" or "just");

    // Where both sides were said, what is said of each: "the right eardrum is red, the left one looks fine".
    private static (char Side, string? Part)? Crossed(ReadStatement statement, List<(char Side, string? Part)> own, Lexicon lexicon)
    {
        var said = statement.Cited.SelectMany(c => Clauses(c.Speech.Tokens, lexicon)).ToList();
        foreach (var (side, words) in Clauses(statement.Own.Tokens, lexicon).Where(c => c.Side != 'b'))
        {
            foreach (var word in words)
            {
                var where = said.Where(c => c.Words.Contains(word)).ToList();
                if (where.Count > 0 && where.TrueForAll(c => c.Side is not 'b' && c.Side != side)) return own.Find(o => o.Side == side);
            }
        }

        return null;
    }

    // Stretches between marks and "and" that name one side, with their words but those of the body.
    private static IEnumerable<(char Side, HashSet<string> Words)> Clauses(List<Token> tokens, Lexicon lexicon)
    {
        for (var from = 0; from < tokens.Count;)
        {
            var to = from;
            while (to < tokens.Count && !tokens[to].IsMark && tokens[to].Word is not ("y" or "and" or "pero" or "but" or "while" or "mientras")) to++;
            var sides = Enumerable.Range(from, to - from).Select(i => Side(tokens, i, lexicon)).OfType<char>().Distinct().ToList();
            if (sides.Count == 1)
            {
                yield return (sides[0], Enumerable.Range(from, to - from)
                    .Where(i => tokens[i].Kind == TokenKind.Word && (tokens[i].Word.Length >= 4 || lexicon.Clinical.At(tokens, i, i + 1) is not null) && Side(tokens, i, lexicon) is null && !IsPart(tokens, i, lexicon))
                    .Select(i => WordStem.Of(tokens[i].Word, lexicon.IsEnglish)).ToHashSet(StringComparer.Ordinal));
            }

            from = to + 1;
        }
    }

    private static string? Part(List<Token> tokens, int at, Lexicon lexicon)
    {
        for (var step = 1; step <= 4; step++)
        {
            var k = lexicon.IsEnglish || tokens[at].Word is "dos" or "ambos" or "ambas" ? at + step : at - step;
            if (k < 0 || k >= tokens.Count || tokens[k].IsMark) break;
            if (lexicon.Clinical.At(tokens, k, k + 1) is { Value: ClinicalKind.Anatomy }) return tokens[k].Word.TrimEnd('s');
        }

        return null;
    }

    private static string Write((char Side, string? Part) side) => $"{side.Part} {side.Side}".Trim();
}
