using Clinic.Spoken;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>Times as people say them: "a las dos y media de la tarde", "hace 10 minutos", "half past two", "10 minutes ago".</summary>
internal sealed class TimeReader(TimeVocabulary words, NumberTable numbers, string clean)
{
    private const int MostMinutes = 100_000;

    private readonly NumberWords counts = new(numbers);

    /// <summary>The time that begins here, and the place after it; null where none does.</summary>
    public (SaidTime Time, int Next)? At(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        if (words.Now.At(tokens, i) is { } now) return (new SaidTime.Now(), now.Next);
        if (words.AgoBefore?.At(tokens, i) is { } ago)
            return Span(tokens, ago.Next) is { } before ? (new SaidTime.Ago(before.Span), before.Next) : (new SaidTime.Malformed(), ago.Next);
        if (words.AgoAfter is { } after && Span(tokens, i) is { } span && after.At(tokens, span.Next) is { } said) return (new SaidTime.Ago(span.Span), said.Next);
        return words.At.At(tokens, i) is { } at ? Clock(tokens, at.Next) : null;
    }

    private (Duration Span, int Next)? Span(IReadOnlyList<Token> tokens, int i)
    {
        if (words.Spans.At(tokens, i) is { } whole) return (Duration.FromMinutes(whole.Meaning), whole.Next);
        if (Counted(tokens, i) is not { } first) return null;
        var (minutes, next) = first;
        if (minutes % 60 == 0 && words.AddedToHour.At(tokens, next) is { } part) (minutes, next) = (minutes + part.Meaning, part.Next);
        else if (minutes % 60 == 0 && Counted(tokens, next < tokens.Count && tokens[next].IsWord(words.Joiner) ? next + 1 : next) is { Minutes: < 60 } rest)
            (minutes, next) = (minutes + rest.Minutes, rest.Next);
        return minutes is > 0 and <= MostMinutes ? (Duration.FromMinutes(minutes), next) : null;
    }

    private (long Minutes, int Next)? Counted(IReadOnlyList<Token> tokens, int i)
    {
        if (Whole(tokens, i) is not { } count || words.Units.At(tokens, count.Next) is not { } unit) return null;
        return count.Value <= MostMinutes ? ((long)count.Value * unit.Meaning, unit.Next) : null;
    }

    private (decimal Value, int Next)? Whole(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        return tokens[i].IsPlainInteger ? (tokens[i].Readings[0], i + 1) : counts.At(tokens, i);
    }

    // After "a las" an hour must follow; what follows "a la" or "at" otherwise was no time.
    private (SaidTime, int)? Clock(IReadOnlyList<Token> tokens, int i)
    {
        if (words.Fixed.At(tokens, i) is { } whole) return (new SaidTime.Clock([LocalTime.FromMinutesSinceMidnight(whole.Meaning)]), whole.Next);
        if (words.BeforeHour.At(tokens, i) is { } part && Hour(tokens, part.Next) is { } of) return Half(tokens, of, of.Next, part.Meaning);
        if (Whole(tokens, i) is { } minutes && words.MinutesOf.At(tokens, minutes.Next) is { } way && minutes.Value is > 0 and < 60 && Hour(tokens, way.Next) is { } hour)
            return Half(tokens, hour, hour.Next, (int)minutes.Value * way.Meaning);
        if (Hour(tokens, i) is not { } said) return null;
        if (said.Minutes is not null) return Half(tokens, said, said.Next, said.Minutes.Value);
        if (words.AfterHour.At(tokens, said.Next) is { } after) return Half(tokens, said, after.Next, after.Meaning);
        return Minutes(tokens, said) is { } exact ? Half(tokens, said, exact.Next, exact.Minutes) : Half(tokens, said, said.Next, 0);
    }

