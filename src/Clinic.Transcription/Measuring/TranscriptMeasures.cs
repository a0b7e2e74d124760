using Clinic.Transcription.Language;

namespace Clinic.Transcription.Measuring;

/// <summary>How well an engine wrote down what was said: word and character errors, numbers and drugs kept.</summary>
public static class TranscriptMeasures
{
    /// <summary>Wrong, missing and added words for each word of the reference; case, accents, punctuation, fillers and spoken numbers do not count.</summary>
    public static double WordErrors(string heard, string reference, string language)
    {
        var wanted = Normal(reference, language);
        return Rate(Distance(Normal(heard, language), wanted), wanted.Count);
    }

    /// <summary>The same for the characters of the normalised texts.</summary>
    public static double CharacterErrors(string heard, string reference, string language)
    {
        var wanted = string.Join(' ', Normal(reference, language)).ToCharArray();
        return Rate(Distance(string.Join(' ', Normal(heard, language)).ToCharArray(), wanted), wanted.Length);
    }

    /// <summary>The numbers of the reference that were heard, each value once.</summary>
    public static Score NumbersHeard(string heard, string reference, string language) =>
        Score.Of(VisitMeasurer.Numbers(heard, language), VisitMeasurer.Numbers(reference, language));

    /// <summary>The drugs of the reference that were heard, each once, whatever name was used.</summary>
    public static Score DrugsHeard(string heard, string reference) => Score.Of(Drugs(heard), Drugs(reference));

    internal static HashSet<string> Drugs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = TokenReader.Read(text);
        return Lexicon.Drugs.Find(tokens, 0, tokens.Count).Select(d => d.Value.Name).ToHashSet(StringComparer.Ordinal);
    }

    internal static List<string> Normal(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var lexicon = Lexicon.For(language);
        var tokens = TokenReader.Read(SpokenNumbers.ToDigits(text, language));
        var words = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsMark) continue;
            if (lexicon["filler"].At(tokens, i, tokens.Count) is { } filler) i += filler.Length - 1;
            else words.Add(tokens[i].Word);
        }

        return words;
    }

    /// <summary>The least edits that turn one list into the other.</summary>
    internal static int Distance<T>(IReadOnlyList<T> from, IReadOnlyList<T> to)
    {
        var row = Enumerable.Range(0, to.Count + 1).ToArray();
        var same = EqualityComparer<T>.Default;
        for (var i = 1; i <= from.Count; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var k = 1; k <= to.Count; k++)
            {
                var above = row[k];
                row[k] = Math.Min(Math.Min(row[k] + 1, row[k - 1] + 1), corner + (same.Equals(from[i - 1], to[k - 1]) ? 0 : 1));
                corner = above;
            }
        }

        return row[to.Count];
    }

    private static double Rate(int errors, int wanted) => wanted == 0 ? (errors == 0 ? 0 : 1) : (double)errors / wanted;
}
