
namespace Clinic.Transcription.Findings;

/// <summary>Whether quoted words were said: compared without case, accents and punctuation, numbers as digits.</summary>
public static class QuoteCheck
{
    /// <summary>Whether a quote stands in a text, whole words in one row; an empty quote never does.</summary>
    public static bool IsIn(string quote, string text, string language)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var wanted = Normal(quote, language);
        return wanted.Length > 2 && Normal(text, language).Contains(wanted, StringComparison.Ordinal);
    }

    internal static IEnumerable<string> Quotes(string text)
    {
        foreach (var (open, close) in new[] { ('«', '»'), ('“', '”'), ('"', '"') })
        {
            for (var at = text.IndexOf(open, StringComparison.Ordinal); at >= 0;)
            {
                var end = text.IndexOf(close, at + 1);
                if (end < 0) break;
                yield return text[(at + 1)..end];
                at = text.IndexOf(open, end + 1);
            }
        }
    }

    private static string Normal(string text, string language)
    {
        var words = Measuring.TranscriptMeasures.Normal(text, language);
        // Immediate repeats are not written down.
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (words[i] == words[i - 1]) words.RemoveAt(i);
        }

        return $" {string.Join(' ', words)} ";
    }
}
