using System.Text.RegularExpressions;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>What points at a person where it is said in words: known numbers, documents, telephones, dates of birth.</summary>
internal static partial class SpokenIdentifiers
{
    private const int ShortestDocument = 5;
    private const int ShortestPhone = 7;

    private static readonly HashSet<string> Months = new(
        ("enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
        + "january february march april may june july august september october november december").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> InDates = new(
        ("de del el la ano y primero of the and first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        + "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth").Split(' '), StringComparer.Ordinal);

    public static IEnumerable<IdentifierSpan> In(string text, string language, IReadOnlyList<string> known)
    {
        var tokens = TokenReader.Read(text);
        var speech = Speech.Of(language);
        IdentifierSpan Span(string kind, int from, int to) => new(kind, tokens[from].Start, tokens[to - 1].End - tokens[from].Start);
        foreach (var run in SpokenDigits.Runs(tokens, speech))
        {
            foreach (var (first, last) in Known(run, known)) yield return Span("ID", run[first].From, run[last].To);
            var digits = run.Sum(g => g.Digits.Length);
            if (digits >= ShortestDocument && Document().IsMatch(text[..tokens[run[0].From].Start])) yield return Span("ID", run[0].From, run[^1].To);
            else if (digits >= ShortestPhone && IsTelephone(run)) yield return Span("PHONE", run[0].From, run[^1].To);
        }

        foreach (Match born in Born().Matches(text))
        {
            var from = tokens.FindIndex(t => t.Start >= born.Index + born.Length);
            if (from >= 0 && Date(tokens, from, speech) is var to and > 0) yield return Span("BIRTH", from, to);
        }
    }

    private static IEnumerable<(int First, int Last)> Known(List<SpokenDigits.Group> run, IReadOnlyList<string> known)
    {
        for (var first = 0; first < run.Count; first++)
        {
            var said = "";
            for (var last = first; last < run.Count && said.Length < 20; last++)
            {
                said += run[last].Digits;
                if (known.Contains(said)) yield return (first, last);
            }
        }
    }

    // Measured values stand beside each other too: few of them, of more digits than one, none with a zero before it.
    private static bool IsTelephone(List<SpokenDigits.Group> run)
    {
        var alone = Enumerable.Range(2, Math.Max(0, run.Count - 2)).Any(i => run[i].Digits.Length + run[i - 1].Digits.Length + run[i - 2].Digits.Length == 3);
        return alone || run.Exists(g => g.Digits[0] == '0') || (run.Count >= 4 && !run.Exists(g => g.IsApart));
    }

    // A month makes it a date, or a year; what stands behind the last number is not part of it.
    private static int Date(List<Token> tokens, int from, string speech)
    {
        var (words, end, isDate) = (NumberWords.Of(speech), 0, false);
        for (var i = from; i < tokens.Count; i++)
        {
            var (word, isNumber) = (tokens[i].Word, tokens[i].Kind == TokenKind.Number || words.ContainsKey(tokens[i].Word));
            if (!isNumber && !Months.Contains(word) && !InDates.Contains(word) && word != ",") break;
            isDate |= Months.Contains(word) || word is "mil" or "nineteen" or "thousand";
            if (isNumber || Months.Contains(word) || (i > from && word.EndsWith("th", StringComparison.Ordinal))) end = i + 1;
        }

        return isDate ? end : 0;
    }

    [GeneratedRegex(@"\b(?:c[eé]dula|dni|pasaporte|passport|curp|rut|nhs number|social security(?: number)?|historia(?: cl[ií]nica)?|medical record(?: number)?)(?: (?:es|is|n[uú]mero|number|el|la|de|del))*[ :,]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Document();

    [GeneratedRegex(@"\b(?:nac[ií](?:o|ó|da|do)?|fecha de nacimiento(?: es)?|date of birth(?: is)?|born(?: in| on)?)(?: el| the)?[ :,]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Born();
}
