using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>There is no word in what is looked for.</summary>
    public const string SearchEmpty = "TRN701";

    /// <summary>Only words that must not occur were given.</summary>
    public const string SearchOnlyWithout = "TRN702";

    /// <summary>Too few letters before an asterisk.</summary>
    public const string SearchPrefixShort = "TRN703";

    /// <summary>Search is switched off, so there is no index.</summary>
    public const string SearchOff = "TRN704";

    private static IEnumerable<RuleText> SearchTexts() =>
    [
        new(SearchEmpty, RuleKind.Malformed,
            "There is no word to look for; letters and digits make words.",
            "No hay ninguna palabra que buscar; las palabras se forman con letras y cifras."),
        new(SearchOnlyWithout, RuleKind.Malformed,
            "At least one word that must occur is needed; all of them begin with a hyphen.",
            "Se necesita al menos una palabra que deba aparecer; todas empiezan con un guion."),
        new(SearchPrefixShort, RuleKind.Malformed,
            "Before an asterisk at least {allowed} letters are needed.",
            "Antes de un asterisco se necesitan al menos {allowed} letras."),
        new(SearchOff, RuleKind.Refused,
            "Search is switched off in this clinic.",
            "La búsqueda está desactivada en esta clínica."),
    ];
}
