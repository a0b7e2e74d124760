using System.Globalization;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Numbers, doses and units against the cited speech.</summary>
internal static class NumberRules
{
    public static IEnumerable<Finding> Numbers(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var said = statement.Cited.SelectMany(c => c.Speech.Values).ToHashSet();
            var times = statement.Cited.SelectMany(c => c.Speech.Numbers.Select(n => (n.Value, Hours: TimeSpans.Hours(c.Speech.Tokens, n)))).ToList();
            var articles = statement.Cited.SelectMany(c => TimeSpans.Articles(c.Speech.Tokens)).ToList();
            var bare = Pairs(statement.Own).Where(p => p.Dose.Unit is null).Select(p => p.Dose.At).ToHashSet();
            foreach (var number in statement.Own.Numbers.Where(n => !UnitWords.IsDose(n.Unit) && !bare.Contains(n.At) && !ReportRules.IsDay(statement, n, reading)))
            {
                if (TimeSpans.Hours(statement.Own.Tokens, number) is { } hours)
                {
                    // The same number of another time was not said; the same time in another number was.
                    if (times.Exists(t => t.Hours is { } h ? TimeSpans.IsSame(h, hours) : t.Value == number.Value) || articles.Exists(a => TimeSpans.IsSame(a, hours))) continue;
                    if (IsInterval(statement.Own, number) && statement.Cited.Exists(c => c.Speech.Numbers.Exists(n => IsTimesADay(c.Speech.Tokens, n) && TimeSpans.IsSame(24 / n.Value, hours)))) continue;
                }
                else if (said.Contains(number.Value) && (number.Second is not { } second || said.Contains(second))) continue;

                // How often a medicine is taken matters as much as how much of it.
                var severity = IsInterval(statement.Own, number) && DrugRules.Drugs(statement.Own).Any() ? Severity.Blocker : Severity.Warning;
                yield return statement.Finding(FindingNames.Number, severity, SpokenNumbers.Digits(number), List(said));
            }
        }
    }

    public static IEnumerable<Finding> Doses(Reading reading)
    {
        foreach (var statement in reading.Statements.Where(s => s.HasEvidence))
        {
            var said = statement.Cited.SelectMany(c => c.Speech.Numbers).ToList();
            foreach (var number in statement.Own.Numbers.Where(n => UnitWords.IsDose(n.Unit)))
            {
                var same = said.Where(s => s.Value == number.Value).ToList();
                if (same.Exists(s => s.Unit == number.Unit) || (same.Count > 0 && same.TrueForAll(s => s.Unit is null))) continue;
                yield return statement.Finding(FindingNames.Dose, Severity.Blocker, Write(number), string.Join(", ", said.Select(Write)));
            }

            foreach (var (drug, dose) in Pairs(statement.Own))
            {
                var others = statement.Cited.SelectMany(c => Pairs(c.Speech).Where(p => p.Drug == drug).SelectMany(p => (IEnumerable<(string Drug, NumberReader.Found Dose)>)(Next(c.Speech, p.Dose) is { } next ? [p, (p.Drug, next)] : [p])).Concat(Others(c.Speech, drug))).ToList();
                // A dose without a unit is a dose all the same.
                if (dose.Unit is null && !said.Exists(s => s.Value == dose.Value))
                {
                    yield return statement.Finding(FindingNames.Dose, Severity.Blocker, $"{drug} {Write(dose)}", string.Join(", ", said.Select(Write)));
                    continue;
                }

                if (others.Count == 0 || others.Exists(p => p.Dose.Value == dose.Value) || !said.Exists(s => s.Value == dose.Value)) continue;
                yield return statement.Finding(FindingNames.Dose, Severity.Blocker, $"{drug} {Write(dose)}", string.Join(", ", others.Select(o => Write(o.Dose))));
            }
        }
    }

    public static IEnumerable<Finding> Units(Reading reading) =>
        from statement in reading.Statements
        from pair in Pairs(statement.Own)
        where pair.Dose.Unit is null
        select statement.Finding(FindingNames.Unit, Severity.Info, $"{pair.Drug} {Write(pair.Dose)}");

    public static IEnumerable<Finding> Ranges(Reading reading)
    {
        foreach (var statement in reading.Statements)
        {
            foreach (var (name, dose, drug, at) in PairsWithFacts(statement.Own))
            {
                if (drug.MostOfDose == 0 || Milligrams(dose) is not { } milligrams) continue;
                var day = Hours(statement.Own, at) is { } hours and > 0 ? milligrams * 24 / hours : 0;
                if (milligrams <= drug.MostOfDose && (day <= drug.MostOfDay || drug.MostOfDay == 0)) continue;
                var severity = milligrams > 3 * drug.MostOfDose ? Severity.Blocker : Severity.Warning;
                yield return statement.Finding(FindingNames.DoseRange, severity, $"{name} {Write(dose)}", string.Create(CultureInfo.InvariantCulture, $"{drug.MostOfDose} mg, {drug.MostOfDay} mg / 24 h"));
            }
        }
    }

    internal static IEnumerable<(string Drug, NumberReader.Found Dose)> Pairs(ReadSpeech speech) => PairsWithFacts(speech).Select(p => (p.Name, p.Dose));

    private static IEnumerable<(string Name, NumberReader.Found Dose, DrugFacts Drug, int At)> PairsWithFacts(ReadSpeech speech)
    {
        var drugs = Lexicon.Drugs.Find(speech.Tokens, 0, speech.Tokens.Count).ToList();
        for (var i = 0; i < drugs.Count; i++)
        {
            var end = i + 1 < drugs.Count ? drugs[i + 1].At : speech.Tokens.Count;
            foreach (var number in speech.Numbers)
            {
                if (!UnitWords.IsCounted(number.Unit) && IsBefore(speech, number, drugs[i].At))
                {
                    yield return (drugs[i].Value.Name, number, drugs[i].Value, drugs[i].End);
                    break;
                }

                if (number.At < drugs[i].End || number.At >= end || number.At - drugs[i].End > 4 || (i + 1 < drugs.Count && IsBefore(speech, number, end))) continue;
                var bare = number.Unit is null && number.At - drugs[i].End <= 1 && (number.At == drugs[i].End || speech.Tokens[drugs[i].End].Word == "de") && !IsTime(speech.Tokens, number.End);
                if (!(UnitWords.IsDose(number.Unit) || bare)) continue;
                yield return (drugs[i].Value.Name, number, drugs[i].Value, number.EndWithUnit);
                break;
            }
        }
    }

    // "diez unidades de insulina", "5 ml of ibuprofen": the dose stands before its medicine.
    private static bool IsBefore(ReadSpeech speech, NumberReader.Found number, int drug) =>
        UnitWords.IsDose(number.Unit) && (number.EndWithUnit == drug || (number.EndWithUnit + 1 == drug && speech.Tokens[number.EndWithUnit].Word is "de" or "of" or "del"));

    // Every dose up to the next medicine: "media tableta de diez miligramos", "diez en la mañana y seis en la noche".
    private static IEnumerable<(string Drug, NumberReader.Found Dose)> Others(ReadSpeech speech, string name)
    {
        var drugs = Lexicon.Drugs.Find(speech.Tokens, 0, speech.Tokens.Count).ToList();
        for (var i = 0; i < drugs.Count; i++)
        {
            if (drugs[i].Value.Name != name) continue;
            var end = i + 1 < drugs.Count ? drugs[i + 1].At : speech.Tokens.Count;
            foreach (var number in speech.Numbers)
            {
                if (IsBefore(speech, number, drugs[i].At) || (number.At >= drugs[i].End && number.At < end && UnitWords.IsDose(number.Unit) && !(i + 1 < drugs.Count && IsBefore(speech, number, end)))) yield return (name, number);
            }
        }
    }

    // "de cincuenta a cien", "from ten to twenty": both are doses of the medicine.
    private static NumberReader.Found? Next(ReadSpeech speech, NumberReader.Found dose)
    {
        if (dose.EndWithUnit >= speech.Tokens.Count || speech.Tokens[dose.EndWithUnit].Word is not ("a" or "to")) return null;
        return speech.Numbers.Find(n => n.At == dose.EndWithUnit + 1) is { EndWithUnit: > 0 } next ? next : null;
    }

    private static bool IsTime(List<Token> tokens, int at) => at < tokens.Count && (tokens[at].Word is "vez" or "veces" or "times" or "%" || (Lexicon.For("es")["time"].At(tokens, at, tokens.Count) ?? Lexicon.For("en")["time"].At(tokens, at, tokens.Count)) is not null);

    private static bool IsInterval(ReadSpeech speech, NumberReader.Found number) => number.At > 0 && (speech.Tokens[number.At - 1].Word is "cada" or "every" or "each");

    private static bool IsTimesADay(List<Token> tokens, NumberReader.Found number) => number.Value > 0 && number.End < tokens.Count && (tokens[number.End].Word is "vez" or "veces" or "times" or "time");

    // "cada 8 horas", "every 6 hours": the hours between two doses.
    private static decimal? Hours(ReadSpeech speech, int from)
    {
        foreach (var number in speech.Numbers)
        {
            if (number.At > from && number.At - from <= 4 && number.End < speech.Tokens.Count && speech.Tokens[number.At - 1].Word is "cada" or "every" && speech.Tokens[number.End].Word is "horas" or "hora" or "hours" or "hour" or "h") return number.Value;
        }

        return null;
    }

    internal static decimal? Milligrams(decimal value, string? unit) => unit switch { "mg" => value, "g" => value * 1000, "mcg" => value / 1000, _ => null };

    private static decimal? Milligrams(NumberReader.Found dose) => Milligrams(dose.Value, dose.Unit);

    internal static string Write(NumberReader.Found number) => number.Unit is null ? SpokenNumbers.Digits(number) : $"{SpokenNumbers.Digits(number)} {number.Unit}";

    private static string List(IEnumerable<decimal> values) => string.Join(", ", values.Order().Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
