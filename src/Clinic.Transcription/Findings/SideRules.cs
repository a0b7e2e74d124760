using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Left and right against the cited speech, and between sections.</summary>
internal static class SideRules
{
    public static IEnumerable<Finding> Check(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var own = Sides(statement.Own.Tokens, reading.Lexicon);
            if (own.Count == 0) continue;
            var said = statement.Cited.SelectMany(c => Sides(c.Speech.Tokens, reading.Lexicon)).ToList();
            var wrong = own.Where(o => !said.Exists(s => s.Side == o.Side)).ToList();
            if (wrong.Count == 0)
                wrong = own.Where(o => o.Part is not null && said.Exists(s => s.Part == o.Part) && !said.Exists(s => s.Part == o.Part && s.Side == o.Side)).ToList();
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
            if (Side(tokens, i) is not { } side) continue;
            sides.Add((side, Part(tokens, i, lexicon)));
        }

        return sides;
    }

    private static char? Side(List<Token> tokens, int at)
    {
        var word = tokens[at].Word;
        if (word.StartsWith("izquierd", StringComparison.Ordinal) || word == "left") return word == "left" && at + 1 < tokens.Count && tokens[at + 1].Word is "over" or "it" or "the" ? null : 'l';
        if (word is "derecha" or "derecho" or "derechas" or "derechos") return 'r';
        if (word == "right") return IsRightSide(tokens, at) ? 'r' : null;
        return word is "bilateral" or "bilaterales" or "ambos" or "ambas" or "both" or "bilaterally" ? 'b' : null;
    }

    // "right now", "right here", "all right" name no side.
    private static bool IsRightSide(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && !tokens[at + 1].IsMark && tokens[at + 1].Word is not ("now" or "here" or "there" or "away" or "on" or "in" or "at" or "after" or "behind" or "before" or "above" or "around" or "okay" or "so" or "up" or "down" or "this" or "that" or "i" or "you" or "and" or "um" or "uh" or "over" or "onto" or "into" or "way" or "the" or "or" or "well")
        && !(at > 0 && tokens[at - 1].Word is "all" or "that's" or "is" or "just");

    private static string? Part(List<Token> tokens, int at, Lexicon lexicon)
    {
        for (var step = 1; step <= 4; step++)
        {
            var k = lexicon.IsEnglish ? at + step : at - step;
            if (k < 0 || k >= tokens.Count || tokens[k].IsMark) break;
            if (lexicon.Clinical.At(tokens, k, k + 1) is { Value: ClinicalKind.Anatomy }) return tokens[k].Word.TrimEnd('s');
        }

        return null;
    }

    private static string Write((char Side, string? Part) side) => $"{side.Part} {side.Side}".Trim();
}
