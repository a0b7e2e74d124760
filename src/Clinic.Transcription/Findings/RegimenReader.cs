using System.Collections.Frozen;
using System.Globalization;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Reads how often, how long and when: <c>cada ocho horas</c>, <c>c/8h</c>, <c>twice a day</c>, <c>BID</c>, <c>por cinco días</c>, <c>en la noche</c>.</summary>
internal static class RegimenReader
{
    public const char Morning = 'm';
    public const char Night = 'n';
    private const decimal Day = 24;
    private const decimal Week = 168;

    private static readonly FrozenDictionary<string, decimal> Latin = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["qd"] = 24,
        ["bid"] = 12,
        ["tid"] = 8,
        ["qid"] = 6,
        ["qod"] = 48,
        ["once"] = 24,
        ["twice"] = 12,
        ["thrice"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Daily = "diario,diaria,diarios,diarias,diariamente,daily".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Mornings = "desayuno,desayunar,ayunas,breakfast,morning,mornings,qam".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Nights = "cena,cenar,acostarse,acostarte,acostarlo,dormir,dormirse,night,nights,nightly,bedtime,hs,qhs,qpm,evening,evenings,dinner,supper".Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static List<RegimenItem> Read(ReadSpeech speech)
    {
        var items = new List<RegimenItem>();
        for (var i = 0; i < speech.Tokens.Count; i++)
        {
            if ((Every(speech, i) ?? Lasting(speech, i) ?? TimeOfDay(speech.Tokens, i)) is { } item) items.Add(item);
        }

        return items;
    }

    private static RegimenItem? Every(ReadSpeech speech, int at)
    {
        var (tokens, word) = (speech.Tokens, speech.Tokens[at].Word);
        if (word is "once" or "twice" or "thrice") return Per(tokens, at + 1) is { } span ? Item(RegimenKind.Every, span * Latin[word] / Day, at, at + 1) : null;
        if (Latin.TryGetValue(word, out var hours)) return Item(RegimenKind.Every, hours, at, at + 1);
        if (word.Length > 1 && word[0] == 'q' && char.IsAsciiDigit(word[1])) return Written(speech, at);
        if (word is "cada" or "every" or "each" || (word is "c" or "q" && at + 1 < tokens.Count && (tokens[at + 1].Word == "/" || tokens[at + 1].Kind == TokenKind.Number))) return Interval(speech, at);
        if (word is "vez" or "veces" or "times" or "time" or "tomas" && Per(tokens, at + 1) is { } period)
        {
            var count = at > 0 && tokens[at - 1].Word is "una" or "one" ? 1 : speech.Numbers.Find(n => n.End == at).Value;
            return count > 0 ? Item(RegimenKind.Every, period / count, at, at + 1) : null;
        }

        if (word is "semanal" or "semanales" or "weekly" && !IsCounted(speech, at)) return Item(RegimenKind.Every, Week, at, at + 1);
        return (Daily.Contains(word) || (at + 1 < tokens.Count && tokens[at + 1].Word is "dia" or "day" && word is "al" or "por" or "per" or "a")) && !IsCounted(speech, at) ? Item(RegimenKind.Every, Day, at, at + 1) : null;
    }

    // The hours of "al día", "a week": what a number of times is counted in.
    private static decimal? Per(List<Token> tokens, int at)
    {
        if (at >= tokens.Count) return null;
        if (Daily.Contains(tokens[at].Word)) return Day;
        if (tokens[at].Word is "weekly" or "semanal" or "semanales") return Week;
        return tokens[at].Word is "al" or "a" or "por" or "per" or "each" or "every" or "cada" or "en" or "the" or "/" ? TimeSpans.Unit(tokens, at + 1) is { } span and >= Day ? span : null : null;
    }

    // Two tablets a day may be one twice; so many times a day are counted already.
    private static bool IsCounted(ReadSpeech speech, int at)
    {
        if (at > 0 && speech.Tokens[at - 1].Word is "vez" or "veces" or "times" or "time" or "once" or "twice" or "thrice" or "tomas" or "dosis" or "doses") return true;
        var number = speech.Numbers.FindLast(n => n.EndWithUnit == at || n.EndWithUnit == at - 1);
        return number.EndWithUnit > 0 && number.Value != 1 && number.Unit is not ("mg" or "g" or "mcg" or "ml");
    }

    // "q8h", "q4-6h".
    private static RegimenItem? Written(ReadSpeech speech, int at)
    {
        var tokens = speech.Tokens;
        var digits = new string(tokens[at].Word.Skip(1).TakeWhile(char.IsAsciiDigit).ToArray());
        if (digits.Length > 2) return null;
        var low = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var isRange = tokens[at].Word.Length == digits.Length + 1 && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 2].Word.StartsWith('h');
        return low == 0 ? null : isRange ? new(RegimenKind.Every, low, speech.Numbers.Find(n => n.At == at + 1).Value, ' ', at, at + 3) : Item(RegimenKind.Every, low, at, at + 1);
    }

