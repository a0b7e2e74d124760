using System.Globalization;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Medicines of a report against those of the patient's earlier signed reports.</summary>
internal static class KnownDrugRules
{
    // A plan that says so changes a dose or begins anew; the beginnings of such words, in Spanish and English.
    private static readonly string[] Changing = ["aument", "subi", "subo", "baj", "reduc", "reduz", "disminu", "ajust", "cambi", "duplic", "increas", "lower", "titrat", "doubl", "adjust", "chang", "decreas", "rais"];
    private static readonly string[] Restarting = ["reinici", "reanud", "retom", "volver", "vuelv", "volve", "restart", "resum"];

    /// <summary>Another dose than the one that was signed: of what the patient takes a warning, of what is ordered a hint.</summary>
    public static IEnumerable<Finding> Doses(Reading reading)
    {
        var known = Known(reading, m => m is { IsStopped: false, Value: not null, Unit: not null });
        if (known.Count == 0) yield break;
        foreach (var statement in Statements(reading).Where(s => !Says(s, Changing)))
        {
            var taken = DrugRules.GivenIn(statement, reading.Lexicon).Where(g => !g.Denied).Select(g => g.Drug.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var (drug, dose) in NumberRules.Pairs(statement.Own).Where(p => taken.Contains(p.Drug)))
            {
                if (!known.TryGetValue(drug, out var before) || dose.Unit is null || IsSame(before, dose)) continue;
                var severity = statement.Statement.Section == ReportSection.Medications ? Severity.Warning : Severity.Info;
                yield return statement.Finding(FindingNames.KnownDose, severity, $"{drug} {NumberRules.Write(dose)}", Text(before));
            }
        }
    }

    /// <summary>A medicine that an earlier report stopped, given or taken as if it had not.</summary>
    public static IEnumerable<Finding> Stopped(Reading reading)
    {
        var known = Known(reading, m => m.IsStopped);
        if (known.Count == 0) yield break;
        foreach (var statement in Statements(reading).Where(s => !Says(s, Restarting)))
        {
            foreach (var (drug, denied) in DrugRules.GivenIn(statement, reading.Lexicon))
            {
                if (!denied && known.TryGetValue(drug.Name, out var before)) yield return statement.Finding(FindingNames.KnownStopped, Severity.Warning, drug.Name, Text(before));
            }
        }
    }

    private static Dictionary<string, KnownMedication> Known(Reading reading, Func<KnownMedication, bool> which)
    {
        var known = new Dictionary<string, KnownMedication>(StringComparer.Ordinal);
        foreach (var medication in reading.Context.EarlierMedications.Where(which))
        {
            var tokens = TokenReader.Read(medication.Substance);
            foreach (var drug in Lexicon.Drugs.Find(tokens, 0, tokens.Count)) known.TryAdd(drug.Value.Name, medication);
        }

        return known;
    }

    private static IEnumerable<ReadStatement> Statements(Reading reading) => reading.Statements.Where(s => s.Statement is { Section: ReportSection.Plan or ReportSection.Medications, Polarity: not Polarity.Negated });

    private static bool Says(ReadStatement statement, string[] beginnings) =>
        statement.Own.Tokens.Exists(t => t.Kind == TokenKind.Word && beginnings.Any(b => t.Word.StartsWith(b, StringComparison.Ordinal)));

    // Where the units do not compare nothing is said.
    private static bool IsSame(KnownMedication known, NumberReader.Found dose)
    {
        if (known.Unit == dose.Unit) return known.Value == dose.Value;
        return NumberRules.Milligrams(known.Value!.Value, known.Unit) is not { } before || NumberRules.Milligrams(dose.Value, dose.Unit) is not { } now || before == now;
    }

    private static string Text(KnownMedication known)
    {
        var dose = known is { Value: { } value, Unit: { } unit } ? string.Create(CultureInfo.InvariantCulture, $" {SpokenNumbers.Digits(value)} {unit}") : "";
        var day = known.SignedOn is { } on ? string.Create(CultureInfo.InvariantCulture, $" ({on:uuuu-MM-dd})") : "";
        return $"{known.Substance}{dose}{day}";
    }
}
