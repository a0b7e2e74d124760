using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using NodaTime;

namespace Clinic.Bridges.Fhir;

/// <summary>What the resources of a report share: which parts it has, their ids, and when they came about.</summary>
internal static class ReportParts
{
    /// <summary>The number of a draft, which has no signed version.</summary>
    public const int Draft = 0;

    /// <summary>Every part that is a document: versions first, then addenda; a draft alone while nothing is signed, and nothing without a text.</summary>
    public static IReadOnlyList<RecordPart> Of(ReportSnapshot report)
    {
        if (!HasText(report)) return [];
        if (report.Versions.Count == 0) return [new(Draft, null)];
        return [.. report.Versions.Select(v => new RecordPart(v.Number, null)), .. report.Addenda.Select(a => new RecordPart(a.ToVersion, a.Number))];
    }

    public static bool HasText(ReportSnapshot report) =>
        ReportStatuses.Composition(report.Status, isChanged: false) is not null && (report.Versions.Count > 0 || report.Statements.Count > 0);

    public static string IdOf(ReportId report, RecordPart part) =>
        part.Addendum is { } addendum ? FhirIds.Of(report.Value, part.Version, addendum) : FhirIds.Of(report.Value, part.Version);

    public static ReportSignature? SignatureOf(ReportSnapshot report, RecordPart part) => part switch
    {
        { Addendum: { } addendum } => report.Addenda[addendum - 1].Signature,
        { Version: > Draft } => report.Versions[part.Version - 1].Signature,
        _ => null,
    };

    public static IReadOnlyList<ReportStatement> TextOf(ReportSnapshot report, int version) => version == Draft ? report.Statements : report.Versions[version - 1].Statements;

    /// <summary>Sections with a text, in the order of the template; what the template has lost since comes last.</summary>
    public static IEnumerable<(ReportSection Section, IReadOnlyList<ReportStatement> Statements)> Sections(ReportSnapshot report, int version)
    {
        var text = TextOf(report, version);
        foreach (var section in report.Template.Sections.Select(s => s.Section).Union(text.Select(s => s.Section)))
        {
            var statements = text.Where(s => s.Section == section).ToList();
            if (statements.Count > 0) yield return (section, statements);
        }
    }

    /// <summary>When a part came about: its signature, or the last change of the draft.</summary>
    public static Instant At(ReportSnapshot report, RecordPart part) => SignatureOf(report, part)?.At
        ?? report.Edits.Select(e => e.At).Append(report.Draft?.At ?? report.StartedAt).Max();

    /// <summary>When the text last changed.</summary>
    public static Instant LastAt(ReportSnapshot report) => Of(report).Max(p => At(report, p));

    public static string TitleOf(ReportSnapshot report) => (report.Template.Name == ReportTemplate.Letter.Name, report.Language == "es") switch
    {
        (true, true) => "Carta médica",
        (true, false) => "Medical letter",
        (false, true) => "Informe clínico",
        _ => "Clinical report",
    };
}
