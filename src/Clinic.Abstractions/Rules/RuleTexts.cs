namespace Clinic.Abstractions;

/// <summary>The sentences of one package's codes, in Spanish and English.</summary>
/// <remarks>Sentences name facts as <c>{fact}</c>; see <see cref="RuleFailure.Render(string)"/>.</remarks>
public sealed class RuleTexts
{
    private readonly Dictionary<string, RuleText> texts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> spanishWords;

    /// <summary>A list of codes with their sentences; each code once.</summary>
    /// <param name="all">The texts.</param>
    /// <param name="spanishWords">Spanish for facts that are words of the program, such as a status or a role; null for none.</param>
    public RuleTexts(IEnumerable<RuleText> all, IReadOnlyDictionary<string, string>? spanishWords = null)
    {
        ArgumentNullException.ThrowIfNull(all);
        this.spanishWords = new(spanishWords ?? new Dictionary<string, string>(), StringComparer.Ordinal);
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
        return string.Equals(language, "es", StringComparison.OrdinalIgnoreCase)
            ? failure.Render(text.Spanish, InSpanish)
            : failure.Render(text.English);
    }

    // Only facts that hold words of the program, and only if all of it is known, such as a list of roles; a lot called Hold stays Hold.
    private string InSpanish(string name, string fact)
    {
        if (spanishWords.Count == 0 || name is not ("status" or "trigger" or "action" or "kind" or "allowed" or "found" or "unmet" or "machine" or "part" or "first" or "second")) return fact;
        var words = fact.Split(", ");
        return Array.TrueForAll(words, spanishWords.ContainsKey) ? string.Join(", ", words.Select(w => spanishWords[w])) : fact;
    }
}
