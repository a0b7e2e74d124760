using System.Globalization;
using System.Text;

namespace Clinic.Transcription.Language;

/// <summary>Numbers of speech and writing: reads them, and writes spoken ones as digits.</summary>
/// <remarks>Spanish and English, the same under every culture. Ordinals and articles stay words, but for the article of a dose.</remarks>
public static class SpokenNumbers
{
    /// <summary>All numbers of a text in order, with their units.</summary>
    public static IReadOnlyList<SpokenNumber> Read(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var tokens = TokenReader.Read(text);
        return NumberReader.Read(tokens, Speech.Of(language)).ConvertAll(f => Of(f, tokens));
    }

    /// <summary>The text with spoken numbers as digits and units in their short form.</summary>
    public static string ToDigits(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var tokens = TokenReader.Read(text);
        var written = new StringBuilder(text.Length);
        var at = 0;
        NumberReader.Found? before = null;
        foreach (var number in NumberReader.Read(tokens, Speech.Of(language)))
        {
            var beside = IsBeside(before, number);
            before = number;
            if (beside) continue;
            written.Append(text, at, tokens[number.At].Start - at).Append(Digits(number));
            at = tokens[number.End - 1].End;
            if (!number.ShortUnit) continue;
            written.Append(number.Unit == "%" ? "" : " ").Append(number.Unit);
            at = tokens[number.EndWithUnit - 1].End;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether a count stands at once behind a strength, as in <c>ochocientos cinco veces</c>: 800 5 would be read as one number, so the count stays a word.</summary>
    internal static bool IsBeside(NumberReader.Found? before, NumberReader.Found number) =>
        before is { Value: >= 20, ShortUnit: false, Second: null } strength && strength.End == number.At && number.Value < 10 && number.Unit is null or "tablet";

    internal static string Digits(NumberReader.Found number) =>
        number.Second is { } second
            ? $"{Digits(number.Value)}/{Digits(second)}"
            : Digits(number.Value);

    // Without the zeros that a decimal carries behind its last digit.
    internal static string Digits(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    internal static SpokenNumber Of(NumberReader.Found found, List<Token> tokens) =>
        new(found.Value, found.Second, tokens[found.At].Start, tokens[found.End - 1].End - tokens[found.At].Start) { Unit = found.Unit, EndWithUnit = tokens[found.EndWithUnit - 1].End };
}
