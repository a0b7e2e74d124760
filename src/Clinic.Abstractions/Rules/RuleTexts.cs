namespace Clinic.Abstractions;

/// <summary>The sentences of one package's codes, in Spanish and English.</summary>
/// <remarks>Sentences name facts as <c>{fact}</c>; see <see cref="RuleFailure.Render"/>.</remarks>
public sealed class RuleTexts
{
    private readonly Dictionary<string, RuleText> texts = new(StringComparer.Ordinal);

    /// <summary>A list of codes with their sentences; each code once.</summary>
    public RuleTexts(IEnumerable<RuleText> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        foreach (var text in all) texts.Add(text.Code, text);
    }

    /// <summary>All texts, ordered by code.</summary>
    public IReadOnlyList<RuleText> All => [.. texts.Values.OrderBy(t => t.Code, StringComparer.Ordinal)];

    /// <summary>The text of a code.</summary>
    /// <exception cref="ArgumentException">The code is not listed.</exception>
    public RuleText Of(string code) =>
        texts.TryGetValue(code, out var text) ? text : throw new ArgumentException($"No text for the code {code}.", nameof(code));

    /// <summary>The sentence of a failure in a language; anything but <c>es</c> reads English.</summary>
    public string Describe(RuleFailure failure, string language)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var text = Of(failure.Code);
        return failure.Render(string.Equals(language, "es", StringComparison.OrdinalIgnoreCase) ? text.Spanish : text.English);
    }
}
