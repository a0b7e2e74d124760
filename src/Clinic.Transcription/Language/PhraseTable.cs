namespace Clinic.Transcription.Language;

/// <summary>Phrases of folded words with a value each, found in a token list in one pass.</summary>
/// <remarks>A word ending in <c>*</c> matches every word that begins so. Longer phrases come first.</remarks>
internal sealed class PhraseTable<T>
{
    private const int Prefix = 3;
    private readonly Dictionary<string, List<Phrase>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> byPrefix = new(StringComparer.Ordinal);
    private bool sorted;

    private sealed record Phrase(string[] Words, T Value);

    public void Add(string phrase, T value)
    {
        var words = TokenReader.Read(phrase.Replace("*", "\u02bc", StringComparison.Ordinal)).ConvertAll(t => t.Word.Replace('\u02bc', '*')).ToArray();
        if (words.Length == 0) return;
        var isPrefix = words[0][^1] == '*';
        var bucket = isPrefix ? byPrefix : byWord;
        var key = isPrefix ? words[0][..Math.Min(Prefix, words[0].Length - 1)] : words[0];
        if (isPrefix && key.Length < Prefix) throw new InvalidOperationException($"The stem {words[0]} is too short.");
        if (!bucket.TryGetValue(key, out var list)) bucket[key] = list = [];
        list.Add(new(words, value));
        sorted = false;
    }

    /// <summary>Ends filling; afterwards the table is safe for concurrent reading.</summary>
    public PhraseTable<T> Sorted()
    {
        foreach (var list in byWord.Values.Concat(byPrefix.Values)) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        sorted = true;
        return this;
    }

    /// <summary>Every match in order; with <paramref name="overlapping"/> all at each place, else the longest, and none inside another.</summary>
    public IEnumerable<PhraseMatch<T>> Find(IReadOnlyList<Token> tokens, int from, int to, bool overlapping = false)
    {
        if (!sorted) throw new InvalidOperationException("The table is not sorted.");
        for (var i = from; i < to; i++)
        {
            if (tokens[i].IsMark) continue;
            var best = 0;
            foreach (var phrase in Candidates(tokens[i].Word))
            {
                if (!Matches(phrase.Words, tokens, i, to)) continue;
                if (!overlapping && phrase.Words.Length <= best) continue;
                best = Math.Max(best, phrase.Words.Length);
                yield return new(phrase.Value, i, phrase.Words.Length);
                if (!overlapping) break;
            }

            if (!overlapping && best > 1) i += best - 1;
        }
    }

    /// <summary>The longest match that begins at a token, or null.</summary>
    public PhraseMatch<T>? At(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at >= to || tokens[at].IsMark) return null;
        PhraseMatch<T>? best = null;
        foreach (var phrase in Candidates(tokens[at].Word))
        {
            if ((best is null || phrase.Words.Length > best.Value.Length) && Matches(phrase.Words, tokens, at, to)) best = new(phrase.Value, at, phrase.Words.Length);
        }

        return best;
    }

    private IEnumerable<Phrase> Candidates(string word)
    {
        if (byWord.TryGetValue(word, out var exact))
        {
            foreach (var phrase in exact) yield return phrase;
        }

        if (word.Length >= Prefix && byPrefix.TryGetValue(word[..Prefix], out var stems))
        {
            foreach (var phrase in stems) yield return phrase;
        }
    }

    private static bool Matches(string[] words, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at + words.Length > to) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsWord(words[i], tokens[at + i].Word)) return false;
        }

        return true;
    }

    private static bool IsWord(string pattern, string word) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : string.Equals(pattern, word, StringComparison.Ordinal);
}
