using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>The words of one language about the clock of a stay.</summary>
internal sealed record StayVocabulary
{
    public required SpokenLanguage Language { get; init; }

    public required NumberTable Numbers { get; init; }

    /// <summary>"Pausar", "pause"; null stands for words that may mean pause or close.</summary>
    public required Phrases<StayIntent?> Verbs { get; init; }

    /// <summary>"Conteo", "clock": what every command names after its verb.</summary>
    public required Phrases<bool> Nouns { get; init; }

    /// <summary>Said between the noun and the name.</summary>
    public required Phrases<bool> Leads { get; init; }

    /// <summary>Begin a reason, or lead to a disposition.</summary>
    public required Phrases<bool> Reasons { get; init; }

    public required Phrases<PauseKind> Pauses { get; init; }

    public required Phrases<Disposition> Dispositions { get; init; }

    /// <summary>Lead to a disposition only: "con", "with".</summary>
    public required Phrases<bool> DispositionLeads { get; init; }

    /// <summary>"Documento", "cédula terminada en".</summary>
    public required Phrases<bool> Documents { get; init; }

    public required Phrases<bool> Openers { get; init; }

    public required Phrases<bool> Noise { get; init; }

    public required Phrases<bool> Negations { get; init; }

    public required Phrases<bool> Cancellations { get; init; }

    /// <summary>Small words and titles that names are compared without.</summary>
    public required Phrases<bool> Connectives { get; init; }

    public required TimeVocabulary Times { get; init; }

    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Every word, to tell the language of a sentence.</summary>
    public HashSet<string> AllWords => field ??=
    [
        .. Verbs.AllWords, .. Nouns.AllWords, .. Leads.AllWords, .. Reasons.AllWords, .. Pauses.AllWords, .. Dispositions.AllWords, .. DispositionLeads.AllWords,
        .. Documents.AllWords, .. Openers.AllWords, .. Noise.AllWords, .. Negations.AllWords, .. Cancellations.AllWords, .. Connectives.AllWords,
        .. Numbers.Small.Keys, .. Numbers.Tens.Keys, .. Times.AllWords,
    ];

    public static StayVocabulary Of(SpokenLanguage language) => language == SpokenLanguage.English ? EnglishStayVocabulary.Words : SpanishStayVocabulary.Words;

    public bool IsConnective(Token token) => token.Kind == TokenKind.Word && Connectives.Has(token.Text);

    /// <summary>A table from rows of a meaning and its phrases, parted by commas.</summary>
    public static Phrases<T> Rows<T>(params (T Meaning, string Phrases)[] rows) =>
        new(rows.SelectMany(r => r.Phrases.Split(", ").Select(phrase => (phrase, r.Meaning))));

    public static Phrases<bool> Row(string phrases) => Rows((true, phrases));
}
