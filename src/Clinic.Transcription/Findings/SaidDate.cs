using System.Collections.Frozen;
using Clinic.Transcription.Language;
using NodaTime;

namespace Clinic.Transcription.Findings;

/// <summary>A day as it was said or written; the year where it was.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Of the month; null where only the month was said.</param>
/// <param name="Year">Null where nobody said it.</param>
/// <param name="At">The first token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct SaidDate(int Month, int? Day, int? Year, int At, int End)
{
    private static readonly FrozenDictionary<string, int> Months = (
        from row in new[] { "enero,january,jan", "febrero,february,feb", "marzo,march", "abril,april,apr", "mayo,may", "junio,june,jun", "julio,july,jul", "agosto,august,aug", "septiembre,setiembre,september,sept,sep", "octubre,october,oct", "noviembre,november,nov", "diciembre,december,dec" }.Select((names, i) => (names, month: i + 1))
        from name in row.names.Split(',')
        select (name, row.month)).ToFrozenDictionary(p => p.name, p => p.month, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Ordinals = "primero first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        .Split(' ').Select((word, i) => (word, day: i == 0 ? 1 : i)).ToFrozenDictionary(p => p.word, p => p.day, StringComparer.Ordinal);

    /// <summary>Whether two may be the same day: what both say is the same.</summary>
    public bool Agrees(SaidDate other) =>
        Month == other.Month && (Day is null || other.Day is null || Day == other.Day) && (Year is null || other.Year is null || Year == other.Year);

    public override string ToString() => FormattableString.Invariant($"{Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "----"}-{Month:00}-{Day?.ToString("00", System.Globalization.CultureInfo.InvariantCulture) ?? "--"}");

    public static List<SaidDate> Of(ReadSpeech speech, bool isEnglish)
    {
        var dates = new List<SaidDate>();
        for (var i = 0; i < speech.Tokens.Count; i++)
        {
            if (Written(speech.Tokens, i, isEnglish) is { } written) dates.Add(written);
            else if (Months.TryGetValue(speech.Tokens[i].Word, out var month) && Spoken(speech, i, month) is { } spoken) dates.Add(spoken);
        }

        return dates;
    }

    // The day stands before the month, with "de" or "of" between, or behind it; then the year.
    private static SaidDate? Spoken(ReadSpeech speech, int at, int month)
    {
        var tokens = speech.Tokens;
        var before = at - 1;
        if (before >= 0 && tokens[before].Word is "de" or "of" or "del") before--;
        var day = DayEndingAt(speech, before, out var from) ?? DayAt(speech, at + 1, out var end);
        var to = day is not null && from < at ? at + 1 : DayAt(speech, at + 1, out var behind) is not null ? behind : at + 1;
        // "may" is a verb and "marzo" nothing else.
        if (day is null && tokens[at].Word is "may" or "march" or "mar" or "sep" or "dec" or "jan" or "jun" or "jul") return null;
        return new(month, day, YearAt(speech, to), day is null || from > at ? at : from, to);
    }

    private static int? DayEndingAt(ReadSpeech speech, int last, out int from)
    {
        from = int.MaxValue;
        if (last < 0) return null;
        foreach (var number in speech.Numbers)
        {
            if (number.End - 1 != last || number.Second is not null || DayOf(number.Value) is not { } day) continue;
            from = number.At;
            return day;
        }

        if (Ordinal(speech.Tokens[last].Word) is not { } ordinal) return null;
        from = last;
        return ordinal;
    }

    private static int? DayAt(ReadSpeech speech, int at, out int end)
    {
        end = at;
        if (at < speech.Tokens.Count && speech.Tokens[at].Word is "the") at++;
        foreach (var number in speech.Numbers)
        {
            if (number.At != at || number.Second is not null || DayOf(number.Value) is not { } day) continue;
            end = number.End < speech.Tokens.Count && speech.Tokens[number.End].Word is "st" or "nd" or "rd" or "th" ? number.End + 1 : number.End;
            return day;
        }

        if (at >= speech.Tokens.Count || Ordinal(speech.Tokens[at].Word) is not { } ordinal) return null;
        end = at + 1;
        return ordinal;
    }

    private static int? YearAt(ReadSpeech speech, int at)
    {
        while (at < speech.Tokens.Count && speech.Tokens[at].Word is "de" or "del" or "of" or ",") at++;
        foreach (var number in speech.Numbers)
        {
            if (number.At == at && number.Second is null && number.Value is >= 1900 and <= 2100) return (int)number.Value;
        }

        return null;
    }

    // 12/03/2024, 2024-03-12 and 3/12/24 in English.
    private static SaidDate? Written(List<Token> tokens, int at, bool isEnglish)
    {
        if (tokens[at].Kind != TokenKind.Number || Whole(tokens[at].Word) is not { } first) return null;
        var step = at + 1 < tokens.Count && tokens[at + 1].Word == "/" ? 2 : first >= 1900 && at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End + 1 ? 1 : 0;
        if (step == 0 || at + (2 * step) >= tokens.Count) return null;
        if (step == 2 && tokens[at + 3].Word != "/") return null;
        if (Whole(tokens[at + step].Word) is not { } second || Whole(tokens[at + (2 * step)].Word) is not { } third) return null;
        var end = at + (2 * step) + 1;
        var (year, month, day) = first >= 1900 ? (first, second, third) : isEnglish && first <= 12 ? (third, first, second) : (third, second, first);
        if (year is >= 0 and < 100) year += 2000;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is >= 1900 and <= 2100 ? new(month, day, year, at, end) : null;
    }

    private static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var day) ? day : null;

    private static int? DayOf(decimal value) => value is >= 1 and <= 31 && value == decimal.Truncate(value) ? (int)value : null;

    private static int? Whole(string word) => word.Length <= 4 && int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The days that speech names by their distance from the visit, such as "ayer" and "three days ago".</summary>
    public static IEnumerable<LocalDate> Relative(ReadSpeech speech, LocalDate visit)
    {
        foreach (var token in speech.Tokens)
        {
            if (token.Word is "ayer" or "anoche" or "yesterday") yield return visit.PlusDays(-1);
            if (token.Word is "anteayer" or "antier") yield return visit.PlusDays(-2);
            if (token.Word is "hoy" or "today") yield return visit;
        }

        foreach (var number in speech.Numbers)
        {
            if (number.Value is < 0 or > 366 || number.Value != decimal.Truncate(number.Value) || TimeSpans.Unit(speech.Tokens, number.End) is not { } unit || unit is not (24 or 168)) continue;
            if (IsAgo(speech, number)) yield return visit.PlusDays(-(int)(number.Value * unit / 24));
        }
    }

    /// <summary>"hace tres días", "three days ago".</summary>
    public static bool IsAgo(ReadSpeech speech, NumberReader.Found number) =>
        (number.At > 0 && speech.Tokens[number.At - 1].Word == "hace") || (number.End + 1 < speech.Tokens.Count && speech.Tokens[number.End + 1].Word == "ago");
}
