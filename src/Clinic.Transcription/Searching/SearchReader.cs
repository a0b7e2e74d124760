namespace Clinic.Transcription.Searching;

/// <summary>Reads the few signs that a search knows.</summary>
internal sealed class SearchReader(string text)
{
    private readonly List<SearchTerm> all = [];
    private readonly List<SearchTerm> none = [];
    private int at;

    public SearchExpression Read()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isExcluded = text[at] is '-' or '−';
            if (isExcluded) at++;
            if (at < text.Length && IsQuote(text[at])) Quoted(isExcluded);
            else Plain(isExcluded);
        }

        return new(all, none);
    }

    // A quotation that is not closed goes to the end.
    private void Quoted(bool isExcluded)
    {
        var from = ++at;
        while (at < text.Length && !IsQuote(text[at])) at++;
        var inside = text[from..at];
        if (at < text.Length) at++;
        var isPrefix = at < text.Length && text[at] == '*';
        if (isPrefix) at++;
        Add(inside, isPrefix, isExcluded);
    }

    private void Plain(bool isExcluded)
    {
        var from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !IsQuote(text[at])) at++;
        Add(text[from..at], text[from..at].EndsWith('*'), isExcluded);
    }

    private void Add(string part, bool isPrefix, bool isExcluded)
    {
        var words = SearchWords.Of(part).ConvertAll(w => w.Folded);
        if (words.Count > 0) (isExcluded ? none : all).Add(new(words, isPrefix));
    }

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '«' or '»';
}
