using System.Globalization;

namespace Clinic.Transcription.Findings;

/// <summary>A dose that was reckoned by weight, against the weight and the milligrams per kilo that were said.</summary>
internal static class WeightRule
{
    private const decimal Pound = 0.4536m;
    private const decimal Tolerance = 0.1m;

    public static IEnumerable<Finding> Check(Reading reading)
    {
        var speeches = reading.Visit.Where(u => !u.IsExcluded).Select(u => new ReadSpeech(u.Tokens, u.Numbers)).ToList();
        var weights = speeches.SelectMany(Weights).Distinct().ToList();
        // Two weights, of two people or days, decide nothing.
        if (weights.Count != 1) yield break;
        var perKilo = speeches.SelectMany(PerKilo).ToList();
        foreach (var statement in reading.Statements)
        {
            foreach (var (drug, dose) in NumberRules.Pairs(statement.Own))
            {
                if (NumberRules.Milligrams(dose.Value, dose.Unit) is not { } given) continue;
                var rates = perKilo.Where(p => p.Drug == drug).ToList();
                var expected = rates.SelectMany(r => Expected(r.Rate * weights[0], r.IsOfDay, statement)).ToList();
                if (expected.Count == 0 || expected.Exists(e => Math.Abs(e - given) <= e * Tolerance)) continue;
                yield return statement.Finding(FindingNames.WeightDose, Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{drug} {given:0.##} mg"), string.Create(CultureInfo.InvariantCulture, $"{rates[0].Rate:0.##} mg/kg x {weights[0]:0.##} kg = {expected[0]:0.##} mg"));
            }
        }
    }

    // "mg/kg/día" is parted by the doses of a day, where the statement says them.
    private static IEnumerable<decimal> Expected(decimal milligrams, bool isOfDay, ReadStatement statement)
    {
        if (!isOfDay) return [milligrams];
        var hours = RegimenReader.Read(statement.Own).Where(i => i.Kind == RegimenKind.Every && i.Low is > 0 and <= 24).Select(i => i.Low).ToList();
        return hours.Select(h => milligrams * h / 24);
    }

    private static IEnumerable<decimal> Weights(ReadSpeech speech)
    {
        foreach (var number in speech.Numbers.Where(n => n.Second is null && n.Value > 0))
        {
            var unit = number.Unit switch { "kg" => 1, "lb" => Pound, _ => 0 };
            if (unit > 0 && Enumerable.Range(Math.Max(0, number.At - 4), Math.Min(4, number.At)).Any(i => speech.Tokens[i].Word is "pesa" or "peso" or "pesando" or "weighs" or "weight" or "weighing")) yield return number.Value * unit;
        }
    }

    private static IEnumerable<(string Drug, decimal Rate, bool IsOfDay)> PerKilo(ReadSpeech speech)
    {
        var drugs = DrugRules.Drugs(speech).ToList();
        foreach (var number in speech.Numbers.Where(n => n.Unit is "mg/kg" or "mcg/kg"))
        {
            var drug = drugs.FindLast(d => d.At < number.At);
            if (drug.Length == 0) drug = drugs.Find(d => d.At >= number.EndWithUnit);
            if (drug.Length == 0) continue;
            var isOfDay = Enumerable.Range(number.EndWithUnit, Math.Max(0, Math.Min(2, speech.Tokens.Count - number.EndWithUnit))).Any(i => speech.Tokens[i].Word is "dia" or "day" or "diarios" or "daily");
            yield return (drug.Value.Name, number.Unit == "mg/kg" ? number.Value : number.Value / 1000, isOfDay);
        }
    }
}
