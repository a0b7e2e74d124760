using System.Collections.Frozen;

namespace Clinic.Transcription.Language;

/// <summary>The forms in which Spanish orders or announces: <c>tome</c>, <c>tomá</c>, <c>tómeselo</c>, <c>tomará</c>, <c>subimos</c>.</summary>
internal sealed class SpanishOrders
{
    private static readonly string[] Tails = ["noslo", "nosla", "selos", "selas", "selo", "sela", "telo", "tela", "melo", "mela", "les", "los", "las", "nos", "le", "lo", "la", "se", "te", "me"];
    private static readonly Lazy<SpanishOrders> Known = new(() => new());

    // Sure wherever they stand; and those that are a third person or an infinitive too, sure only where a clause begins.
    private readonly FrozenSet<string> sure;
    private readonly FrozenSet<string> first;

    private SpanishOrders()
    {
        var lists = LexiconFile.Read("verbs.es.txt").ToDictionary(l => l.Key, l => l.Words, StringComparer.Ordinal);
        var anywhere = new HashSet<string>(StringComparer.Ordinal);
        var starting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in lists["plan"])
        {
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            Forms(slash < 0 ? entry : entry[..slash], slash < 0 ? entry[..^2] : entry[(slash + 1)..], anywhere, starting);
        }

        anywhere.ExceptWith(lists["not"]);
        anywhere.UnionWith(lists["sure"]);
        starting.ExceptWith(lists["not"]);
        starting.UnionWith(lists["start"]);
        sure = anywhere.ToFrozenSet(StringComparer.Ordinal);
        first = starting.ToFrozenSet(StringComparer.Ordinal);
    }

    public static SpanishOrders All => Known.Value;

    /// <summary>Whether a folded word orders or announces.</summary>
    /// <param name="word">The word, with its pronouns.</param>
    /// <param name="begins">Whether it begins a clause.</param>
    public bool Is(string word, bool begins)
    {
        if (sure.Contains(word) || (begins && first.Contains(word))) return true;
        foreach (var tail in Tails)
        {
            // With its pronoun behind it a form of an order is nothing else: "déjalo", "tómeselo", "moverlo".
            if (word.Length > tail.Length + 2 && word.EndsWith(tail, StringComparison.Ordinal) && word[..^tail.Length] is var bare && (sure.Contains(bare) || (first.Contains(bare) && (begins || bare[^1] != 'r')))) return true;
        }

        return false;
    }

    private static void Forms(string infinitive, string present, HashSet<string> anywhere, HashSet<string> starting)
    {
        var root = infinitive[..^2];
        var isFirst = infinitive.EndsWith("ar", StringComparison.Ordinal);
        var vowel = isFirst ? "a" : "e";
        var order = present + (isFirst ? "e" : "a");
        if (isFirst) order = Spell(present) + "e";
        foreach (var end in new[] { "", "n", "s", "mos" }) anywhere.Add(order + end);
        // "tomaremos", "tomará", "tomaré"; "subimos".
        foreach (var end in new[] { "emos", "a", "as", "an" }) anywhere.Add(infinitive + end);
        anywhere.Add(root + (isFirst ? "amos" : infinitive.EndsWith("er", StringComparison.Ordinal) ? "emos" : "imos"));
        starting.Add(infinitive);
        starting.Add(present + vowel);
        starting.Add(root + vowel);
        starting.Add(present + vowel + "s");
        starting.Add(root + infinitive[^2]);
        starting.Add(present + "o");
        starting.Add(root + "o");
    }

    private static string Spell(string stem) => stem[^1] switch
    {
        'c' => stem[..^1] + "qu",
        'g' => stem + "u",
        'z' => stem[..^1] + "c",
        _ => stem,
    };
}
