using System.Collections.Concurrent;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Language;

/// <summary>All word lists of one language, read once and safe for concurrent use.</summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<PhraseTable<DrugFacts>> AllDrugs = new(ReadDrugs);
    private static readonly Lazy<Dictionary<string, PhraseTable<string>>> MachineWords = new(() => ByKey("machine.txt"));
    private readonly Dictionary<string, PhraseTable<string>> small;

    private Lexicon(string language)
    {
        Language = language;
        small = ByKey($"speech.{language}.txt");
        foreach (var (key, words) in LexiconFile.Read($"cues.{language}.txt"))
        {
            var parts = key.Split(' ');
            var cue = (Enum.Parse<ReportSection>(parts[0]), double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
            foreach (var word in words) Cues.Add(word, cue);
        }

        foreach (var (key, words) in LexiconFile.Read($"asks.{language}.txt"))
        {
            var parts = key.Split(' ');
            var ask = (Enum.Parse<ReportSection>(parts[0]), double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
            foreach (var word in words) Asks.Add(word, ask);
        }

        foreach (var (key, words) in LexiconFile.Read($"systems.{language}.txt"))
        {
            foreach (var word in words) Systems.Add(word, key);
        }

        foreach (var (key, words) in LexiconFile.Read($"clinical.{language}.txt"))
        {
            foreach (var word in words)
            {
                if (key == "redflag") RedFlags.Add(word, true);
                else Clinical.Add(word, Enum.Parse<ClinicalKind>(key, ignoreCase: true));
            }
        }

        foreach (var (key, words) in LexiconFile.Read($"concepts.{language}.txt"))
        {
            foreach (var word in words) Concepts.Add(word, (key.TrimStart('-'), key[0] == '-'));
        }

        foreach (var (key, words) in LexiconFile.Read("phases.txt"))
        {
            if (!key.StartsWith(language, StringComparison.Ordinal)) continue;
            foreach (var word in words) Phases.Add(word, Enum.Parse<ReportSection>(key[3..]));
        }

        Cues.Sorted();
        Asks.Sorted();
        Systems.Sorted();
        Clinical.Sorted();
        RedFlags.Sorted();
        Phases.Sorted();
        Concepts.Sorted();
    }

    public string Language { get; }

    public bool IsEnglish => Language == "en";

    public PhraseTable<(ReportSection Section, double Weight)> Cues { get; } = new();

    /// <summary>What a question is about, for its answer.</summary>
    public PhraseTable<(ReportSection Section, double Weight)> Asks { get; } = new();

    /// <summary>The part of the body, or the trouble, that a word belongs to.</summary>
    public PhraseTable<string> Systems { get; } = new();

    public PhraseTable<ClinicalKind> Clinical { get; } = new();

    public PhraseTable<bool> RedFlags { get; } = new();

    public PhraseTable<ReportSection> Phases { get; } = new();

    /// <summary>What patients and physicians name differently, and words that deny it in themselves, such as <c>afebril</c>.</summary>
    public PhraseTable<(string Name, bool Lacks)> Concepts { get; } = new();

    public static PhraseTable<DrugFacts> Drugs => AllDrugs.Value;

    /// <summary>The small words of a kind, such as <c>filler</c> or <c>negation</c>.</summary>
    public PhraseTable<string> this[string kind] => small[kind];

    public static PhraseTable<string> Machine(string kind) => MachineWords.Value[kind];

    public static Lexicon For(string language) => Known.GetOrAdd(Speech.Of(language), l => new(l));

    /// <summary>Whether a kind has one of its phrases in a stretch.</summary>
    public bool Has(string kind, IReadOnlyList<Token> tokens, int from, int to) => small[kind].Find(tokens, from, to).Any();

    private static Dictionary<string, PhraseTable<string>> ByKey(string file)
    {
        var tables = new Dictionary<string, PhraseTable<string>>(StringComparer.Ordinal);
        foreach (var (key, words) in LexiconFile.Read(file))
        {
            var table = tables[key] = new();
            foreach (var word in words) table.Add(word, word);
            table.Sorted();
        }

        return tables;
    }

    private static PhraseTable<DrugFacts> ReadDrugs()
    {
        var table = new PhraseTable<DrugFacts>();
        foreach (var (drug, names) in DrugFacts.All())
        {
            foreach (var name in names) table.Add(name, drug);
        }

        return table.Sorted();
    }
}
