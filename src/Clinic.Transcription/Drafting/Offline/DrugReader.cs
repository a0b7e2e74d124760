using System.Collections.Frozen;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Reads medicines with dose, frequency, period and route; in talk of allergies they are what the patient must not get.</summary>
internal static class DrugReader
{
    private static readonly FrozenSet<string> Times = "vez,veces,time,times".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Spans = "hora,horas,dia,dias,semana,semanas,mes,meses,hour,hours,day,days,week,weeks,month,months".Split(',').ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[][] Fixed = Phrases("una vez al dia,dos veces al dia,tres veces al dia,cuatro veces al dia,una vez por semana,al dia,diario,diaria,por la noche,por la manana,en la manana,en la noche,antes de dormir,con las comidas,en ayunas,once a day,twice a day,once daily,twice daily,three times a day,four times a day,a day,daily,at bedtime,at night,in the morning,as needed,with food,with meals,weekly");
    private static readonly string[][] Routes = Phrases("via oral,por boca,por via oral,oral,intramuscular,intravenoso,intravenosa,subcutaneo,subcutanea,inhalado,inhalada,topico,topica,sublingual,rectal,vaginal,by mouth,orally,intravenous,intramuscularly,topically,inhaled,subcutaneous");

    public static IEnumerable<ClinicalEntity> Read(Unit unit, bool[] denied, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        var drugs = Lexicon.Drugs.Find(tokens, unit.From, unit.To).ToList();
        for (var i = 0; i < drugs.Count; i++)
        {
            var drug = drugs[i];
            var end = i + 1 < drugs.Count ? drugs[i + 1].At : unit.To;
            if (IsAllergy(unit, drug.At))
            {
                yield return EntityReader.Entity(EntityKind.Allergy, unit.Of, drug.At, drug.End, denied[drug.At - unit.From] ? Polarity.Negated : Polarity.Affirmed) with { Term = drug.Value.Name };
                continue;
            }

            var dose = Dose(unit, drug.At, drug.End, end, i == 0 ? unit.From : drugs[i - 1].End);
            var stop = dose is { } d ? Math.Max(drug.End, d.EndWithUnit) : drug.End;
            yield return EntityReader.Entity(EntityKind.Drug, unit.Of, Math.Min(drug.At, dose?.At ?? drug.At), stop, denied[drug.At - unit.From] ? Polarity.Negated : Polarity.Affirmed) with
            {
                Term = drug.Value.Name,
                Value = dose?.Value,
                Unit = dose?.Unit,
                Frequency = Frequency(unit.Of, drug.End, end),
                Period = Period(unit.Of, drug.End, end),
                Route = Phrase(unit.Of, drug.End, end, Routes),
            };
        }
    }

    // "soy alérgica a la penicilina": behind the word, within the clause.
    private static bool IsAllergy(Unit unit, int at)
    {
        for (var i = at - 1; i >= unit.From && i >= at - 7; i--)
        {
            if (unit.Of.Tokens[i].IsSentenceEnd || unit.Of.Tokens[i].Word is "recetar" or "tomar" or "tomo" or "taking" or "take") return false;
            if (unit.Of.Tokens[i].Word.StartsWith("alergi", StringComparison.Ordinal) || unit.Of.Tokens[i].Word.StartsWith("allerg", StringComparison.Ordinal)) return true;
        }

        return unit.Section == ReportSection.Allergies && !unit.Of.IsPhysician;
    }

    private static NumberReader.Found? Dose(Unit unit, int at, int behind, int end, int before)
    {
        foreach (var number in unit.Of.Numbers)
        {
            if (number.At >= behind && number.At < end && number.At - behind <= 6 && number.End <= unit.To && (UnitWords.IsDose(number.Unit) || IsBareDose(unit, number, behind))) return number;
            if (number.EndWithUnit <= at && number.At >= before && at - number.EndWithUnit <= 2 && UnitWords.IsDose(number.Unit) && (at == number.EndWithUnit || unit.Of.Tokens[number.EndWithUnit].Word is "of" or "de")) return number;
        }

        return null;
    }

    // "hidroclorotiazida de veinticinco": a number right behind the name, not a span of time.
    private static bool IsBareDose(Unit unit, NumberReader.Found number, int behind) =>
        number.Unit is null && number.At - behind <= 1 && (number.At == behind || unit.Of.Tokens[behind].Word == "de") && !(number.End < unit.To && (Spans.Contains(unit.Of.Tokens[number.End].Word) || Times.Contains(unit.Of.Tokens[number.End].Word)));

    private static string? Frequency(Utterance of, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (of.Tokens[i].Word is not ("cada" or "every" or "each")) continue;
            for (var k = i + 1; k < to && k <= i + 5; k++)
            {
                if (Spans.Contains(of.Tokens[k].Word)) return Said(of, i, k + 1);
            }
        }

        foreach (var number in of.Numbers)
        {
            if (number.At >= from && number.End < to && Times.Contains(of.Tokens[number.End].Word)) return Said(of, number.At, Math.Min(to, number.End + 3));
        }

        return Phrase(of, from, to, Fixed);
    }

    private static string? Period(Utterance of, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (of.Tokens[i].Word is not ("por" or "durante" or "for")) continue;
            for (var k = i + 1; k < to && k <= i + 4; k++)
            {
                if (Spans.Contains(of.Tokens[k].Word)) return Said(of, i + 1, k + 1);
            }
        }

        return null;
    }

    private static string? Phrase(Utterance of, int from, int to, string[][] phrases)
    {
        for (var i = from; i < to; i++)
        {
            foreach (var phrase in phrases)
            {
                if (i + phrase.Length <= to && phrase.Select((w, k) => of.Tokens[i + k].Word == w).All(same => same)) return Said(of, i, i + phrase.Length);
            }
        }

        return null;
    }

    private static string Said(Utterance of, int from, int to) => SpokenNumbers.ToDigits(of.Text[of.Tokens[from].Start..of.Tokens[to - 1].End], of.Language);

    private static string[][] Phrases(string text) => text.Split(',').Select(p => p.Split(' ')).ToArray();
}
