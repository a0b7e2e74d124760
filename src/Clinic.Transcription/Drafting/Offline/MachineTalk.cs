using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Finds what speaks to the machine instead of about the patient, in Spanish and English whatever the visit speaks.</summary>
internal static class MachineTalk
{
    private const int Near = 12;

    private static readonly string[] Pronouns = ["melo", "mela", "selo", "sela", "me", "le", "les", "lo", "la", "los", "las"];
    private static readonly Lazy<FrozenSet<string>> Bare = new(() => LexiconFile.Read("machine.txt").First(l => l.Key == "imperative").Words.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a text orders the machine about; then nothing of it is evidence.</summary>
    /// <param name="tokens">Of the whole segment.</param>
    /// <param name="byPhysician">A physician may dictate; nobody may change the rules.</param>
    public static bool IsInjection(List<Token> tokens, bool byPhysician)
    {
        if (Lexicon.Machine("override").Find(tokens, 0, tokens.Count).Any()) return true;
        if (byPhysician) return false;
        if (IsDemand(tokens) || IsAddressed(tokens)) return true;
        var imperatives = Imperatives(tokens).ToList();
        if (imperatives.Count == 0) return false;
        var vocatives = Lexicon.Machine("vocative").Find(tokens, 0, tokens.Count).Where(v => IsCall(tokens, v) || IsTold(tokens, v)).Concat(Lexicon.Machine("listener").Find(tokens, 0, tokens.Count)).ToList();
        var reports = Lexicon.Machine("report").Find(tokens, 0, tokens.Count).ToList();
        return imperatives.Any(i =>
            IsWish(tokens, i)
            || vocatives.Any(v => Math.Abs(v.At - i.At) <= Near)
            || reports.Any(r => r.At > i.At ? r.At - i.At <= Near : i.At - r.End <= 2 && Lexicon.Machine("wish").At(tokens, i.At, tokens.Count) is not null)
            || (Lexicon.Machine("informal").At(tokens, i.At, tokens.Count) is not null && i.End < tokens.Count && (tokens[i.End].Word is "que" or ":" or "ahi" or "esto" || Lexicon.Drugs.At(tokens, i.End, tokens.Count) is not null)));
    }

    /// <summary>Whether a piece of a physician's speech is a command to the scribe, such as <c>hey dragon, show me the x-ray</c>.</summary>
    public static bool IsCommand(List<Token> tokens, int from, int to)
    {
        foreach (var call in Lexicon.Machine("vocative").Find(tokens, from, to))
        {
            if (!IsCall(tokens, call)) continue;
            // In the very beginning a call rules all of it; later on only what follows at once.
            var opens = Enumerable.Range(from, call.At - from).All(i => tokens[i].IsMark || Lexicon.Machine("hail").At(tokens, i, i + 1) is not null);
            for (var i = call.End; i < to && (opens || i <= call.End + 3); i++)
            {
                if (opens && !tokens[i].IsMark && WithPronoun(tokens[i].Word)) return true;
                if (Lexicon.Machine("imperative").At(tokens, i, to) is not null || tokens[i].Word is "show" or "finalize" or "muestra" or "muestrame" or "finaliza" or "open" or "abre") return true;
            }

            if (call.At > from && tokens[from].Word is "finalize" or "finaliza" or "show") return true;
        }

        return false;
    }

    // "sistema" and "programa" are words of a visit too: a call stands at the beginning, behind "oye", or between marks.
    private static bool IsCall(List<Token> tokens, PhraseMatch<string> match) =>
        // "escriba que" is the verb, not the scribe.
        !(tokens[match.At].Word == "escriba" && match.End < tokens.Count && tokens[match.End].Word is "que" or "ahi" or "eso") && (match.At == 0 || tokens[match.At - 1].IsMark || Lexicon.Machine("hail").At(tokens, match.At - 1, match.At) is not null
        || (IsOfMachine(tokens, match.At) && match.End < tokens.Count && (tokens[match.End].IsMark || Orders(tokens, match.End)))
        || (tokens[match.At - 1].Word is "senor" or "senora" or "senorita" or "don" or "dona" or "the" or "el" or "la" or "al" && (match.End >= tokens.Count || tokens[match.End].IsMark || tokens[match.End].Word is "please" or "por" || Orders(tokens, match.End))));

    // "escriba que me den", "put down that I need": whoever shall write it, what is wished for was neither taken nor found.
    private static bool IsWish(List<Token> tokens, PhraseMatch<string> order)
    {
        var at = order.End;
        while (at < tokens.Count && tokens[at].Word is "ahi" or "alli" or "aqui" or "eso" or "tambien" or "por" or "favor" or "please" or "there" or "down" or ",") at++;
        return at < tokens.Count && tokens[at].Word is "que" or "that" && Lexicon.Machine("wished").At(tokens, at + 1, tokens.Count) is not null;
    }

    // "orden para la computadora", "el resumen debe decir", "make sure the note says": what the report must hold is nobody's symptom.
    private static bool IsDemand(List<Token> tokens)
    {
        if (Lexicon.Machine("vocative").Find(tokens, 0, tokens.Count).Any(v => v.At > 1 && tokens[v.At - 1].Word is "al" or "la" or "el" or "the" && Enumerable.Range(Math.Max(0, v.At - 4), Math.Min(4, v.At) - 1).Any(i => tokens[i].Word is "orden" or "ordenes" or "instruccion" or "instrucciones" or "comando" or "indicacion" or "mensaje" or "nota" or "aviso" or "order" or "instruction" or "command" or "message" or "note"))) return true;
        foreach (var product in Lexicon.Machine("product").Find(tokens, 0, tokens.Count))
        {
            for (var i = product.End; i < tokens.Count && i <= product.End + 3 && !tokens[i].IsSentenceEnd; i++)
            {
                if (Lexicon.Machine("must").At(tokens, i, tokens.Count) is not { } must) continue;
                if (must.End < tokens.Count && Lexicon.Machine("state").At(tokens, must.End, tokens.Count) is not null) return true;
                if (tokens[i].Word is "says" or "states" && Enumerable.Range(0, product.At).Any(k => tokens[k].Word is "sure" or "ensure")) return true;
            }
        }

        return false;
    }

    // "Transcriptor, el diagnóstico es": what is nothing but a machine is called, whatever is said behind.
    private static bool IsAddressed(List<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Count && (tokens[at].IsMark || Lexicon.Machine("hail").At(tokens, at, at + 1) is not null)) at++;
        return Lexicon.Machine("sure").At(tokens, at, tokens.Count) is { } call && call.End < tokens.Count && tokens[call.End].Word is "," or ":";
    }

