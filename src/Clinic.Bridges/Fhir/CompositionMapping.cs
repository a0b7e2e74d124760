using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A clinical report as it stands as Composition.</summary>
public static class CompositionMapping
{
    private const string ConsultNote = "11488-4";

    /// <summary>The resource, or null while the report has no text, or none any more.</summary>
    /// <param name="report">The report.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject? Of(ReportSnapshot report, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(options);
        if (!ReportParts.HasText(report)) return null;
        var last = report.Versions.Count;
        return Object(
            ("resourceType", "Composition"),
            ("id", report.Id.ToString()),
            ("meta", Object(("versionId", report.Version.ToString(CultureInfo.InvariantCulture)))),
            ("language", report.Language),
            ("identifier", Object(("system", options.Extension("report")), ("value", report.Id.ToString()))),
            ("status", ReportStatuses.Composition(report.Status, last > 1 || report.Addenda.Count > 0)),
            ("type", TypeOf()),
            ("subject", Reference("Patient", report.Patient.Value)),
            ("encounter", report.Encounter is { } encounter ? Reference("Encounter", encounter.Value) : null),
            ("date", At(ReportParts.LastAt(report), zone)),
            ("author", List(Reference("Practitioner", report.Physician.Value))),
            ("title", ReportParts.TitleOf(report)),
            ("attester", List(ReportParts.Of(report).Select(p => ReportParts.SignatureOf(report, p)).OfType<ReportSignature>().Select(s => Object(
                ("mode", "legal"), ("time", At(s.At, zone)), ("party", Reference("Practitioner", s.Signer.Value)))))),
            ("section", List(
            [
                .. ReportParts.Sections(report, last).Select(s => Section(SectionTitles.Of(s.Section, report.Language), ReportSections.CodeOf(s.Section), s.Statements.Select(t => t.Text), report.Language)),
                .. report.Addenda.Select(a => Section(
                    string.Create(CultureInfo.InvariantCulture, $"{(report.Language == "es" ? "Adenda" : "Addendum")} {a.Number}"), ("48767-8", "Annotation comment"), [a.Text], report.Language)),
            ])));
    }

    internal static JsonObject TypeOf() => Concept(Coding(ReportSections.Loinc, ConsultNote, "Consult note"));

    private static JsonObject Section(string title, (string Code, string Display)? code, IEnumerable<string> texts, string language) => Object(
        ("title", title),
        ("code", code is { } c ? Concept(Coding(ReportSections.Loinc, c.Code, c.Display), title) : Concept(null, title)),
        ("text", Object(("status", "additional"), ("div", Narrative(texts, language)))));

    // Text only, every character escaped: what somebody dictated can never become markup.
    private static string Narrative(IEnumerable<string> texts, string language)
    {
        var paragraphs = texts.SelectMany(t => t.Split('\n')).Select(Text).OfType<JsonNode>().Select(t => $"<p>{WebUtility.HtmlEncode(t.GetValue<string>())}</p>");
        return $"<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{language}\" xml:lang=\"{language}\">{string.Concat(paragraphs)}</div>";
    }
}
