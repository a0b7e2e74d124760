using System.Globalization;
using System.Text;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Transcripts;

/// <summary>Turns spoken punctuation and section commands into text; pure, the same under any culture.</summary>
/// <remarks>A command is a command only as a whole phrase: <c>punto de vista</c> and <c>period of rest</c> stay words.</remarks>
public static class DictationText
{
    private const string NewLine = "\n";
    private const string NewParagraph = "\n\n";

    private static readonly (string Phrase, string Mark)[] Spanish =
    [
        ("punto y aparte", "." + NewParagraph),
        ("punto aparte", "." + NewParagraph),
        ("punto y seguido", "."),
        ("punto seguido", "."),
        ("punto final", "."),
        ("punto y coma", ";"),
        ("puntos suspensivos", "…"),
        ("dos puntos", ":"),
        ("nueva linea", NewLine),
        ("nuevo renglon", NewLine),
        ("nuevo parrafo", NewParagraph),
        ("abrir parentesis", "("),
        ("abre parentesis", "("),
        ("cerrar parentesis", ")"),
        ("cierra parentesis", ")"),
        ("abrir comillas", "«"),
        ("cerrar comillas", "»"),
        ("abrir interrogacion", "¿"),
        ("cerrar interrogacion", "?"),
        ("signo de interrogacion", "?"),
        ("abrir exclamacion", "¡"),
        ("cerrar exclamacion", "!"),
        ("coma", ","),
        ("punto", "."),
    ];

    private static readonly (string Phrase, string Mark)[] English =
    [
        ("full stop", "."),
        ("new line", NewLine),
        ("new paragraph", NewParagraph),
        ("next paragraph", NewParagraph),
        ("open parenthesis", "("),
        ("open paren", "("),
        ("close parenthesis", ")"),
        ("close paren", ")"),
        ("open quote", "“"),
        ("close quote", "”"),
        ("question mark", "?"),
        ("exclamation mark", "!"),
        ("exclamation point", "!"),
        ("semicolon", ";"),
        ("colon", ":"),
        ("comma", ","),
        ("period", "."),
    ];

    // What follows turns the command into a word of the sentence, or into a decimal point or a part of the body.
    private static readonly Dictionary<string, string[]> NotBefore = new(StringComparer.Ordinal)
    {
        ["punto"] = ["de", "del", "en", "a", "por"],
        ["coma"] = ["inducido", "diabetico", "diabetica", "hipoglucemico", "hepatico", "profundo", "mixedematoso"],
        ["period"] = ["of", "pain", "pains", "cramps", "was", "is", "started", "every"],
        ["colon"] = ["cancer", "polyp", "polyps", "resection", "carcinoma", "is", "was", "surgery"],
    };

    private static readonly Dictionary<string, string[]> NotAfter = new(StringComparer.Ordinal)
    {
        ["punto"] = ["un", "el", "este", "ese", "cada", "algun", "ningun", "cierto"],
        ["coma"] = ["en", "un", "el", "de"],
        ["period"] = ["a", "the", "this", "her", "your", "my", "menstrual", "last"],
        ["colon"] = ["the", "sigmoid", "ascending", "descending", "transverse", "her", "his", "my", "your"],
        ["dos puntos"] = ["los", "en", "de"],
    };