    // "14:30", "14 30", "dos y veinte", "tres menos diez", "two thirty five".
    private (int Minutes, int Next)? Minutes(IReadOnlyList<Token> tokens, SaidHour hour)
    {
        var i = hour.Next;
        var (sign, from) = i < tokens.Count && words.Less is { } less && tokens[i].IsWord(less) ? (-1, i + 1)
            : i < tokens.Count && tokens[i].IsWord(words.Joiner) ? (1, i + 1) : (1, i);
        if (from >= tokens.Count) return null;
        if (from == i && tokens[i].IsPlainInteger)
        {
            // A figure after a figure must have two digits and stand beside it: "a las 14 5 minutos" is no time.
            var gap = clean[tokens[i - 1].End..tokens[i].Start].Trim();
            return tokens[i].Text.Length == 2 && gap is "" or ":" or "." ? ((int)tokens[i].Readings[0], i + 1) : null;
        }

        // "Oh five".
        if (from < tokens.Count - 1 && tokens[from].IsWord("oh") && Whole(tokens, from + 1) is { Value: < 10 } few) return ((int)few.Value, few.Next);
        return Whole(tokens, from) is { Value: > 0 and < 100 } said ? (sign * (int)said.Value, said.Next) : null;
    }

    private (SaidTime, int) Half(IReadOnlyList<Token> tokens, SaidHour hour, int next, int minutes)
    {
        var isDay = hour.IsOfDay;
        if (words.Halves.At(tokens, next) is null && words.HourWords.At(tokens, next) is { } word) next = word.Next;
        var half = hour.IsAfternoon;
        if (words.Halves.At(tokens, next) is { } named) (half, next) = (named.Meaning, named.Next);
        if (hour.Value > 23 || Math.Abs(minutes) > 59) return (new SaidTime.Malformed(), next);
        if (half == false && hour.Value > 12) return (new SaidTime.Malformed(), next);
        int[] hours = half switch
        {
            true => [hour.Value < 12 ? hour.Value + 12 : hour.Value],
            false => [hour.Value % 12],
            null when isDay || hour.Value is 0 or > 12 => [hour.Value],
            _ => [hour.Value % 12, (hour.Value % 12) + 12],
        };
        return (new SaidTime.Clock([.. hours.Select(h => LocalTime.FromMinutesSinceMidnight(((h * 60) + minutes + 1440) % 1440))]), next);
    }

    private SaidHour? Hour(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        if (tokens[i].IsPlainInteger)
            return tokens[i].Text.Length <= 2 ? new((int)tokens[i].Readings[0], i + 1, IsOfDay: tokens[i].Text[0] == '0') : Compact(tokens[i].Text, i + 1);
        if (tokens[i].Kind == TokenKind.Number) return Dotted(tokens[i].Text, i + 1);
        if (tokens[i].Kind != TokenKind.Word) return null;
        if (words.Hours.TryGetValue(tokens[i].Text, out var hour))
        {
            // "Twenty one" is 21, where tens and ones stand side by side.
            if (hour == 20 && i + 1 < tokens.Count && numbers.TensJoiner is null && words.Hours.TryGetValue(tokens[i + 1].Text, out var ones) && ones is > 0 and < 4)
                return new(20 + ones, i + 2);
            return new(hour, i + 1);
        }

        return Glued(tokens[i].Text, i + 1);
    }

    // "1430".
    private static SaidHour? Compact(string text, int next) =>
        text.Length == 4 ? new(Number(text[..2]), next, Number(text[2..]), IsOfDay: true) : null;

    // "14.30".
    private static SaidHour? Dotted(string text, int next) =>
        text.Split('.', ',') is [{ Length: 1 or 2 } hour, { Length: 2 } minutes] ? new(Number(hour), next, Number(minutes), IsOfDay: hour[0] == '0') : null;

    // "14h30".
    private static SaidHour? Glued(string text, int next) =>
        text.Split('h') is [{ Length: 1 or 2 } hour, { Length: 2 } minutes] && (hour + minutes).All(char.IsAsciiDigit)
            ? new(Number(hour), next, Number(minutes), IsOfDay: true)
            : null;

    private static int Number(string digits) => int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An hour as it was said.</summary>
    /// <param name="Value">The hour.</param>
    /// <param name="Next">The place after it.</param>
    /// <param name="Minutes">The minutes, when they were written together with it.</param>
    /// <param name="IsAfternoon">Whether it is one, when that is known.</param>
    /// <param name="IsOfDay">Whether it is certainly one of 24.</param>
    private sealed record SaidHour(int Value, int Next, int? Minutes = null, bool? IsAfternoon = null, bool IsOfDay = false);
}
