using System.Globalization;

namespace Clinic.Transcription.Language;

/// <summary>Reads numbers from tokens: digits and words, decimals, fractions, pairs, years.</summary>
internal static class NumberReader
{
    public readonly record struct Found(decimal Value, decimal? Second, int At, int End, string? Unit, bool ShortUnit, int EndWithUnit);

    public static List<Found> Read(IReadOnlyList<Token> tokens, string language)
    {
        var found = new List<Found>();
        for (var i = 0; i < tokens.Count;)
        {
            if (One(tokens, i, language) is not { } first)
            {
                i++;
                continue;
            }

            var end = first.End;
            decimal? second = null;
            if (end + 1 < tokens.Count && IsOver(tokens[end].Word, first.Value) && One(tokens, end + 1, language) is { } other && IsPair(first.Value, other.Value))
            {
                second = other.Value;
                end = other.End;
            }
            else if (IsPressure(tokens, i) && first.Value is >= 70 and <= 260 && end < tokens.Count && One(tokens, end, language) is { Value: >= 30 and <= 150 } low
                && low.Value < first.Value && IsPair(first.Value, low.Value) && UnitWords.At(tokens, low.End) is null or { Unit: "mmHg" }
                && !(low.End < tokens.Count && tokens[low.End].Word is "latidos" or "pulsaciones" or "por" or "lpm" or "bpm" or "beats"))
            {
                // "presión ciento dieciocho setenta y seis": nobody says what stands between.
                second = low.Value;
                end = low.End;
            }

            if (first.NeedsPair && second is null)
            {
                i++;
                continue;
            }

            var unit = UnitWords.At(tokens, end);
            var behind = unit is { } u ? end + u.Length : end;
            // "siete mililitros y medio": the half stands behind the unit.
            var half = language == "es" && second is null && unit is { IsShort: true } && behind + 1 < tokens.Count && tokens[behind].Word == "y" && tokens[behind + 1].Word is "medio" or "media";
            // "1/2 tableta" is a part of one; a pressure has no such unit.
            if (second is { } whole and > 1 and <= 4 && first.Value < whole && UnitWords.IsCounted(unit?.Unit))
            {
                found.Add(new(first.Value / whole, null, i, end, unit!.Value.Unit, false, behind));
                i = end;
                continue;
            }

            found.Add(new(half ? first.Value + 0.5m : first.Value, second, i, end, unit?.Unit, unit?.IsShort ?? false, half ? behind + 2 : behind));
            i = half ? behind + 2 : unit?.Unit == "%" ? behind : end;
        }

        return found;
    }

    private readonly record struct Part(decimal Value, int End, bool NeedsPair);

    private static bool IsOver(string word, decimal first) => word is "over" or "/" || (word == "sobre" && first >= 1);

    private static bool IsPressure(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4 && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (tokens[i].Word is "presion" or "tension" or "pressure" or "bp") return true;
        }

