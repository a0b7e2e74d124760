namespace Clinic.Spoken;

/// <summary>Phrases of one or more words with what they mean; the longest that fits wins.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Meaning)>> byFirst = new(StringComparer.Ordinal);

    public Phrases(IEnumerable<(string Phrase, T Meaning)> all)
    {
        foreach (var (phrase, meaning) in all)
        {
            var words = Folding.Words(phrase);
            if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
            if (!list.Any(p => p.Words.SequenceEqual(words))) list.Add((words, meaning));
        }

        foreach (var list in byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public IEnumerable<string> AllWords => byFirst.Values.SelectMany(l => l).SelectMany(p => p.Words).Distinct();

    public bool Has(string word) => byFirst.TryGetValue(word, out var list) && list.Any(p => p.Words.Length == 1);

    /// <summary>The meaning of the longest phrase that begins here, and the place after it.</summary>
    public (T Meaning, int Next)? At(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Word || !byFirst.TryGetValue(tokens[i].Text, out var list)) return null;
        foreach (var (words, meaning) in list)
        {
            if (Fits(words, tokens, i)) return (meaning, i + words.Length);
        }

        return null;
    }

    private static bool Fits(string[] words, IReadOnlyList<Token> tokens, int i)
    {
        if (i + words.Length > tokens.Count) return false;
        for (var w = 0; w < words.Length; w++)
        {
            if (!tokens[i + w].IsWord(words[w])) return false;
        }

        return true;
    }
}
