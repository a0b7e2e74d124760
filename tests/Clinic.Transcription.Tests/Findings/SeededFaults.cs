using System.Globalization;
using System.Text.RegularExpressions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Tests.Findings;

/// <summary>Drafts with one planted fault each: a changed dose, a flipped negation, a swapped side, another drug.</summary>
internal static partial class SeededFaults
{
    private static readonly string[] SpanishDrugs = ["azitromicina", "losartán", "metformina", "ibuprofeno", "enalapril", "hidroclorotiazida", "paracetamol", "amlodipino", "ramipril", "atorvastatina", "salbutamol", "levotiroxina", "sumatriptán", "ceftriaxona", "enoxaparina", "bisoprolol", "aspirina", "omeprazol", "metamizol", "fluoxetina", "penicilina", "amoxicilina", "naproxeno", "diclofenaco", "dipirona", "buscapina", "insulina"];
    private static readonly string[] EnglishDrugs = ["ibuprofen", "digoxin", "motrin", "miralax", "tylenol", "metformin", "lisinopril", "lasix", "aspirin", "amoxicillin", "prednisone", "naproxen", "insulin", "paracetamol", "microgynon", "benzoyl peroxide", "daypro"];

    public static IEnumerable<(string Kind, int Statement, ReportDraft Draft)> Of(ReportDraft draft, string language)
    {
        var isEnglish = language.StartsWith("en", StringComparison.Ordinal);
        for (var i = 0; i < draft.Statements.Count; i++)
        {
            var text = draft.Statements[i].Text;
            foreach (var changed in Doses(text, language)) yield return ("dose", i, With(draft, i, changed));
            foreach (var changed in Flipped(text, isEnglish)) yield return ("negation", i, With(draft, i, changed));
            if (Sides(text, isEnglish) is { } swapped) yield return ("laterality", i, With(draft, i, swapped));
            foreach (var changed in Drugs(text, isEnglish)) yield return ("drug", i, With(draft, i, changed));
        }
    }

    private static ReportDraft With(ReportDraft draft, int at, string text)
    {
        var statements = draft.Statements.ToList();
        statements[at] = statements[at] with { Text = text };
        return draft with { Statements = statements };
    }

    private static IEnumerable<string> Doses(string text, string language)
    {
        foreach (var number in SpokenNumbers.Read(text, language).Where(n => n.Unit is "mg" or "g" or "mcg" or "ml"))
        {
            foreach (var value in new[] { number.Value * 10, number.Value / 2, number.Value + 5 })
                yield return string.Concat(text.AsSpan(0, number.Start), value.ToString("0.###", CultureInfo.InvariantCulture), text.AsSpan(number.Start + number.Length));
            var unit = number.Unit == "mg" ? "g" : "mg";
            yield return string.Concat(text.AsSpan(0, number.Start + number.Length), " ", unit) + text[number.EndWithUnit..];
        }
    }

    private static IEnumerable<string> Flipped(string text, bool isEnglish)
    {
        var pairs = isEnglish
            ? new[] { ("Denies ", "Reports "), ("Reports ", "Denies "), (" no ", " "), (" not ", " "), (" without ", " with "), ("No ", "") }
            : [("Niega ", "Refiere "), ("Refiere ", "Niega "), (" no ", " "), (" sin ", " con "), ("No ", "")];
        foreach (var (from, to) in pairs)
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            if (from == "No " && text.StartsWith("No no", StringComparison.Ordinal)) yield break;
            if (at < 0 || (!from.StartsWith(' ') && at > 0)) continue;
            yield return string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
            yield break;
        }

        if (isEnglish && text.Contains(" has ", StringComparison.Ordinal)) yield return Once(text, " has ", " does not have ");
        else if (isEnglish && text.Contains(" is ", StringComparison.Ordinal)) yield return Once(text, " is ", " is not ");
        else if (!isEnglish && text.Contains(" tiene ", StringComparison.Ordinal)) yield return Once(text, " tiene ", " no tiene ");
        else if (text.Split(' ').Length >= 2) yield return $"{(isEnglish ? "Denies" : "Niega")} {char.ToLowerInvariant(text[0])}{text[1..]}";
    }

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
    }

    private static string? Sides(string text, bool isEnglish)
    {
        var swapped = isEnglish
            ? EnglishSides().Replace(text, m => m.Value.StartsWith('l') ? "right" + m.Value[4..] : "left" + m.Value[5..])
            : SpanishSides().Replace(text, m => m.Value.StartsWith('i') ? "derech" + m.Value[8..] : "izquierd" + m.Value[6..]);
        return swapped == text ? null : swapped;
    }

    private static IEnumerable<string> Drugs(string text, bool isEnglish)
    {
        var names = isEnglish ? EnglishDrugs : SpanishDrugs;
        for (var i = 0; i < names.Length; i++)
        {
            var at = text.IndexOf(names[i], StringComparison.OrdinalIgnoreCase);
            if (at >= 0) yield return string.Concat(text.AsSpan(0, at), names[(i + 3) % names.Length], text.AsSpan(at + names[i].Length));
        }
    }

    [GeneratedRegex(@"\bizquierd[oa]s?\b|\bderech[oa]s?\b")]
    private static partial Regex SpanishSides();

    [GeneratedRegex(@"\b(left|right) (?=knee|foot|leg|arm|shoulder|hand|finger|hip|ankle|eye|ear|side|calf|index|lower|upper)")]
    private static partial Regex EnglishSides();
}
