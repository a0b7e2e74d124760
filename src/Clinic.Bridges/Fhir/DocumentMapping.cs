using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A version or addendum of a clinical report as DocumentReference; what was signed once keeps its id for good.</summary>
public static class DocumentMapping
{
    /// <summary>The resource of a part, or null where the report has no such part.</summary>
    /// <param name="report">The report.</param>
    /// <param name="part">The part; version 0 is the draft while nothing is signed.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject? Of(ReportSnapshot report, RecordPart part, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(options);
        if (!ReportParts.Of(report).Contains(part)) return null;
        var signature = ReportParts.SignatureOf(report, part);
        var isAddendum = part.Addendum is not null;
        var content = Encoding.UTF8.GetBytes(isAddendum ? report.Addenda[part.Addendum!.Value - 1].Text : TextOf(report, part.Version));
        var at = At(ReportParts.At(report, part), zone);
        return Object(
            ("resourceType", "DocumentReference"),
            ("id", ReportParts.IdOf(report.Id, part)),
            ("masterIdentifier", Object(("system", options.Extension("report-part")), ("value", part.IdempotencyKey(report.Id)))),
            ("identifier", List(RecordIdOf(report, part) is { } record ? Object(("system", options.Extension("record")), ("value", record)) : null)),
            ("status", ReportStatuses.Document(report.Status, isAddendum || part.Version == report.Versions.Count)),
            ("docStatus", ReportStatuses.Content(report.Status, isAddendum ? 1 : part.Version)),
            ("type", CompositionMapping.TypeOf()),
            ("subject", Reference("Patient", report.Patient.Value)),
            ("date", at.DeepClone()),
            ("author", List(Reference("Practitioner", report.Physician.Value))),
            ("authenticator", signature is null ? null : Reference("Practitioner", signature.Signer.Value)),
            ("relatesTo", List(Related(report, part))),
            ("description", ReportParts.TitleOf(report)),
            ("content", List(Object(("attachment", Object(
                ("extension", signature is null ? null : List(Object(("url", options.Extension("content-hash")), ("valueString", $"sha256:{signature.ContentHash}")))),
                ("contentType", "text/plain; charset=utf-8"),
                ("language", report.Language),
                ("data", Convert.ToBase64String(content)),
                ("size", content.Length),
                ("title", ReportParts.TitleOf(report)),
                ("creation", at.DeepClone())))))),
            ("context", report.Encounter is { } encounter ? Object(("encounter", List(Reference("Encounter", encounter.Value)))) : null));
    }

    private static JsonObject? Related(ReportSnapshot report, RecordPart part)
    {
        var (code, target) = part switch
        {
            { Addendum: not null } => ("appends", new RecordPart(part.Version, null)),
            { Version: > 1 } => ("replaces", new RecordPart(part.Version - 1, null)),
            _ => (null, null),
        };
        return target is null ? null : Object(("code", code), ("target", Reference("DocumentReference", ReportParts.IdOf(report.Id, target))));
    }

    private static string? RecordIdOf(ReportSnapshot report, RecordPart part) => part switch
    {
        { Addendum: { } addendum } => report.Addenda[addendum - 1].RecordId,
        { Version: > ReportParts.Draft } => report.Versions[part.Version - 1].RecordId,
        _ => null,
    };

    private static string TextOf(ReportSnapshot report, int version)
    {
        var text = new StringBuilder();
        foreach (var (section, statements) in ReportParts.Sections(report, version))
        {
            text.Append(CultureInfo.InvariantCulture, $"{SectionTitles.Of(section, report.Language)}\n");
            foreach (var statement in statements) text.Append(CultureInfo.InvariantCulture, $"{statement.Text}\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
