using Clinic.Abstractions;

namespace Clinic.Bridges.Dispensing;

/// <summary>The beginnings of the words of a product's name: they find the name, and names misheard at the end of a word.</summary>
internal sealed class NameStems
{
    private const int Length = 4;

    private readonly IReadOnlyList<string> all;

    // Figures are written in many ways, so words with them are left aside.
    public NameStems(IReadOnlyList<string> words)
    {
        var letters = words.Where(w => w.Length > 0 && !w.Any(char.IsDigit)).OrderByDescending(w => w.Length).ToList();
        all = [.. letters.Select(w => w.Length <= Length || char.IsHighSurrogate(w[Length - 1]) ? w : w[..Length])];
    }

    public bool IsEmpty => all.Count == 0;

    /// <summary>The stem of the longest word, by which stores are searched.</summary>
    public string Rarest => all[0];

    /// <summary>Whether a name has every stem.</summary>
    public bool In(string? name)
    {
        if (name is null) return false;
        var folded = FoldedText.Of(name);
        return all.All(s => folded.Contains(s, StringComparison.Ordinal));
    }
}
