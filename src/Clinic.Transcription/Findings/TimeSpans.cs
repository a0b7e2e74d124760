using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Numbers of days, weeks and such: "three weeks" is not "three months", and fifteen days are two weeks.</summary>
internal static class TimeSpans
{
    private const decimal Tolerance = 0.1m;

    private static readonly FrozenDictionary<string, decimal> HoursOf = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["minuto"] = 1m / 60,
        ["minute"] = 1m / 60,
        ["min"] = 1m / 60,
        ["hora"] = 1,
        ["hour"] = 1,
        ["h"] = 1,
        ["dia"] = 24,
        ["day"] = 24,
        ["semana"] = 168,
        ["week"] = 168,
        ["mes"] = 730,
        ["mese"] = 730,
        ["month"] = 730,
        ["ano"] = 8766,
        ["year"] = 8766,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The hours that a number of time is, or null where no time follows it.</summary>
    public static decimal? Hours(IReadOnlyList<Token> tokens, NumberReader.Found number) => number.Second is null && Unit(tokens, number.End) is { } unit ? number.Value * unit : null;

    /// <summary>The hours of one unit, where a word names it.</summary>
    public static decimal? Unit(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].IsMark) return null;
        var word = tokens[at].Word;
        return HoursOf.TryGetValue(word, out var hours) || (word.Length > 2 && HoursOf.TryGetValue(word.TrimEnd('s'), out hours)) ? hours : null;
    }

    /// <summary>"una semana", "a month": an article counts one.</summary>
    public static IEnumerable<decimal> Articles(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Word is "un" or "una" or "a" or "an" or "one" or "la" or "el" or "last" && Unit(tokens, i + 1) is { } unit) yield return unit;
        }
    }

    public static bool IsSame(decimal a, decimal b) => Math.Abs(a - b) <= Math.Max(a, b) * Tolerance;
}
