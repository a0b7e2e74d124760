namespace Clinic.Transcription.Searching;

/// <summary>A few words around what was found, as the text reads, with marks.</summary>
/// <param name="Text">As people read it; whole words.</param>
/// <param name="Marks">In their order, without overlap.</param>
/// <param name="IsBeginning">Whether nothing comes before it.</param>
/// <param name="IsEnd">Whether nothing comes after it.</param>
public sealed record SearchExcerpt(string Text, IReadOnlyList<TextMark> Marks, bool IsBeginning, bool IsEnd)
{
    /// <summary>Cuts the first place that says something of the expression; pure.</summary>
    public static SearchExcerpt Of(string text, SearchExpression expression, int reach)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(expression);
        var words = SearchWords.Of(text);
        var found = Found(words, expression);
        var centre = found.Count > 0 ? found[0] : (Start: 0, End: Math.Min(1, text.Length));
        var from = words.Where(w => w.Start >= centre.Start - reach).Select(w => w.Start).FirstOrDefault();
        var to = words.Where(w => w.End <= centre.End + reach).Select(w => w.End).LastOrDefault();
        (from, to) = (Math.Min(from, centre.Start), Math.Max(to, centre.End));
        // What stands around the first and last word belongs to them.
        if (words.Count > 0 && from == words[0].Start) from = 0;
        if (words.Count > 0 && to == words[^1].End) to = text.Length;
        var marks = found.Where(f => f.Start >= from && f.End <= to).Select(f => new TextMark(f.Start - from, f.End - f.Start)).ToList();
        return new(text[from..to], marks, from == 0, to == text.Length);
    }

    /// <summary>The type only; what it says is health data.</summary>
    public override string ToString() => nameof(SearchExcerpt);

    private static List<(int Start, int End)> Found(List<SearchWords.Word> words, SearchExpression expression)
    {
        var found = new List<(int Start, int End)>();
        for (var i = 0; i < words.Count; i++)
        {
            var length = expression.All.Where(t => IsAt(words, i, t)).Select(t => t.Words.Count).DefaultIfEmpty().Max();
            if (length == 0) continue;
            found.Add((words[i].Start, words[i + length - 1].End));
            i += length - 1;
        }

        return found;
    }

    internal static bool IsAt(List<SearchWords.Word> words, int at, SearchTerm term)
    {
        if (at + term.Words.Count > words.Count) return false;
        for (var i = 0; i < term.Words.Count; i++)
        {
            var (wanted, word) = (term.Words[i], words[at + i].Folded);
            if (term.IsPrefix && i == term.Words.Count - 1 ? !word.StartsWith(wanted, StringComparison.Ordinal) : word != wanted) return false;
        }

        return true;
    }
}
