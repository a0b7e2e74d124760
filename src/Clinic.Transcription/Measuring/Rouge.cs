namespace Clinic.Transcription.Measuring;

/// <summary>ROUGE of a draft against a reference, without stemming: the F-measures from 0 to 1.</summary>
/// <param name="One">Of words.</param>
/// <param name="Two">Of pairs of words.</param>
/// <param name="Lsum">Of the union of longest common subsequences, line by line.</param>
/// <seealso href="https://aclanthology.org/W04-1013/">Lin, ROUGE: a package for automatic evaluation of summaries, 2004.</seealso>
public readonly record struct Rouge(double One, double Two, double Lsum)
{
    /// <summary>Compares a text with its reference; words are runs of ASCII letters and digits, lines are sentences.</summary>
    public static Rouge Of(string text, string reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reference);
        var lines = Lines(text);
        var wanted = Lines(reference);
        var words = lines.SelectMany(l => l).ToList();
        var expected = wanted.SelectMany(l => l).ToList();
        return new(Grams(words, expected, 1), Grams(words, expected, 2), Union(lines, wanted, words, expected));
    }

    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static List<List<string>> Lines(string text) => text.Split('\n').Select(Words).Where(l => l.Count > 0).ToList();

    private static double Grams(List<string> words, List<string> expected, int size)
    {
        var have = Count(words, size);
        var want = Count(expected, size);
        var hits = want.Sum(w => Math.Min(w.Value, have.GetValueOrDefault(w.Key)));
        return Measure(hits, Math.Max(0, words.Count - size + 1), Math.Max(0, expected.Count - size + 1));
    }

    private static Dictionary<string, int> Count(List<string> words, int size)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + size <= words.Count; i++)
        {
            var gram = size == 1 ? words[i] : $"{words[i]} {words[i + 1]}";
            count[gram] = count.GetValueOrDefault(gram) + 1;
        }

        return count;
    }

    // For each reference line the union of what any line shares with it; a word counts as often as both texts have it.
    private static double Union(List<List<string>> lines, List<List<string>> wanted, List<string> words, List<string> expected)
    {
        var have = Count(words, 1);
        var want = Count(expected, 1);
        var hits = 0;
        foreach (var line in wanted)
        {
            var shared = new bool[line.Count];
            foreach (var other in lines) Mark(line, other, shared);
            for (var i = 0; i < line.Count; i++)
            {
                var word = line[i];
                if (!shared[i] || have.GetValueOrDefault(word) <= 0 || want[word] <= 0) continue;
                hits++;
                have[word]--;
                want[word]--;
            }
        }

        return Measure(hits, words.Count, expected.Count);
    }

    private static void Mark(List<string> line, List<string> other, bool[] shared)
    {
        var table = new int[line.Count + 1, other.Count + 1];
        for (var a = 1; a <= line.Count; a++)
        {
            for (var b = 1; b <= other.Count; b++)
                table[a, b] = line[a - 1] == other[b - 1] ? table[a - 1, b - 1] + 1 : Math.Max(table[a - 1, b], table[a, b - 1]);
        }

        for (int a = line.Count, b = other.Count; a > 0 && b > 0;)
        {
            if (line[a - 1] == other[b - 1])
            {
                shared[a - 1] = true;
                a--;
                b--;
            }
            else if (table[a, b - 1] > table[a - 1, b]) b--;
            else a--;
        }
    }

    private static double Measure(int hits, int have, int want) => hits == 0 || have == 0 || want == 0 ? 0 : 2.0 * hits / (have + want);
}
