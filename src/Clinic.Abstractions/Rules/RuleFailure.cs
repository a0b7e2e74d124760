using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Abstractions;

/// <summary>One failed guard: its permanent code and the facts that made it fail.</summary>
/// <remarks>Facts hold ids, codes and figures in invariant text. Never patient data or secrets.</remarks>
public sealed class RuleFailure
{
    /// <summary>The longest fact kept; longer ones are cut, so that an answer stays small.</summary>
    public const int LongestFact = 200;

    /// <summary>A failure with its facts, each turned into invariant text.</summary>
    public RuleFailure(string code, params (string Name, object? Value)[] facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(facts);
        Code = code;
        var texts = new Dictionary<string, string>(facts.Length, StringComparer.Ordinal);
        foreach (var (name, value) in facts) texts[name] = Shorten(Text(value));
        Facts = texts;
    }

    /// <summary>The permanent code, such as <c>PHA201</c>.</summary>
    public string Code { get; }

    /// <summary>The facts by name: what was asked, what was found, what is allowed.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>Puts the facts into a sentence with <c>{name}</c> places.</summary>
    public string Render(string sentence) => Render(sentence, (_, fact) => fact);

    internal string Render(string sentence, Func<string, string, string> translate)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var (name, value) in Facts) sentence = sentence.Replace("{" + name + "}", translate(name, value), StringComparison.Ordinal);
        return sentence;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Facts.Count == 0 ? Code : $"{Code} ({string.Join(", ", Facts.Select(f => $"{f.Key}: {f.Value}"))})";

    // Instants to the microsecond, or two of them would look alike; durations as hours.
    private static string Text(object? value) => value switch
    {
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        Duration duration => DurationPattern.JsonRoundtrip.Format(duration),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Shorten(string text)
    {
        var kept = text.Length <= LongestFact ? text : string.Concat(text.AsSpan(0, LongestFact), "…");
        return kept.Any(char.IsControl)
            ? string.Concat(kept.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()))
            : kept;
    }
}