    // "joven del computador", "la señorita de la grabadora": whoever sits at the machine is called.
    private static bool IsOfMachine(List<Token> tokens, int at)
    {
        var of = tokens[at - 1].Word is "del" or "de" ? at - 1 : at > 1 && tokens[at - 1].Word is "la" or "el" or "esa" or "ese" or "esta" or "este" or "su" && tokens[at - 2].Word == "de" ? at - 2 : -1;
        return of > 0 && Enumerable.Range(Math.Max(0, of - 3), Math.Min(3, of)).Any(i => Lexicon.Machine("hail").At(tokens, i, of) is not null || Lexicon.Machine("somebody").At(tokens, i, of) is not null);
    }

    // "dile al sistema que", "a la grabadora le digo", "eso para el aparato".
    private static bool IsTold(List<Token> tokens, PhraseMatch<string> match)
    {
        if (match.At == 0 || !(tokens[match.At - 1].Word == "al" || (match.At > 1 && tokens[match.At - 1].Word is "la" or "el" or "the" or "ese" or "esa" or "este" or "esta" or "that" or "this" && tokens[match.At - 2].Word is "a" or "para" or "to" or "for"))) return false;
        return Lexicon.Machine("told").Find(tokens, Math.Max(0, match.At - 5), Math.Min(tokens.Count, match.End + 4)).Any();
    }

    // A verb in the middle of a clause ("quiero que anote") orders too; one behind a subject does not.
    private static IEnumerable<PhraseMatch<string>> Imperatives(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && Lexicon.Machine("subject").At(tokens, i - 1, i) is not null) continue;
            if (Lexicon.Machine("imperative").At(tokens, i, tokens.Count) is { } found) yield return found;
            else if (!tokens[i].IsMark && WithPronoun(tokens[i].Word)) yield return new("", i, 1);
        }
    }

    private static bool Orders(List<Token> tokens, int at) => Lexicon.Machine("imperative").At(tokens, at, tokens.Count) is not null || (!tokens[at].IsMark && WithPronoun(tokens[at].Word));

    // "agrégalo", "recétale", "póngale": an order with whom or what behind it.
    private static bool WithPronoun(string word) =>
        Array.Exists(Pronouns, p => word.Length > p.Length + 3 && word.EndsWith(p, StringComparison.Ordinal) && Bare.Value.Contains(word[..^p.Length]));
}
