using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Which words are denied, with what goes beyond cue and scope: verbs of stopping and lacking, double negations, denials behind their word.</summary>
internal static class Denials
{
    private const int Reach = 6;

    // "dejé de tomar", "stopped taking": what follows is not so any more.
    private static readonly FrozenSet<string> Stopping = "deje,dejo,dejar,dejamos,dejaron,deja,dejado,suspendi,suspendio,suspendieron,suspendido,suspendida,suspender,suspende,suspendemos,retiro,retiraron,retirar,retiramos,retira,quitaron,quitamos,quite,quito,quita,quitar,quitado,retire,retirado,abandono,abandone,quit,stopped,stop,stops,stopping,discontinue,discontinued,discontinuing,gave".Split(',').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Lacking = ["carec", "descart", "exclui"];

    private static readonly FrozenSet<string> Light = "tengo,tiene,tenia,tuve,tuvo,hay,habia,he,ha,do,does,did,have,has,had,it,them,any,eso,nada,tenido,anymore,more,ya,los,las,lo,la,que,tomo,toma,tomado".Split(',').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Gone = "quito,paso,desaparecio,cedio,resolvio,fue,bajo,curo,gone,resolved,better,disappeared,away,subsided".Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static bool[] Of(List<Token> tokens, Lexicon lexicon)
    {
        var denied = NegationScopes.Of(tokens, 0, tokens.Count, lexicon);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsStopping(tokens, i)) Turn(tokens, i + 1, denied);
            else if (IsLacking(tokens[i].Word) && lexicon["negation"].At(tokens, i, i + 1) is null) Deny(tokens, i + 1, denied);
            if (IsNotThatNot(tokens, i, lexicon) is { } cue) Affirm(tokens, cue, denied);
            if (IsBehind(tokens, i) || IsAnswer(tokens, i, lexicon)) Back(tokens, i > 0 && tokens[i - 1].Word == ":" ? i - 1 : i, denied);
        }

        return denied;
    }

    /// <summary>Words that a later denial or recovery in the same speech makes both: "me bajó la fiebre, ya no tengo".</summary>
    public static bool[] Later(List<Token> tokens, Lexicon lexicon)
    {
        var both = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var elliptic = lexicon["negation"].At(tokens, i, tokens.Count) is { } cue && IsElliptic(tokens, cue.End);
            // "la presión la tengo controlada, la azúcar no": of the one so, of the other not.
            elliptic |= !lexicon.IsEnglish && tokens[i].Word is "no" or "tampoco" && i > 2 && (i + 1 >= tokens.Count || tokens[i + 1].IsMark) && tokens[i - 2].Word is "la" or "el" or "los" or "las";
            var gone = i > 0 && (Gone.Contains(tokens[i].Word) || (tokens[i].Word is "stopped" or "quit" && !IsStopping(tokens, i)));
            if (!elliptic && !gone) continue;
            for (var k = Math.Max(0, i - (2 * Reach)); k < Math.Min(tokens.Count, i + 4); k++) both[k] = true;
        }

        return both;
    }

    // "naproxeno suspendido por irritación", "metformin was stopped": a participle behind its word.
    private static readonly FrozenSet<string> Stopped = "suspendido,suspendida,suspendidos,suspendidas,retirado,retirada,discontinued,stopped,held".Split(',').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Behind = "by,on,with,con,por,en,due,because,since,desde,hace,debido,in,at,segun,per,y,and,ya".Split(',').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"carece de", "descartamos".</summary>
    public static bool IsLacking(string word) => Lacking.Any(l => word.StartsWith(l, StringComparison.Ordinal));

    public static bool IsStopping(List<Token> tokens, int at)
    {
        if (!Stopping.Contains(tokens[at].Word)) return false;
        var next = at + 1 < tokens.Count ? tokens[at + 1].Word : "";
        return tokens[at].Word switch
        {
            "gave" => next == "up",
            // "le dejo loratadina" gives; only "dejo de" stops.
            "deje" or "dejo" or "dejar" or "dejamos" or "dejaron" or "deja" or "dejado" => next == "de",
            // "the pain stopped" stops nothing that follows.
            _ => next.Length > 0 && !tokens[at + 1].IsMark && !IsStopped(tokens, at),
        };
    }

    /// <summary>"it's not that I can't walk", "no es que no coma": two negations affirm. The cue of the second, or null.</summary>
    public static int? IsNotThatNot(List<Token> tokens, int at, Lexicon lexicon)
    {
        var behind = lexicon.IsEnglish
            ? at + 1 < tokens.Count && tokens[at].Word == "not" && tokens[at + 1].Word == "that" ? at + 2 : -1
            : at + 2 < tokens.Count && tokens[at].Word == "no" && tokens[at + 1].Word == "es" && tokens[at + 2].Word == "que" ? at + 3 : -1;
        if (behind < 0) return null;
        for (var i = behind; i < tokens.Count && i < behind + 3 && !tokens[i].IsMark; i++)
        {
            if (lexicon["negation"].At(tokens, i, tokens.Count) is not null) return i;
        }

        return null;
    }

    /// <summary>"fiebre no, pero sí dolor": the denial stands behind the one word that it denies.</summary>
    public static bool IsAnswer(List<Token> tokens, int at, Lexicon lexicon) =>
        !lexicon.IsEnglish && tokens[at].Word is "no" or "tampoco" && at > 0 && (at + 1 >= tokens.Count || tokens[at + 1].IsMark) && !tokens[at - 1].IsMark && lexicon.Clinical.At(tokens, at - 1, at) is not null;

    private static void Turn(List<Token> tokens, int from, bool[] denied)
    {
        for (var i = from; i < tokens.Count && i < from + Reach && !tokens[i].IsMark && tokens[i].Word is not ("y" or "and" or "pero" or "but" or "porque" or "because"); i++) denied[i] = !denied[i];
    }

    private static void Deny(List<Token> tokens, int from, bool[] denied)
    {
        for (var i = from; i < tokens.Count && i < from + Reach && !tokens[i].IsMark; i++) denied[i] = true;
    }

    private static void Affirm(List<Token> tokens, int from, bool[] denied)
    {
        for (var i = from; i < tokens.Count && i < from + Reach && !tokens[i].IsMark; i++) denied[i] = false;
    }

    // "fracture ruled out", "neumonía excluida": the denied word stands before, and nothing behind.
    private static bool IsBehind(List<Token> tokens, int at)
    {
        var word = tokens[at].Word;
        if (IsStopped(tokens, at)) return true;
        var end = word == "ruled" && at + 1 < tokens.Count && tokens[at + 1].Word == "out" ? at + 2 : word is "excluded" or "excluida" or "excluido" or "denied" or "negado" or "negada" or "negados" or "negadas" ? at + 1 : -1;
        return end >= 0 && at > 0 && (!tokens[at - 1].IsMark || tokens[at - 1].Word == ":") && (end >= tokens.Count || tokens[end].IsMark || Behind.Contains(tokens[end].Word));
    }

    /// <summary>Whether a participle stops what stands before it.</summary>
    public static bool IsStopped(List<Token> tokens, int at) =>
        Stopped.Contains(tokens[at].Word) && at > 0 && !tokens[at - 1].IsMark && (at + 1 >= tokens.Count || tokens[at + 1].IsMark || Behind.Contains(tokens[at + 1].Word))
        && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => Lexicon.Drugs.At(tokens, i, at) is not null);

    private static void Back(List<Token> tokens, int at, bool[] denied)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4 && !tokens[i].IsMark; i--) denied[i] = true;
        for (var i = at + 1; i < tokens.Count && i < at + Reach && !tokens[i].IsMark; i++) denied[i] = false;
    }

    private static bool IsElliptic(List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].IsMark) return i > from;
            if (!Light.Contains(tokens[i].Word) || i > from + 3) return false;
        }

        return from < tokens.Count;
    }
}
