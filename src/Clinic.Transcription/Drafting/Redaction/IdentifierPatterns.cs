using System.Text.RegularExpressions;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>What looks like a name, number or address of a person, whoever it is.</summary>
internal static partial class IdentifierPatterns
{
    public static IEnumerable<IdentifierSpan> In(string text) =>
        Of("EMAIL", Email(), text).Concat(Of("EMAIL", SpokenEmail(), text)).Concat(Of("ID", Document(), text)).Concat(Of("PHONE", Phone(), text)).Concat(Of("PERSON", Titled(), text))
            .Concat(Of("PERSON", Called(), text)).Concat(Of("ADDRESS", Street(), text)).Concat(Of("BIRTH", Birth(), text));

    private static IEnumerable<IdentifierSpan> Of(string kind, Regex pattern, string text)
    {
        foreach (Match match in pattern.Matches(text))
        {
            var group = match.Groups["is"];
            yield return new(kind, group.Index, group.Length);
        }
    }

    [GeneratedRegex(@"(?<is>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?<is>[\w.+-]+(?: (?:punto|guion bajo|guión bajo|gui[oó]n|dot|underscore|dash) [\w-]+)*(?: arroba [\w.-]+(?: punto [\w-]+)*| at [\w-]+(?: dot [\w-]+)+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpokenEmail();

    [GeneratedRegex(@"\b(?:c[eé]dula|dni|pasaporte|passport|curp|rut|nhs number|social security(?: number)?|historia(?: cl[ií]nica)?|medical record(?: number)?)(?: (?:es|is|n[uú]mero|number|:|el|la|de))*[ :]+(?<is>[A-Z]{0,4}\d[\dA-Z .-]{3,18}[\dA-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Document();

    // Seven digits or more in a row, however they are grouped: no dose and no measurement has as many.
    [GeneratedRegex(@"(?<!\d)(?<is>\+?\d(?:[ .-]?\d){6,})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:[Ss]e[ñn]or(?:a|ita)?|[Dd]o[ñn]a?|[Ss]ra?\.|[Dd]octora?|[Dd]ra?\.|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Mm]iss|[Dd]octor) (?<is>\p{Lu}[\p{L}'-]+(?: (?:de |del |la )?\p{Lu}[\p{L}'-]+){0,3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b(?:[Mm]e llamo|[Mm]i nombre es|[Ss]e llama|[Mm]y name is|I'm called|is called) (?<is>\p{Lu}[\p{L}'-]+(?: (?:de |del |la )?\p{Lu}[\p{L}'-]+){0,3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?<is>(?:calle|avenida|av\.|pasaje|carrera|urbanizaci[oó]n|barrio)(?: (?:de|del|la|los|las|el))* [\p{Lu}\d][\p{L}\d'.-]*(?: [\p{Lu}\d][\p{L}\d'.-]*){0,4}|\d{1,5} (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Close))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b(?:nac[ií](?:o|ó|da|do)?(?: el)?|fecha de nacimiento(?: es)?(?: el)?|(?:date of birth|born)(?: is| on)?(?: the)?)[ :,]+(?<is>\d{1,2}(?:st|nd|rd|th)?(?:[/.-]| de | of | )(?:\d{1,2}|\p{L}+)(?:[/.-]| de | del | of |,? )\d{2,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Birth();
}
