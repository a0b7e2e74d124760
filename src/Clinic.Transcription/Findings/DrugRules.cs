using System.Collections.Frozen;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Medicines against the cited speech, against allergies, against each other.</summary>
internal static class DrugRules
{
    // Words that may stand before a dose without being a medicine.
    private static readonly FrozenSet<string> NotNames = "de,a,of,take,takes,taking,toma,tomar,tome,tomo,es,son,is,to,the,un,una,con,dosis,dose,y,and,o,or,ml,mg,jarabe,tableta,tabletas,comprimidos,comprimido,every,cada,about,unos,unas,por,for,give,patient,him,her,en,in,al,strength,extra,maximo,hasta,up,oral,agua,water,then,luego,solo,only,just,pesa,hace,uno,vez,veces,dia,horas,hay,toda,some,get,at,on,do,using,usa,like,weeks,days,week,day,siempre".Split(',').ToFrozenSet(StringComparer.Ordinal);

    // Classes in which an allergy to one member speaks against all.
    private static readonly FrozenSet<string> Crossing = "penicillin,cephalosporin,nsaid,sulfa,macrolide,quinolone,tetracycline,aminoglycoside,statin,ace inhibitor,opioid,pyrazolone,azole,contrast".Split(',').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Finding> Said(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var said = statement.Cited.SelectMany(c => Drugs(c.Speech)).Select(d => d.Value.Name).ToHashSet(StringComparer.Ordinal);
            var missing = Drugs(statement.Own).Where(d => !said.Contains(d.Value.Name)).Select(d => d.Value.Name).ToList();
            if (missing.Count == 0 && Unknown(statement) is { } name) missing.Add(name);
            if (missing.Count > 0) yield return statement.Finding(FindingNames.Drug, Severity.Blocker, missing[0], string.Join(", ", said.Order(StringComparer.Ordinal)));
        }
    }

    public static IEnumerable<Finding> Allergies(Reading reading)
    {
        var allergies = Known(reading);
        if (allergies.Count == 0) yield break;
        foreach (var (statement, drug, denied) in Planned(reading))
        {
            if (denied) continue;
            var same = allergies.Find(a => a.Name == drug.Name || (a.Group == drug.Group && Crossing.Contains(a.Group)));
            if (same is not null) yield return statement.Finding(FindingNames.Allergy, Severity.Blocker, drug.Name, same.Name);
            else if (allergies.Find(a => a.Group is "penicillin" or "cephalosporin" && drug.Group is "penicillin" or "cephalosporin") is { } near)
                yield return statement.Finding(FindingNames.Allergy, Severity.Warning, drug.Name, near.Name);
        }
    }

    public static IEnumerable<Finding> Duplicates(Reading reading)
    {
        var seen = new List<(DrugFacts Drug, string Dose)>();
        foreach (var (statement, drug, denied) in Planned(reading))
        {
            if (denied) continue;
            var dose = string.Join(' ', NumberRules.Pairs(statement.Own).Where(p => p.Drug == drug.Name).Select(p => FormattableString.Invariant($"{p.Dose.Value} {p.Dose.Unit}")));
            var other = seen.Find(s => (s.Drug.Name == drug.Name && s.Dose != dose && s.Dose.Length > 0 && dose.Length > 0) || (s.Drug.Name != drug.Name && s.Drug.Group == drug.Group && Crossing.Contains(drug.Group)));
            if (other.Drug is not null) yield return statement.Finding(FindingNames.Duplicate, Severity.Warning, $"{drug.Name} {dose}".Trim(), $"{other.Drug.Name} {other.Dose}".Trim());
            seen.Add((drug, dose));
        }
    }

    public static IEnumerable<Finding> Stopped(Reading reading)
    {
        var stopped = new HashSet<string>(StringComparer.Ordinal);
        var planned = Planned(reading).ToList();
        foreach (var (statement, drug, denied) in planned)
        {
            if (denied) stopped.Add(drug.Name);
        }

        foreach (var (statement, drug, denied) in planned)
        {
            if (!denied && stopped.Contains(drug.Name)) yield return statement.Finding(FindingNames.StoppedDrug, Severity.Warning, drug.Name);
        }
    }

    internal static IEnumerable<PhraseMatch<DrugFacts>> Drugs(ReadSpeech speech) => Lexicon.Drugs.Find(speech.Tokens, 0, speech.Tokens.Count);

    // A word before a dose that nobody said is a medicine that the lists do not know.
    private static string? Unknown(ReadStatement statement)
    {
        foreach (var number in statement.Own.Numbers.Where(n => n.Unit is "mg" or "g" or "mcg" or "unit"))
        {
            var at = number.At - 1;
            while (at >= 0 && (statement.Own.Tokens[at].IsMark || statement.Own.Tokens[at].Word is "de" or "of")) at--;
            if (at < 0 || statement.Own.Tokens[at].Kind != TokenKind.Word || statement.Own.Tokens[at].Word.Length < 5 || NotNames.Contains(statement.Own.Tokens[at].Word)) continue;
            var word = statement.Own.Tokens[at].Word;
            if (!statement.Cited.Exists(c => c.Speech.Tokens.Exists(t => t.Word == word))) return word;
        }

        return null;
    }

    // What the plan names, and whether it stops, forbids or merely speaks of the allergy.
    private static IEnumerable<(ReadStatement Statement, DrugFacts Drug, bool Denied)> Planned(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.Statement.Section == ReportSection.Plan))
        {
            var tokens = statement.Own.Tokens;
            var denied = NegationScopes.Of(tokens, 0, tokens.Count, reading.Lexicon);
            foreach (var drug in Drugs(statement.Own))
            {
                if (IsAllergyTalk(tokens, drug.At)) continue;
                yield return (statement, drug.Value, denied[drug.At] || IsStopped(tokens, drug.At));
            }
        }
    }

    internal static bool IsAllergyTalk(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 6 && !tokens[i].IsSentenceEnd && tokens[i].Word != ","; i--)
        {
            if (tokens[i].Word.StartsWith("alergi", StringComparison.Ordinal) || tokens[i].Word.StartsWith("allerg", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsStopped(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 6; i--)
        {
            if (tokens[i].Word is "continuar" or "seguir" or "continue" or "mantener" or "iniciar" or "empezar" or "start" or "recetar" or "receto" or "tomar") return false;
            if (tokens[i].Word is "suspender" or "suspenda" or "suspendemos" or "dejar" or "deje" or "retirar" or "quitar" or "stop" or "discontinue" or "stopping" or "evite" or "evitar" or "avoid" or "retiramos" or "quitamos" or "dejamos") return true;
        }

        return false;
    }

    private static List<DrugFacts> Known(Reading reading)
    {
        var known = new List<DrugFacts>();
        foreach (var name in reading.Context.KnownAllergies)
        {
            var tokens = TokenReader.Read(name);
            known.AddRange(Lexicon.Drugs.Find(tokens, 0, tokens.Count).Select(d => d.Value));
        }

        foreach (var entity in reading.Draft.Entities.Where(e => e.Kind == EntityKind.Allergy && e.Polarity == Polarity.Affirmed))
        {
            var tokens = TokenReader.Read(entity.Term ?? entity.Text);
            known.AddRange(Lexicon.Drugs.Find(tokens, 0, tokens.Count).Select(d => d.Value));
        }

        foreach (var statement in reading.Statements.Where(s => s.Statement is { Section: ReportSection.Allergies, Polarity: not Polarity.Negated }))
        {
            var denied = NegationScopes.Of(statement.Own.Tokens, 0, statement.Own.Tokens.Count, reading.Lexicon);
            known.AddRange(Drugs(statement.Own).Where(d => !denied[d.At]).Select(d => d.Value));
        }

        return known.Distinct().ToList();
    }
}
