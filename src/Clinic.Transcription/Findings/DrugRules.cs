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

    // Endings of international names, in Spanish and English; none is the end of an ordinary word of that length.
    private static readonly string[] Stems =
    [
        "cilina", "cillin", "micina", "mycin", "ciclina", "cycline", "floxacino", "floxacina", "floxacin", "conazol", "conazole", "nidazol", "nidazole", "prazol", "prazole", "bendazol", "bendazole", "pril", "sartan", "olol",
        "dipino", "dipine", "statina", "statin", "tidina", "tidine", "azepam", "azolam", "gliptina", "gliptin", "gliflozina", "gliflozin", "glutida", "glutide", "triptan", "setron", "xaban", "gatran", "parina", "parin",
        "tironina", "thyronine", "tiroxina", "thyroxine", "oxetina", "oxetine", "triptilina", "triptyline", "profeno", "profen", "fenaco", "fenac", "coxib", "ciclovir", "cyclovir", "vastatin", "semida", "semide", "tiazida", "thiazide", "zosina", "zosin", "sonida", "sonide", "metasona", "methasone", "terol", "tropio", "tropium", "lukast", "adine", "tadina", "rizina", "rizine", "mab",
    ];

    // A group of medicines that people name when they speak of an allergy.
    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["penicilina"] = "penicillin",
        ["penicillin"] = "penicillin",
        ["betalactamico"] = "penicillin",
        ["betalactam"] = "penicillin",
        ["cefalosporina"] = "cephalosporin",
        ["cephalosporin"] = "cephalosporin",
        ["macrolido"] = "macrolide",
        ["macrolide"] = "macrolide",
        ["quinolona"] = "quinolone",
        ["fluoroquinolona"] = "quinolone",
        ["quinolone"] = "quinolone",
        ["fluoroquinolone"] = "quinolone",
        ["tetraciclina"] = "tetracycline",
        ["tetracycline"] = "tetracycline",
        ["aminoglucosido"] = "aminoglycoside",
        ["aminoglycoside"] = "aminoglycoside",
        ["sulfamida"] = "sulfa",
        ["sulfonamida"] = "sulfa",
        ["sulfonamide"] = "sulfa",
        ["estatina"] = "statin",
        ["statin"] = "statin",
        ["opioide"] = "opioid",
        ["opiaceo"] = "opioid",
        ["opioid"] = "opioid",
        ["opiate"] = "opioid",
        ["antiinflamatorio"] = "nsaid",
        ["nsaid"] = "nsaid",
        ["aine"] = "nsaid",
        ["pirazolona"] = "pyrazolone",
        ["azol"] = "azole",
        ["azole"] = "azole",
        ["ieca"] = "ace inhibitor",
        ["contraste"] = "contrast",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<Finding> Said(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var said = statement.Cited.SelectMany(c => Drugs(c.Speech)).Select(d => d.Value.Name).ToHashSet(StringComparer.Ordinal);
            var missing = Drugs(statement.Own).Where(d => !said.Contains(d.Value.Name)).Select(d => d.Value.Name).ToList();
            if (missing.Count == 0 && (Unknown(statement) ?? Alike(statement) ?? InPlace(statement, reading.Lexicon)) is { } name) missing.Add(name);
            if (missing.Count > 0) yield return statement.Finding(FindingNames.Drug, Severity.Blocker, missing[0], string.Join(", ", said.Order(StringComparer.Ordinal)));
        }
    }

    public static IEnumerable<Finding> Allergies(Reading reading)
    {
        var allergies = Known(reading);
        if (allergies.Count == 0) yield break;
        foreach (var (statement, name) in Unlisted(reading, allergies)) yield return statement.Finding(FindingNames.Allergy, Severity.Blocker, name, name);
        foreach (var (statement, drug, denied) in Planned(reading))
        {
            if (denied) continue;
            var same = allergies.Find(a => a.Name == drug.Name || (a.Group == drug.Group && Crossing.Contains(a.Group)));
            if (same is not null) yield return statement.Finding(FindingNames.Allergy, Severity.Blocker, drug.Name, same.Name);
            else if (allergies.Find(a => a.Group is "penicillin" or "cephalosporin" && drug.Group is "penicillin" or "cephalosporin") is { } near)
                yield return statement.Finding(FindingNames.Allergy, Severity.Warning, drug.Name, near.Name);
        }
    }

    // Substances of the record that the lists do not know are looked for by their name.
    private static IEnumerable<(ReadStatement Statement, string Name)> Unlisted(Reading reading, List<DrugFacts> allergies)
    {
        foreach (var statement in reading.Statements.Where(s => s.Statement.Section == ReportSection.Plan))
        {
            var (tokens, denied) = (statement.Own.Tokens, Denials.Of(statement.Own.Tokens, reading.Lexicon));
            foreach (var allergy in allergies.Where(a => a.Group.Length == 0))
            {
                var at = tokens.FindIndex(t => t.Word.TrimEnd('s') == allergy.Name.TrimEnd('s'));
                if (at >= 0 && !denied[at] && !IsAllergyTalk(tokens, at) && !IsStopped(tokens, at)) yield return (statement, allergy.Name);
            }
        }
    }

    /// <summary>"No known allergies" beside an allergy of the record or of another statement.</summary>
    public static IEnumerable<Finding> DeniedAllergies(Reading reading)
    {
        var allergies = Known(reading);
        if (allergies.Count == 0) yield break;
        foreach (var statement in reading.Statements.Where(s => s.Statement.Section == ReportSection.Allergies))
        {
            var (tokens, denied) = (statement.Own.Tokens, Denials.Of(statement.Own.Tokens, reading.Lexicon));
            var at = tokens.FindIndex(t => t.Word.StartsWith("alergi", StringComparison.Ordinal) || t.Word.StartsWith("allerg", StringComparison.Ordinal));
            // A denial of one substance is none of all.
            if (at >= 0 && denied[at] && !Lexicon.Drugs.Find(tokens, 0, tokens.Count).Any()) yield return statement.Finding(FindingNames.SectionAllergies, Severity.Warning, statement.Statement.Text, allergies[0].Name);
        }
    }

    public static IEnumerable<Finding> Duplicates(Reading reading)
    {
        // What the patient takes already counts as given, unless the plan stops it.
        var stopped = Planned(reading).Where(p => p.Denied).Select(p => p.Drug.Name).ToHashSet(StringComparer.Ordinal);
        var seen = reading.Context.KnownMedications.SelectMany(m => Named(m, reading.Lexicon)).Concat(Given(reading, ReportSection.Medications).Where(t => !t.Denied).Select(t => t.Drug)).Where(d => !stopped.Contains(d.Name)).Select(d => (Drug: d, Dose: "")).ToList();
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

    // A word that ends as the names of a class of medicines do, which nobody said and the lists do not know.
    private static string? Alike(ReadStatement statement)
    {
        foreach (var (token, i) in statement.Own.Tokens.Select((t, i) => (t, i)))
        {
            if (token.Kind != TokenKind.Word || token.Word.Length < 7 || !Stems.Any(s => token.Word.EndsWith(s, StringComparison.Ordinal)) || Lexicon.Drugs.At(statement.Own.Tokens, i, i + 1) is not null) continue;
            var root = token.Word[..^2];
            if (!statement.Cited.Exists(c => c.Speech.Tokens.Exists(t => t.Word.StartsWith(root, StringComparison.Ordinal)))) return token.Word;
        }

        return null;
    }

    // A word that nobody said where the cited speech has its medicine: between the same neighbours, and the statement names none.
    private static string? InPlace(ReadStatement statement, Lexicon lexicon)
    {
        var own = statement.Own.Tokens;
        if (Drugs(statement.Own).Any()) return null;
        foreach (var (_, speech) in statement.Cited)
        {
            foreach (var drug in Drugs(speech))
            {
                var (before, behind) = (drug.At > 0 ? speech.Tokens[drug.At - 1].Word : "", drug.End < speech.Tokens.Count ? speech.Tokens[drug.End].Word : "");
                var at = own.FindIndex(t => t.Kind == TokenKind.Word && t.Word.Length >= 7 && !NotNames.Contains(t.Word) && !statement.Cited.Exists(c => c.Speech.Tokens.Exists(s => s.Word.StartsWith(t.Word[..5], StringComparison.Ordinal))));
                if (at < 0 || lexicon.Clinical.At(own, at, at + 1) is not null) continue;
                var (left, right) = (at > 0 ? own[at - 1].Word : "", at + 1 < own.Count ? own[at + 1].Word : "");
                if ((right == behind && right.Length > 1) || (left == before && left.Length > 1 && right is "." or "")) return own[at].Word;
            }
        }

        return null;
    }

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

    // What the plan names, and whether it stops or forbids it.
    private static IEnumerable<(ReadStatement Statement, DrugFacts Drug, bool Denied)> Planned(Reading reading) => Given(reading, ReportSection.Plan);

    private static IEnumerable<(ReadStatement Statement, DrugFacts Drug, bool Denied)> Given(Reading reading, ReportSection section)
    {
        foreach (var statement in reading.Statements.Where(s => s.Statement.Section == section))
        {
            foreach (var (drug, denied) in GivenIn(statement, reading.Lexicon)) yield return (statement, drug, denied);
        }
    }

    /// <summary>What one statement names, and whether it stops or forbids it.</summary>
    internal static IEnumerable<(DrugFacts Drug, bool Denied)> GivenIn(ReadStatement statement, Lexicon lexicon)
    {
        var tokens = statement.Own.Tokens;
        var denied = Denials.Of(tokens, lexicon);
        foreach (var drug in Drugs(statement.Own))
        {
            if (!IsAllergyTalk(tokens, drug.At)) yield return (drug.Value, denied[drug.At] || IsStopped(tokens, drug.At));
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

    internal static bool IsStopped(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 6; i--)
        {
            if (tokens[i].Word is "continuar" or "seguir" or "continue" or "mantener" or "iniciar" or "empezar" or "start" or "recetar" or "receto" or "tomar") return false;
            if (tokens[i].Word is "suspender" or "suspenda" or "suspendemos" or "dejar" or "deje" or "retirar" or "quitar" or "stop" or "discontinue" or "stopping" or "evite" or "evitar" or "avoid" or "retiramos" or "quitamos" or "dejamos") return true;
        }

        return false;
    }

    // Allergies of the record, of the entities and of the allergy section.
    private static List<DrugFacts> Known(Reading reading)
    {
        var known = new List<DrugFacts>();
        foreach (var name in reading.Context.KnownAllergies) known.AddRange(Named(name, reading.Lexicon));
        foreach (var entity in reading.Draft.Entities.Where(e => e.Kind == EntityKind.Allergy && e.Polarity == Polarity.Affirmed)) known.AddRange(Named(entity.Term ?? entity.Text, reading.Lexicon));
        foreach (var statement in reading.Statements.Where(s => s.Statement is { Section: ReportSection.Allergies, Polarity: not Polarity.Negated }))
            known.AddRange(Affirmed(statement.Own.Tokens, reading.Lexicon));
        return known.Distinct().ToList();
    }

    // The record names substances; one that the lists do not know stands for itself.
    private static List<DrugFacts> Named(string name, Lexicon lexicon)
    {
        var tokens = TokenReader.Read(name);
        var found = Affirmed(tokens, lexicon).ToList();
        return found.Count > 0 || tokens.Count == 0 ? found : [new(tokens[^1].Word, "", 0, 0)];
    }

    private static IEnumerable<DrugFacts> Affirmed(List<Token> tokens, Lexicon lexicon)
    {
        var denied = Denials.Of(tokens, lexicon);
        foreach (var drug in Lexicon.Drugs.Find(tokens, 0, tokens.Count))
        {
            if (!denied[drug.At]) yield return drug.Value;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (!denied[i] && Lexicon.Drugs.At(tokens, i, i + 1) is null && (Group(tokens[i].Word) ?? (i + 1 < tokens.Count ? Group(tokens[i].Word + tokens[i + 1].Word) : null)) is { } group) yield return new(tokens[i].Word, group, 0, 0);
        }
    }

    private static string? Group(string word) => Groups.GetValueOrDefault(word) ?? Groups.GetValueOrDefault(word.TrimEnd('s'));
}
