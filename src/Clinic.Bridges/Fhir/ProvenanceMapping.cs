using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>Who made a version or addendum of a clinical report as Provenance: the physician, the drafter, and the signature.</summary>
public static class ProvenanceMapping
{
    private const string Participants = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

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
        var version = part is { Addendum: null, Version: > ReportParts.Draft } ? report.Versions[part.Version - 1] : null;
        // An addendum is the physician's own; what a drafter wrote is in the versions.
        var drafter = part.Addendum is null ? report.Draft : null;
        return Object(
            ("resourceType", "Provenance"),
            ("id", ReportParts.IdOf(report.Id, part)),
            ("target", List(Reference("DocumentReference", ReportParts.IdOf(report.Id, part)), Reference("Composition", report.Id.Value))),
            ("occurredDateTime", At(ReportParts.At(report, part), zone)),
            ("recorded", At(ReportParts.At(report, part), zone)),
            ("reason", version?.Reason is { } reason ? List(Concept(null, reason)) : null),
            ("activity", Concept(Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", version is { Number: > 1 } ? "UPDATE" : "CREATE"))),
            ("agent", List(
            [
                Agent("author", Reference("Practitioner", report.Physician.Value)),
                drafter is null ? null : Agent("assembler", DeviceOf(drafter, options)),
                .. Suggesting(report, part).Select(person => Agent("enterer", Reference("Practitioner", person.Value))),
            ])),
            ("entity", List(Object(("role", "source"), ("what", Object(("identifier", Object(("system", options.Extension("session")), ("value", report.Session.ToString())))))))),
            ("signature", signature is null ? null : List(SignatureOf(signature, zone, options))));
    }

    // Whose proposals the physician took into this version.
    private static IEnumerable<PersonId> Suggesting(ReportSnapshot report, RecordPart part) => part.Addendum is not null
        ? []
        : report.Edits.Where(e => (e.SignedIn ?? ReportParts.Draft) == part.Version).Select(e => e.SuggestedBy).OfType<PersonId>().Distinct();

    private static JsonObject DeviceOf(DraftSource drafter, FhirOptions options) => Object(
        ("type", "Device"),
        ("identifier", Object(("system", options.Extension("drafter")), ("value", $"{drafter.Drafter}/{drafter.Version}"))),
        ("display", Text(drafter.Model is { } model ? $"{drafter.Drafter} {drafter.Version}, {model}" : $"{drafter.Drafter} {drafter.Version}")));

    private static JsonObject Agent(string type, JsonNode who) => Object(("type", Concept(Coding(Participants, type))), ("who", who));

    private static JsonObject SignatureOf(ReportSignature signature, DateTimeZone zone, FhirOptions options) => Object(
        ("extension", List(
            Object(("url", options.Extension("content-hash")), ("valueString", $"sha256:{signature.ContentHash}")),
            Object(("url", options.Extension("signature-algorithm")), ("valueCode", signature.Algorithm)),
            Object(("url", options.Extension("signature-key")), ("valueString", Text(signature.KeyId))))),
        ("type", List(Coding("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1", "Author's Signature"))),
        ("when", At(signature.At, zone)),
        ("who", Reference("Practitioner", signature.Signer.Value)),
        ("data", signature.Value));
}
