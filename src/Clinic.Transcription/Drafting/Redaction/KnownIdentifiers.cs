using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Finds what the clinic knows of a patient: each part of the name as a word, each number whatever stands between its digits.</summary>
internal sealed class KnownIdentifiers
{
    private const int ShortestName = 3;
    private const int ShortestNumber = 5;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<string> numbers = [];

    public KnownIdentifiers(IReadOnlyList<string> identifiers)
    {
        foreach (var identifier in identifiers)
        {
            var digits = string.Concat(identifier.Where(char.IsAsciiDigit));
            if (digits.Length >= ShortestNumber) numbers.Add(digits);
            else foreach (var (start, length) in Words(identifier))
            {
                if (length >= ShortestName) names.Add(TextFold.Of(identifier.Substring(start, length)));
            }
        }

        // Particles of Spanish names are words of every sentence.
        names.ExceptWith(["del", "los", "las", "san", "van", "von", "the"]);
    }

    public IReadOnlyList<string> Numbers => numbers;

    public IReadOnlyCollection<string> Names => names;

    public IEnumerable<IdentifierSpan> In(string text)
    {
        foreach (var (start, length) in Words(text))
        {
            if (length >= ShortestName && names.Contains(TextFold.Of(text.Substring(start, length)))) yield return new("PERSON", start, length);
        }

        foreach (var number in numbers)
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == number[0] && Match(text, at, number) is var length and > 0) yield return new("ID", at, length);
            }
        }
    }

    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark)) at++;
            yield return (start, at - start);
        }
    }

    private static int Match(string text, int at, string number)
    {
        var (found, here) = (0, at);
        for (; here < text.Length && found < number.Length; here++)
        {
            if (text[here] == number[found]) found++;
            else if (found == 0 || text[here] is not (' ' or '-' or '.' or '/' or '(' or ')')) return 0;
        }

        return found == number.Length && (here == text.Length || !char.IsAsciiDigit(text[here])) ? here - at : 0;
    }
}
