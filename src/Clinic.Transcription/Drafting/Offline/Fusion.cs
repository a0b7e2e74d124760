using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Turns a question and its bare yes or no into reports and denials, one for each thing asked.</summary>
internal static class Fusion
{
    private static readonly FrozenSet<string> Open = "que,cual,cuales,cuando,cuanto,cuanta,cuantos,cuantas,donde,como,quien,quienes,what,when,where,which,who,why,how,aqui,ahi,here,there,that,this".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Between = "o,u,ni,or,nor".Split(',').ToFrozenSet(StringComparer.Ordinal);

    // Questions that ask whether something is there: the verb goes, the thing stays. Longest first.
    private static readonly string[] SpanishHaving = ["usted ha tenido", "ha tenido usted", "has tenido", "ha tenido", "ha notado", "ha sentido", "ha presentado", "tiene usted", "usted tiene", "tienes", "tiene", "tuvo", "siente", "sintio", "noto", "nota", "presenta", "presento", "hay", "padece de", "sufre de", "padece", "sufre"];
    private static readonly string[] EnglishHaving = ["do you have any", "do you have", "do you get any", "do you get", "have you had any", "have you had", "have you noticed any", "have you noticed", "have you experienced any", "have you experienced", "are you having any", "are you having", "did you have any", "did you have", "is there any", "is there", "any", "how about any", "how about", "what about", "do you feel any", "do you feel", "have you felt", "you have any", "are you aware of", "have you ever had any", "have you ever had", "do you ever get", "did you get", "have you been having", "have you got any", "have you got"];
    private static readonly FrozenDictionary<string, string> SpanishVerbs = Pairs("toma=tomar|tomas=tomar|fuma=fumar|fumas=fumar|bebe=beber|bebes=beber|usa=usar|consume=consumir|es=ser|esta=estar|ha=haber|vive=vivir|trabaja=trabajar|come=comer|duerme=dormir|orina=orinar|vomita=vomitar|tose=toser|ronca=roncar");
    private static readonly FrozenDictionary<string, string> EnglishVerbs = Pairs("smoke=smoking|drink=drinking|take=taking|use=using|exercise=exercising|sleep=sleeping|eat=eating|feel=feeling|vomit=vomiting");

    public static IEnumerable<(string Text, Polarity Polarity)> Of(Unit question, Answer answer, Lexicon lexicon)
    {
        var tokens = question.Of.Tokens;
        var from = Opening.Skip(question.Of, question.From, question.To, lexicon);
        for (var i = from; i < question.To; i++)
        {
            if (Open.Contains(tokens[i].Word) && !(tokens[i].Word is "how" && i + 1 < question.To && tokens[i + 1].Word == "about") && !(tokens[i].Word == "que" && IsJoin(tokens, i, from))) yield break;
        }

        var parts = Split(question, from, lexicon).Select(p => Complement(question.Of, p.From, p.To, lexicon)).ToList();
        // A part without a verb of its own behind a verb would change its sense; then the list stays one.
        if (parts.Count > 1 && (answer == Answer.Yes || parts.Exists(p => p.Text.Length == 0) || (parts[0].IsVerb == true && parts.Skip(1).Any(p => p.IsVerb == false)))) parts = [Complement(question.Of, from, question.To, lexicon)];
        foreach (var (text, isVerb) in parts)
        {
            if (text.Length == 0) continue;
            var lead = (lexicon.IsEnglish, answer) switch
            {
                (true, Answer.No) => "Denies",
                (true, _) => "Reports",
                (_, Answer.No) => "Niega",
                _ => "Refiere",
            };
            var several = answer == Answer.Yes && Split(question, from, lexicon).Count > 1;
            yield return ($"{lead} {text}.", answer == Answer.No ? Polarity.Negated : several ? Polarity.Uncertain : Polarity.Affirmed);
        }
    }

    // "¿Nota que...?" joins; "¿qué...?" and "¿de qué...?" ask openly.
    private static bool IsJoin(List<Token> tokens, int at, int from) =>
        at > from && tokens[at - 1].Word is not ("de" or "a" or "en" or "con" or "por" or "para" or "y" or "o" or "," or "¿");