    private static RegimenItem? Interval(ReadSpeech speech, int at)
    {
        var tokens = speech.Tokens;
        var from = at + 1 < tokens.Count && tokens[at + 1].Word == "/" ? at + 2 : at + 1;
        if (TimeSpans.Unit(tokens, from) is { } one and >= 1) return Item(RegimenKind.Every, one, at, from + 1);
        if (from + 1 < tokens.Count && tokens[from].Word is "other" or "otro" && tokens[from + 1].Word is "day" or "dia") return Item(RegimenKind.Every, 2 * Day, at, from + 2);
        return Range(speech, from) is var (low, high, end) && end > 0 && Hours(tokens, end, low) is { } hours ? new(RegimenKind.Every, low * hours, high * hours, ' ', at, end + 1) : null;
    }

    // "cada ocho" leaves the hours out.
    private static decimal? Hours(List<Token> tokens, int at, decimal value) => TimeSpans.Unit(tokens, at) ?? (value is 4 or 6 or 8 or 12 or 24 ? 1 : at < tokens.Count && tokens[at].Word is "hrs" or "hr" ? 1 : null);

    private static (decimal Low, decimal High, int End) Range(ReadSpeech speech, int at)
    {
        if (speech.Numbers.Find(n => n.At == at) is not { End: > 0 } first) return default;
        var next = first.End < speech.Tokens.Count && speech.Tokens[first.End].Word is "a" or "o" or "to" or "or" or "u" ? first.End + 1 : first.End;
        return speech.Numbers.Find(n => n.At == next) is { End: > 0 } second && second.Value > first.Value ? (first.Value, second.Value, second.End) : (first.Value, first.Value, first.End);
    }

    private static RegimenItem? Lasting(ReadSpeech speech, int at)
    {
        var tokens = speech.Tokens;
        if (tokens[at].Word is not ("por" or "durante" or "x" or "for")) return null;
        if (at + 1 < tokens.Count && tokens[at + 1].Word is "una" or "un" or "a" or "one" && TimeSpans.Unit(tokens, at + 2) is { } one and >= Day) return Item(RegimenKind.Lasting, one, at, at + 3);
        return Range(speech, at + 1) is var (low, high, end) && end > 0 && TimeSpans.Unit(tokens, end) is { } span and >= Day ? new(RegimenKind.Lasting, low * span, high * span, ' ', at, end + 1) : null;
    }

    // "mañana" alone is tomorrow, and "last night" is no order.
    private static RegimenItem? TimeOfDay(List<Token> tokens, int at)
    {
        var word = tokens[at].Word;
        var before = at > 0 ? tokens[at - 1].Word : "";
        var isNamed = before is "la" or "las" or "cada" or "de";
        char? time = Mornings.Contains(word) || (word is "manana" or "mananas" && isNamed) ? Morning : (Nights.Contains(word) && before is not ("last" or "all" or "good")) || (word is "noche" or "noches" && isNamed) ? Night : null;
        return time is { } when ? new(RegimenKind.TimeOfDay, 0, 0, when, at, at + 1) : null;
    }

    private static RegimenItem Item(RegimenKind kind, decimal hours, int at, int end) => new(kind, hours, hours, ' ', at, end);
}
