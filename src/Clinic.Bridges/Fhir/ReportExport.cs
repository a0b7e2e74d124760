using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Transcription;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Bridges.Fhir;

/// <summary>Reads clinical reports and consents as FHIR for those who have a part in them; every look is in the audit.</summary>
internal sealed class ReportExport(ReportInquiries reports, SessionInquiries sessions, ConsentDesk consents, PatientReadLog reads, IIdGenerator ids, FhirOptions options)
{
    public async Task<JsonObject?> FindAsync(CommandContext x, FhirType type, string id, DateTimeZone zone, CancellationToken ct)
    {
        if (type == FhirType.Consent) return SessionId.TryParse(id, out var session) ? await ConsentAsync(x, session, zone, ct).ConfigureAwait(false) : null;
        var (report, part) = type == FhirType.Composition ? (ReportId.TryParse(id, out var whole) ? whole : default, null) : Read(id);
        if (report == default || await OpenAsync(x, report, ct).ConfigureAwait(false) is not { } found) return null;
        var resource = type switch
        {
            FhirType.Composition => CompositionMapping.Of(found, zone, options),
            FhirType.DocumentReference => DocumentMapping.Of(found, part!, zone, options),
            _ => ProvenanceMapping.Of(found, part!, zone, options),
        };
        if (resource is not null) await reads.NoteAsync(x, FhirExport.Seen, [found.Patient], ct).ConfigureAwait(false);
        return resource;
    }

    public async Task<FhirBundle> ListAsync(CommandContext x, FhirType type, FhirQuery query, DateTimeZone zone, PageRequest page, CancellationToken ct)
    {
        var (resources, next) = type == FhirType.Consent
            ? await ConsentsAsync(x, query, zone, page, ct).ConfigureAwait(false)
            : await ReportsAsync(x, type, query, zone, page, ct).ConfigureAwait(false);
        await reads.NoteAsync(x, FhirExport.Seen, resources.Select(r => r.Patient), ct).ConfigureAwait(false);
        return new([.. resources.Select(r => r.Resource)], next);
    }

    // Who only sees how far reports are reads no text here either, so only reports of one's own are asked for.
    private async Task<(List<(PatientId Patient, JsonObject Resource)>, string?)> ReportsAsync(
        CommandContext x, FhirType type, FhirQuery query, DateTimeZone zone, PageRequest page, CancellationToken ct)
    {
        var found = await reports.ListAsync(x, new(x.Site) { Participant = x.Actor.Person, Patient = query.Patient }, page, ct).ConfigureAwait(false);
        var resources = new List<(PatientId, JsonObject)>();
        foreach (var summary in found.Items.Where(s => ReportStatuses.Composition(s.Status, isChanged: false) is not null && IsPart(x, s.Physician, s.Assistant)))
        {
            if (await OpenAsync(x, summary.Report, ct).ConfigureAwait(false) is not { } report || (query.Encounter is { } encounter && report.Encounter != encounter)) continue;
            IEnumerable<JsonObject?> all = type switch
            {
                FhirType.Composition => [CompositionMapping.Of(report, zone, options)],
                FhirType.DocumentReference => ReportParts.Of(report).Select(p => DocumentMapping.Of(report, p, zone, options)),
                _ => ReportParts.Of(report).Select(p => ProvenanceMapping.Of(report, p, zone, options)),
            };
            resources.AddRange(all.OfType<JsonObject>().Select(r => (report.Patient, r)));
        }

        return (resources, found.Next);
    }

    private async Task<(List<(PatientId Patient, JsonObject Resource)>, string?)> ConsentsAsync(CommandContext x, FhirQuery query, DateTimeZone zone, PageRequest page, CancellationToken ct)
    {
        var found = await sessions.ListAsync(x, new() { Participant = x.Actor.Person, Patient = query.Patient }, page, ct).ConfigureAwait(false);
        var resources = new List<(PatientId, JsonObject)>();
        foreach (var session in found.Items.Select(v => v.Session).Where(s => IsPart(x, s.Physician, s.Assistant) && (query.Encounter is null || s.Encounter == query.Encounter)))
        {
            if (ConsentMapping.Of(session, await consents.DecisionsAsync(x, session.Id, ct).ConfigureAwait(false), zone, options) is { } resource) resources.Add((session.Patient, resource));
        }

        return (resources, found.Next);
    }

    private async Task<JsonObject?> ConsentAsync(CommandContext x, SessionId id, DateTimeZone zone, CancellationToken ct)
    {
        if ((await sessions.FindAsync(x, id, ct).ConfigureAwait(false))?.Session is not { } session || !IsPart(x, session.Physician, session.Assistant)) return null;
        var resource = ConsentMapping.Of(session, await consents.DecisionsAsync(x, id, ct).ConfigureAwait(false), zone, options);
        if (resource is not null) await reads.NoteAsync(x, FhirExport.Seen, [session.Patient], ct).ConfigureAwait(false);
        return resource;
    }

    // The look at the text is a command of its own, beside the one of the whole page.
    private async Task<ReportSnapshot?> OpenAsync(CommandContext x, ReportId report, CancellationToken ct)
    {
        try
        {
            return (await reports.ReadAsync(x with { Command = ids.Next<CommandId>() }, report, ct).ConfigureAwait(false)).Report;
        }
        catch (TranscriptionException e) when (e.Code is TranscriptionRules.ReportUnknown or TranscriptionRules.NotTheReportsPhysician)
        {
            return null;
        }
    }

    private static bool IsPart(CommandContext x, PersonId physician, PersonId? assistant) =>
        physician == x.Actor.Person || (assistant == x.Actor.Person && x.Actor.HasAny(Role.Assistant));

    private static (ReportId, RecordPart?) Read(string id) =>
        FhirIds.TryRead(id, out var report, out var numbers) && numbers.Length is 1 or 2 ? (new(report), new(numbers[0], numbers.Length == 2 ? numbers[1] : null)) : default;
}