    private static List<(int From, int To)> Split(Unit question, int from, Lexicon lexicon)
    {
        var tokens = question.Of.Tokens;
        var parts = new List<(int From, int To)>();
        var start = from;
        for (var i = from; i < question.To; i++)
        {
            if (!Between.Contains(tokens[i].Word) && tokens[i].Word != ",") continue;
            if (i > start) parts.Add((start, i));
            start = i + 1;
        }

        if (start < question.To) parts.Add((start, question.To));
        parts.RemoveAll(p => Enumerable.Range(p.From, p.To - p.From).All(i => tokens[i].IsMark));
        if (parts.Count > 1 && !parts.TrueForAll(p => Names(tokens, p, lexicon) || StartsWithVerb(tokens, p.From, lexicon) || (!lexicon.IsEnglish && tokens[p.From].Word is "se" or "le" or "te" or "lo" or "la" && p.To - p.From > 2))) return [(from, question.To)];
        return parts.SelectMany(p => Apart(tokens, p, lexicon)).ToList();
    }

    private static bool Names(List<Token> tokens, (int From, int To) part, Lexicon lexicon) =>
        lexicon.Clinical.Find(tokens, part.From, part.To).Any(m => m.Value is ClinicalKind.Symptom or ClinicalKind.Diagnosis or ClinicalKind.Habit) || Lexicon.Drugs.Find(tokens, part.From, part.To).Any();

    private static bool StartsWithVerb(List<Token> tokens, int at, Lexicon lexicon) => (lexicon.IsEnglish ? EnglishVerbs : SpanishVerbs).ContainsKey(tokens[at].Word);

    // "fever chills": symptoms side by side, as a recogniser without commas writes a list.
    private static IEnumerable<(int From, int To)> Apart(List<Token> tokens, (int From, int To) part, Lexicon lexicon)
    {
        var found = lexicon.Clinical.Find(tokens, part.From, part.To).ToList();
        var first = found.Count > 0 ? found[0].At : part.To;
        var covered = found.Count > 1 && found.TrueForAll(f => f.Value == ClinicalKind.Symptom) && found.Sum(f => f.Length) == Enumerable.Range(first, part.To - first).Count(i => !tokens[i].IsMark);
        if (!covered) return [part];
        return found.Select((f, i) => (i == 0 ? part.From : f.At, f.End));
    }

    // The complement, and whether a verb leads it: null where the question's own words are quoted.
    private static (string Text, bool? IsVerb) Complement(Utterance of, int from, int to, Lexicon lexicon)
    {
        var tokens = of.Tokens;
        while (from < to && tokens[from].IsMark) from++;
        while (to > from && tokens[to - 1].IsMark) to--;
        if (from >= to) return ("", false);
        var having = (lexicon.IsEnglish ? EnglishHaving : SpanishHaving).Select(h => h.Split(' ')).Where(h => Begins(tokens, from, to, h)).OrderByDescending(h => h.Length).FirstOrDefault();
        if (having is not null) return (Tail(of, from + having.Length, to, lexicon), false);
        var verbs = lexicon.IsEnglish ? EnglishVerbs : SpanishVerbs;
        var at = lexicon.IsEnglish && Begins(tokens, from, to, ["do", "you"]) ? from + 2 : from;
        if (verbs.TryGetValue(tokens[at].Word, out var verb)) return ($"{verb} {Tail(of, at + 1, to, lexicon)}".Trim(), true);
        if (lexicon.Clinical.At(tokens, from, to) is { Value: ClinicalKind.Symptom or ClinicalKind.Diagnosis or ClinicalKind.Treatment } || Lexicon.Drugs.At(tokens, from, to) is not null) return (Tail(of, from, to, lexicon), false);
        var quoted = Wording.Plain(of, from, to, lexicon);
        return (lexicon.IsEnglish ? $"\"{quoted}\"" : $"«{quoted}»", null);
    }

    private static string Tail(Utterance of, int from, int to, Lexicon lexicon)
    {
        if (from >= to) return "";
        var text = Wording.Plain(of, from, to, lexicon);
        if (text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1])) text = string.Concat(char.ToLowerInvariant(text[0]).ToString(), text.AsSpan(1));
        if (!lexicon.IsEnglish) return text;
        return string.Join(' ', text.Split(' ').Select(w => w switch { "your" => "the", "you" => "the patient", "you're" => "the patient is", "i'm" => "I am", _ => w }));
    }

    private static bool Begins(List<Token> tokens, int from, int to, string[] words)
    {
        if (from + words.Length > to) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[from + i].Word != words[i]) return false;
        }

        return true;
    }

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split('|').Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