    /// <summary>What was dictated, in sections and with punctuation.</summary>
    /// <param name="spoken">As an engine heard it; a mark the engine itself put after a command goes with it.</param>
    /// <param name="language"><c>es</c> or <c>en</c>; anything else reads as English.</param>
    public static IReadOnlyList<DictatedPart> Read(string spoken, string language)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        return [.. Read([spoken], language).Select(p => p.Part)];
    }

    /// <summary>The same of several stretches; a command may begin in one and end in the next, and a mark goes with what was said before it.</summary>
    internal static List<Piece> Read(IReadOnlyList<string> spoken, string language)
    {
        var isSpanish = string.Equals(language, "es", StringComparison.OrdinalIgnoreCase) || (language?.StartsWith("es-", StringComparison.OrdinalIgnoreCase) ?? false);
        var words = spoken.SelectMany((s, stretch) => WordsOf(s).Select(w => new Word(w, Folded(w), stretch))).ToList();
        var (pieces, text, section) = (new List<Piece>(), new StringBuilder(), (ReportSection?)null);
        var (from, stretch, begins) = (0, 0, true);
        void Close(int to)
        {
            pieces.Add(new(new(section, text.ToString().Trim()), stretch, from, to));
            text.Clear();
            from = to;
        }

        for (var i = 0; i < words.Count;)
        {
            if (Section(words, i, isSpanish) is var (name, taken))
            {
                if (text.Length > 0 || section is not null) Close(i);
                (section, begins, stretch, i) = (name, true, words[i].Stretch, i + taken);
            }
            else if (Mark(words, i, isSpanish ? Spanish : English) is var (mark, length))
            {
                // "sección plan dos puntos": a mark behind the name of a section belongs to the name.
                if (text.Length > 0 || section is null || IsOpening(mark)) Put(text, mark);
                i += length;
            }
            else
            {
                if (text.Length > 0 && words[i].Stretch != stretch)
                {
                    begins = StartsSentence(text, begins);
                    Close(i);
                }

                stretch = words[i].Stretch;
                Put(text, words[i++], begins);
            }
        }

        if (text.Length > 0 || section is not null) Close(words.Count);
        return pieces;
    }

    /// <summary>The words of a text as they are read and counted here.</summary>
    internal static string[] WordsOf(string text) => text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // "sección plan", "section plan": the command names a section, up to the next pause or command.
    private static (ReportSection Name, int Taken)? Section(List<Word> words, int at, bool isSpanish)
    {
        if (words[at].Folded != (isSpanish ? "seccion" : "section")) return null;
        foreach (var (phrase, name) in DictationSections.Of(isSpanish))
        {
            if (Fits(words, at + 1, phrase)) return (name, 1 + phrase.Length);
        }

        return null;
    }

    private static (string Mark, int Length)? Mark(List<Word> words, int at, (string Phrase, string Mark)[] commands)
    {
        foreach (var (phrase, mark) in commands)
        {
            var wanted = phrase.Split(' ');
            if (!Fits(words, at, wanted)) continue;
            var (before, after) = (at > 0 ? words[at - 1].Folded : null, at + wanted.Length < words.Count ? words[at + wanted.Length].Folded : null);
            if (after is not null && NotBefore.TryGetValue(phrase, out var followers) && followers.Contains(after) && !words[at + wanted.Length - 1].EndsPhrase) continue;
            if (before is not null && NotAfter.TryGetValue(phrase, out var leaders) && leaders.Contains(before)) continue;
            // "tres punto dos" and "three period two" are a number; its language turns it into digits.
            if (phrase is "punto" or "coma" && before is not null && after is not null && IsNumber(before) && IsNumber(after)) continue;
            return (mark, wanted.Length);
        }

        return null;
    }

    private static bool Fits(List<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[at + i].Folded != phrase[i] || (i + 1 < phrase.Length && words[at + i].EndsPhrase)) return false;
        }

        return true;
    }

    private static bool IsNumber(string word) => char.IsDigit(word[0]) || Numbers.Contains(word);

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "cero", "un", "uno", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "veinte",
        "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien", "veinticinco",
    };

    private static void Put(StringBuilder text, string mark)
    {
        if (IsOpening(mark))
        {
            if (text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
            text.Append(mark);
            return;
        }

        // The engine may have put a mark of its own where the command was spoken; a new line leaves what was dictated.
        var breaks = mark[0] == '\n';
        while (text.Length > 0 && (text[^1] == ' ' || (!breaks && text[^1] is '.' or ','))) text.Length--;
        text.Append(mark);
    }

    private static bool IsOpening(string mark) => mark is "(" or "«" or "“" or "¿" or "¡";

    private static void Put(StringBuilder text, Word word, bool begins)
    {
        if (text.Length > 0 && !char.IsWhiteSpace(text[^1]) && text[^1] is not ('(' or '«' or '“' or '¿' or '¡')) text.Append(' ');
        text.Append(StartsSentence(text, begins) ? Capital(word.Text) : word.Text);
    }

    private static bool StartsSentence(StringBuilder text, bool begins)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == '\n') return true;
            if (text[i] is ' ' or '¿' or '¡' or '«' or '“') continue;
            return text[i] is '.' or '?' or '!' or '…';
        }

        return begins;
    }

    private static string Capital(string word) => char.IsLower(word[0]) ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..] : word;

    private static string Folded(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.Length > 0 ? folded.ToString() : word;
    }

    /// <summary>A part with the stretch in which it was said, and its words among all, commands counted.</summary>
    internal readonly record struct Piece(DictatedPart Part, int Stretch, int From, int To);

    private readonly record struct Word(string Text, string Folded, int Stretch)
    {
        public bool EndsPhrase => Text[^1] is '.' or ',' or ';' or ':' or '?' or '!';
    }
}