        return false;
    }

    // A pressure, a score out of ten, a fraction of an eye test; not a date.
    private static bool IsPair(decimal first, decimal second) => first == decimal.Truncate(first) && second == decimal.Truncate(second) && first <= 300 && second <= 200;

    private static Part? One(IReadOnlyList<Token> tokens, int at, string language)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
            return Digits(token.Word, language) is { } value ? Behind(tokens, at + 1, value, language) : null;
        if (token.Kind != TokenKind.Word) return null;
        if (Article(tokens, at, language)) return new(1, at + 1, false);
        if (Half(tokens, at, language) is { } half) return new(0.5m, half, false);
        // "point six milligrams": nobody says the zero.
        if (language == "en" && token.Word == "point" && Fraction(tokens, at + 1, language) is { } below && UnitWords.At(tokens, below.End) is { } measured && UnitWords.IsDose(measured.Unit)) return new(below.Value, below.End, false);
        if (Cardinal(tokens, at, language) is not { } cardinal) return null;
        return Behind(tokens, cardinal.End, cardinal.Value, language) is { } part ? part with { NeedsPair = false } : null;
    }

    // "un gramo", "one tablet": the article is the dose; elsewhere it stays an article.
    private static bool Article(IReadOnlyList<Token> tokens, int at, string language) =>
        (language == "en" ? tokens[at].Word == "one" : tokens[at].Word is "un" or "una" or "uno")
        && UnitWords.At(tokens, at + 1) is { } unit && UnitWords.IsDose(unit.Unit) && tokens[at + 1].Word != "sobre";

    // "medio miligramo", "media tableta", "half a milligram".
    private static int? Half(IReadOnlyList<Token> tokens, int at, string language)
    {
        if (!(language == "en" ? tokens[at].Word == "half" : tokens[at].Word is "medio" or "media")) return null;
        var end = at + 1;
        if (language == "en" && end < tokens.Count && tokens[end].Word is "a" or "of") end++;
        return UnitWords.At(tokens, end) is { } unit && UnitWords.IsDose(unit.Unit) ? end : null;
    }

    private static (decimal Value, int End)? Cardinal(IReadOnlyList<Token> tokens, int at, string language) =>
        language == "en" ? English(tokens, at) : Spanish(tokens, at);

    private static (decimal Value, int End)? Spanish(IReadOnlyList<Token> tokens, int at)
    {
        var words = NumberWords.Of("es");
        decimal total = 0;
        var current = 0;
        var i = at;
        var seenThousand = false;
        if (tokens[at].Word == "uno") return IsCounting(tokens, at) ? (1, at + 1) : null;
        for (; i < tokens.Count && tokens[i].Kind == TokenKind.Word; i++)
        {
            var word = tokens[i].Word;
            if (word == "y" && i > at && current % 100 >= 30 && current % 10 == 0 && i + 1 < tokens.Count && Small(tokens[i + 1].Word, words) is { } unit)
            {
                current += unit;
                i++;
                continue;
            }

            if (!words.TryGetValue(word, out var value)) break;
            if (value == 0)
            {
                if (i == at) return (0, i + 1);
                break;
            }

            if (value == 1000)
            {
                if (seenThousand) break;
                total += (current == 0 ? 1 : current) * 1000m;
                current = 0;
                seenThousand = true;
            }
            else if (value == 1000000)
            {
                if (current == 0) break;
                total = (total + current) * 1000000m;
                current = 0;
            }
            else if (value < 10 && IsCounted(tokens, i, current, total)) break;
            else if (value >= 100 ? current == 0 : current % 100 == 0) current += value;
            else break;
            if (word == "cien" && !(i + 1 < tokens.Count && tokens[i + 1].Word is "mil" or "millones")) { i++; break; }
        }

        return i == at || total + current == 0 ? null : (total + current, i);
    }

    // "de ochocientos cinco veces al día", "de mil tres tabletas": a strength, and then how many; eight hundred and five tablets would be "ochocientas".
    private static bool IsCounted(IReadOnlyList<Token> tokens, int at, int current, decimal total) =>
        at > 0 && (current >= 200 ? current % 100 == 0 && tokens[at - 1].Word.EndsWith("entos", StringComparison.Ordinal) : current == 0 && total >= 1000 && tokens[at - 1].Word == "mil")
        && at + 1 < tokens.Count && tokens[at + 1].Word is "veces" or "tabletas" or "pastillas" or "capsulas" or "tomas" or "comprimidos" or "grageas" or "ampollas" or "inhalaciones" or "aplicaciones" or "cucharadas" or "cucharaditas";

    private static int? Small(string word, System.Collections.Frozen.FrozenDictionary<string, int> words) => word is "un" or "una" ? 1 : words.TryGetValue(word, out var unit) && unit is >= 1 and <= 9 ? unit : null;

    private static bool IsCounting(IReadOnlyList<Token> tokens, int at) =>
        (at + 1 < tokens.Count && tokens[at + 1].Word is "punto" or "coma" or "sobre" or "o" or "al" or "por" or "y" or "cada")
        || (at > 0 && tokens[at - 1].Word is "del" or "tipo" or "numero" or "grado" or "punto" or "coma");

    private static (decimal Value, int End)? English(IReadOnlyList<Token> tokens, int at)
    {
        var words = NumberWords.Of("en");
        // "one oh one", "three oh five": a zero between two digits.
        if (at + 2 < tokens.Count && tokens[at + 1].Word is "oh" && words.TryGetValue(tokens[at].Word, out var ahead) && ahead is >= 1 and <= 9 && words.TryGetValue(tokens[at + 2].Word, out var after) && after is >= 1 and <= 9
            && !(at + 3 < tokens.Count && words.TryGetValue(tokens[at + 3].Word, out var more) && more < 100)) return ((ahead * 100) + after, at + 3);
        if (tokens[at].Word == "a" && at + 1 < tokens.Count && tokens[at + 1].Word is "hundred" or "thousand") at++;
        else if (tokens[at].Word == "one" && !CountsOne(tokens, at, words)) return null;
        decimal total = 0;
        var current = 0;
        var i = at;
        for (; i < tokens.Count && tokens[i].Kind == TokenKind.Word; i++)
        {
            var word = tokens[i].Word;
            if (word == "and" && i > at && (current >= 100 || total > 0) && current % 100 == 0 && i + 1 < tokens.Count && words.TryGetValue(tokens[i + 1].Word, out var next) && next < 100) continue;
            if (!words.TryGetValue(word, out var value)) break;
            if (value == 0)
            {
                if (i == at) return (0, i + 1);
                break;
            }

            if (value == 100)
            {
                if (current >= 100) break;
                current = (current == 0 ? 1 : current) * 100;
            }
            else if (value >= 1000)
            {
                total += (current == 0 ? 1 : current) * (decimal)value;
                current = 0;
            }
            // "twenty three times a day" are two numbers: nobody takes a medicine so often.
            else if (current >= 20 && value < 10 && i + 2 < tokens.Count && tokens[i + 1].Word == "times" && tokens[i + 2].Word is "a" or "per" or "daily" or "every") break;
            // "five hundred four times a day" too.
            else if (current >= 100 && current % 100 == 0 && value < 10 && tokens[i - 1].Word is "hundred" or "hundreds" && i + 1 < tokens.Count && tokens[i + 1].Word is "times" or "tablets" or "pills" or "capsules" or "puffs") break;
            else if (current % 100 == 0) current += value;
            else if (current % 100 >= 20 && current % 10 == 0 && value < 10) current += value;
            else if (i == at + 1 && current is 19 or 20 && value is >= 10 and < 100) current = (current * 100) + value;
            else if (i == at + 1 && current is >= 1 and <= 3 && value is >= 20 and < 100 && IsMeasured(tokens, i + 1, words)) current = (current * 100) + value;
            else break;
        }

        return i == at || total + current == 0 ? null : (total + current, i);
    }

    private static bool CountsOne(IReadOnlyList<Token> tokens, int at, System.Collections.Frozen.FrozenDictionary<string, int> words) =>
        at + 1 < tokens.Count && (tokens[at + 1].Word is "point" or "over" or "hundred" or "thousand" or "to" or "or" or "and"
            || (words.TryGetValue(tokens[at + 1].Word, out var next) && next >= 20 && IsMeasured(tokens, at + 2, words)))
        && !(tokens[at + 1].Word is "point" && !(at + 2 < tokens.Count && words.TryGetValue(tokens[at + 2].Word, out var digit) && digit < 100))
        && !(tokens[at + 1].Word is "and" && !(at + 3 < tokens.Count && tokens[at + 3].Word == "half"))
        && !(tokens[at + 1].Word is "to" or "or" && !(at + 2 < tokens.Count && words.ContainsKey(tokens[at + 2].Word)));

    // "one thirty five over eighty five", "one fifty milligrams": hundreds are swallowed before a unit.
    private static bool IsMeasured(IReadOnlyList<Token> tokens, int at, System.Collections.Frozen.FrozenDictionary<string, int> words)
    {
        if (at < tokens.Count && words.TryGetValue(tokens[at].Word, out var value) && value is >= 1 and <= 9) at++;
        return at < tokens.Count && (tokens[at].Word is "over" or "pounds" or "/" or "then" or "twice" or "once" or "daily" or "every" or "for" || UnitWords.At(tokens, at) is not null);
    }

    private static Part Behind(IReadOnlyList<Token> tokens, int end, decimal value, string language)
    {
        if (value == decimal.Truncate(value) && end + 1 < tokens.Count && tokens[end].Kind == TokenKind.Word)
        {
            var word = tokens[end].Word;
            var isPoint = language == "en" ? word == "point" : word is "punto" or "coma" || (word == "con" && value is >= 34 and <= 42 && IsDigitWord(tokens, end + 1, language));
            if (isPoint && Fraction(tokens, end + 1, language) is { } fraction) return new(value + fraction.Value, fraction.End, false);
            if (language == "es" && word == "y" && tokens[end + 1].Word is "medio" or "media") return new(value + 0.5m, end + 2, false);
            if (language == "en" && word == "and" && end + 2 < tokens.Count && tokens[end + 1].Word == "a" && tokens[end + 2].Word == "half") return new(value + 0.5m, end + 3, false);
        }

        return new(value, end, false);
    }

    private static bool IsDigitWord(IReadOnlyList<Token> tokens, int at, string language) =>
        at < tokens.Count && (NumberWords.Of(language).TryGetValue(tokens[at].Word, out var digit) ? digit <= 9 : tokens[at].Kind == TokenKind.Number && tokens[at].Word.Length == 1)
        && UnitWords.At(tokens, at + 1) is null or { Unit: "degree" };

    // Behind the point: digits one by one ("uno cuatro"), with zeros ahead, or one number below a hundred.
    private static (decimal Value, int End)? Fraction(IReadOnlyList<Token> tokens, int at, string language)
    {
        var words = NumberWords.Of(language);
        var digits = "";
        var i = at;
        for (; i < tokens.Count && digits.Length < 4; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && digits.Length == 0 && tokens[i].Word.All(char.IsAsciiDigit)) return (Decimals(tokens[i].Word), i + 1);
            if (tokens[i].Kind != TokenKind.Word) break;
            if (language == "en" && tokens[i].Word is "oh" or "o") digits += "0";
            else if (!words.TryGetValue(tokens[i].Word, out var value)) break;
            else if (value <= 9) digits += value.ToString(CultureInfo.InvariantCulture);
            else if (value < 100 && digits.Trim('0').Length == 0 && Cardinal(tokens, i, language) is { Value: < 100 } two) return (Decimals(digits + two.Value.ToString(CultureInfo.InvariantCulture)), two.End);
            else break;
        }

        return digits.Length == 0 ? null : (Decimals(digits), i);
    }

    private static decimal Decimals(string digits) => digits.Length > 12 ? 0 : decimal.Parse($"0.{digits}", CultureInfo.InvariantCulture);

    private static decimal? Digits(string text, string language)
    {
        var clean = text;
        if (text.Contains(',', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal))
        {
            var separators = text.Count(c => c is ',' or '.');
            var at = text.LastIndexOfAny([',', '.']);
            var isThousand = text.Length - at == 4 && text[0] != '0' && at <= 3 * separators + separators - 1 && text[at] == (language == "en" ? ',' : '.') && (separators > 1 || text[at] == ',' || language == "es");
            if (isThousand) clean = text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
            else if (separators == 1) clean = text.Replace(',', '.');
            else return null;
        }

        return clean.Length <= 15 && decimal.TryParse(clean, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
