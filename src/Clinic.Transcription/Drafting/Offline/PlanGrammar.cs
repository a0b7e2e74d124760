using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>How a physician's Spanish says what will be done, whatever the verb: <c>le formulo</c>, <c>le tomaremos</c>, <c>hay que operar</c>.</summary>
internal static class PlanGrammar
{
    private const double Clitic = 1.8;
    private const double Periphrasis = 1.5;
    private const double Order = 2.2;

    private static readonly FrozenSet<string> Clitics = "le,les,te,lo,la,los,las,se".Split(',').ToFrozenSet(StringComparer.Ordinal);

    // What a physician does now, in the room: it is said before a finding, not before a plan.
    private static readonly FrozenSet<string> Looking =
        "encuentro,noto,veo,escucho,palpo,aprecio,comento,explico,pregunto,digo,reviso,examino,exploro,ausculto,cuento,entiendo,creo,oigo,siento,observo,explorar,explorarle,explorarla,explorarlo,revisar,revisarle,revisarla,revisarlo,examinar,examinarla,examinarlo,escuchar,ver,mirar,palpar,auscultar,tomo,mido,peso,muestro,presento,hago,doliendo,seguir,hablar,tomarle,medirle,pesar,pesarle,pesarlo,medir,enganar,mentir,decir,decirle,decirte,explicar,explicarle,explicarte,preguntar,preguntarle,preguntarte,contar,contarle,ser,estar,haber,descartar,pensar,saber,llamo"
            .Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static double Score(Unit unit, ReportSection phase)
    {
        var (tokens, from, to) = (unit.Of.Tokens, unit.From, unit.To);
        // Where findings are told, "camina bien" orders nothing.
        var findings = unit.Count(ClinicalKind.Exam) + unit.Count(ClinicalKind.Study) + unit.Count(ClinicalKind.Measure) + unit.Count(ClinicalKind.Anatomy) > 0;
        var looking = phase == ReportSection.PresentIllness || (findings && phase is ReportSection.Exam or ReportSection.Results);
        var score = Orders(unit, looking);
        for (var i = from; i + 1 < to; i++)
        {
            var next = tokens[i + 1].Word;
            if (Looking.Contains(next)) continue;
            if (Clitics.Contains(tokens[i].Word) && IsFirstPerson(next, tokens[i].Word is "le" or "les" or "te")) score = Math.Max(score, Clitic);
            if (i + 2 >= to || Looking.Contains(tokens[i + 2].Word)) continue;
            if (tokens[i].Word is "vamos" or "voy" or "va" or "vas" && next == "a" && IsInfinitive(tokens[i + 2].Word)) score = Math.Max(score, Periphrasis);
            if (tokens[i].Word is "hay" or "tiene" or "tienes" or "tenes" or "tenemos" && next == "que" && IsInfinitive(tokens[i + 2].Word)) score = Math.Max(score, Periphrasis);
            if (tokens[i].Word is "debe" or "debes" or "deberia" or "puede" or "conviene" && IsInfinitive(next)) score = Math.Max(score, Periphrasis);
        }

        return score;
    }

    // The first order counts whole, each further one a little.
    private static double Orders(Unit unit, bool looking)
    {
        var (tokens, from, to) = (unit.Of.Tokens, unit.From, unit.To);
        var orders = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].IsMark || Looking.Contains(tokens[i].Word)) continue;
            if (i > from && tokens[i - 1].Word is "el" or "la" or "un" or "una" or "los" or "las" or "al" or "del" or "su" or "mi" or "cuando" or "si" or "ha" or "han" or "mas") continue;
            // "se pone la crema", "se toma una": where no finding is told, the third person tells the patient what to do.
            if (!looking && i > from && tokens[i - 1].Word is "se" or "te" && (i - 1 == from || tokens[i - 2].IsMark || tokens[i - 2].Word is "y" or "luego" or "despues" or "entonces" or "solo") && (SpanishOrders.All.Is(tokens[i].Word, begins: true) || tokens[i].Word is "pone" or "echa" or "hace" or "toma" or "pones" or "echas" or "haces" or "tomas"))
            {
                orders++;
                continue;
            }

            // "tomá", "volvé": the accent of a vos makes it an order wherever it stands.
            var begins = (i > from && tokens[i - 1].Word is "me" or "nos") || unit.Of.Text[tokens[i].End - 1] is 'á' or 'é' or 'í' || (!looking && (i == from || tokens[i - 1].IsMark || tokens[i - 1].Word is "y" or "no" or "ni" or "o" or "pero" or "entonces" or "tambien" or "ademas" or "solo" or "mejor" or "luego" or "primero" or "despues"));
            if (SpanishOrders.All.Is(tokens[i].Word, begins)) orders++;
        }

        return orders == 0 ? 0 : Order + (0.4 * Math.Min(3, orders - 1));
    }

    private static bool IsFirstPerson(string verb, bool singularToo) =>
        verb.EndsWith("aremos", StringComparison.Ordinal) || verb.EndsWith("eremos", StringComparison.Ordinal) || verb.EndsWith("iremos", StringComparison.Ordinal)
        || (verb.Length >= 6 && (verb.EndsWith("amos", StringComparison.Ordinal) || verb.EndsWith("emos", StringComparison.Ordinal) || verb.EndsWith("imos", StringComparison.Ordinal)))
        || (singularToo && verb.Length >= 4 && verb[^1] == 'o' && verb is not ("dijo" or "puso" or "hizo" or "todo" or "cuando" or "mucho" or "como" or "dolio" or "paso" or "salio" or "inicio" or "empezo" or "comenzo"));

    private static bool IsInfinitive(string word) =>
        word.Length >= 3 && Stem(word) is var stem && (stem.EndsWith("ar", StringComparison.Ordinal) || stem.EndsWith("er", StringComparison.Ordinal) || stem.EndsWith("ir", StringComparison.Ordinal));

    private static string Stem(string word)
    {
        foreach (var tail in new[] { "selo", "sela", "les", "los", "las", "le", "lo", "la", "se", "te", "me" })
        {
            if (word.Length > tail.Length + 3 && word.EndsWith(tail, StringComparison.Ordinal) && word[^(tail.Length + 1)] == 'r') return word[..^tail.Length];
        }

        return word;
    }
}
