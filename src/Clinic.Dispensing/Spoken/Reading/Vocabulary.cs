using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>The words of one language, apart from numbers and units.</summary>
internal sealed record Vocabulary
{
    public required SpokenLanguage Language { get; init; }

    public required NumberTable Numbers { get; init; }

    /// <summary>"Registrar", "record": need a noun after them.</summary>
    public required Phrases<bool> RecordVerbs { get; init; }

    /// <summary>"Entrega", "waste".</summary>
    public required Phrases<SpokenIntent> Nouns { get; init; }

    /// <summary>"Entregar", "give": commands by themselves.</summary>
    public required Phrases<SpokenIntent> Verbs { get; init; }

    /// <summary>Words that begin a part, wherever it stands.</summary>
    public required Phrases<SpokenSlot> Markers { get; init; }

    /// <summary>Words that begin a part only if nothing clearer does.</summary>
    public required Phrases<SpokenSlot> WeakMarkers { get; init; }

    /// <summary>Said before a command without meaning anything.</summary>
    public required Phrases<bool> Openers { get; init; }

    /// <summary>Said anywhere without meaning anything.</summary>
    public required Phrases<bool> Noise { get; init; }

    /// <summary>Turn the sentence round, except within a reason.</summary>
    public required Phrases<bool> Negations { get; init; }

    /// <summary>Take the sentence back, wherever they stand.</summary>
    public required Phrases<bool> Cancellations { get; init; }

    /// <summary>Small words and titles that names are compared without.</summary>
    public required Phrases<bool> Connectives { get; init; }

    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Every word, to tell the language of a sentence.</summary>
    public HashSet<string> AllWords => field ??=
    [
        .. RecordVerbs.AllWords, .. Nouns.AllWords, .. Verbs.AllWords, .. Markers.AllWords, .. WeakMarkers.AllWords, .. Openers.AllWords,
        .. Noise.AllWords, .. Negations.AllWords, .. Cancellations.AllWords, .. Connectives.AllWords, .. Numbers.Small.Keys, .. Numbers.Tens.Keys,
        .. UnitWords.Table.SelectMany(u => Language == SpokenLanguage.Spanish ? u.Spanish : u.English).SelectMany(Folding.Words),
    ];

    public bool IsConnective(Token token) => token.Kind == TokenKind.Word && Connectives.Has(token.Text);

    public static Vocabulary Of(SpokenLanguage language) => language == SpokenLanguage.English ? EnglishVocabulary.Words : SpanishVocabulary.Words;

    /// <summary>A table from rows of a meaning and its phrases, parted by commas.</summary>
    public static Phrases<T> Rows<T>(params (T Meaning, string Phrases)[] rows) =>
        new(rows.SelectMany(r => r.Phrases.Split(", ").Select(phrase => (phrase, r.Meaning))));

    public static Phrases<bool> Row(string phrases) => Rows((true, phrases));
}
