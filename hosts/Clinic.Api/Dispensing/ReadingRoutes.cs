using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Pharmacy;
using Clinic.Api.Problems;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Pharmacy.Labels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Clinic.Api.Dispensing;

/// <summary>Reading: lists, one dispensation, its logs and its attachments. What the caller may not see is not there.</summary>
internal static class ReadingRoutes
{
    private const string Seen = "dispensation.read";

    public static async Task<Page<ListedDispensation>> ListAsync(
        SiteReading reading, [AsParameters] DispensationFilter filter, [AsParameters] Paged paged, DispensationInquiries inquiries, PatientReadLog reads, CancellationToken ct) =>
        await ListedAsync(reading, await inquiries.ListAsync(reading.X, filter.Query, paged.Request, ct), reads, ct);

    public static async Task<Page<ListedDispensation>> WorkAsync(
        SiteReading reading, Word<WorkKind> kind, [AsParameters] Paged paged, DispensationInquiries inquiries, PatientReadLog reads, CancellationToken ct) =>
        await ListedAsync(reading, await inquiries.WorkAsync(reading.X, kind.Value, paged.Request, ct), reads, ct);

    public static async Task<DispensationSnapshot> FindAsync(
        SiteReading reading, DispensationId dispensation, DispensationInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var found = await SeenAsync(reading, dispensation, inquiries, reads, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    public static async Task<DispensationTrace> TraceAsync(
        SiteReading reading, DispensationId dispensation, DispensationInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var trace = await inquiries.TraceAsync(reading.X, dispensation, ct) ?? throw Unknown(dispensation);
        await reads.NoteAsync(reading.X, Seen, PatientOf(trace.Dispensation.Target), ct);
        ReadVersion.Tell(http, trace.Dispensation.Version);
        return trace;
    }

    public static async Task<ResponsibleResponse> ResponsibleAsync(
        SiteReading reading, DispensationId dispensation, DispensationInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        await SeenAsync(reading, dispensation, inquiries, reads, ct);
        var (mayAuthorise, mayPrepare) = await inquiries.ResponsibleAsync(reading.X, dispensation, ct);
        return new(mayAuthorise, mayPrepare);
    }

    public static async Task<Page<DoseEntry>> DosesAsync(
        SiteReading reading, DispensationId dispensation, [AsParameters] Paged paged, DispensationInquiries inquiries, PatientReadLog reads,
        CancellationToken ct)
    {
        await SeenAsync(reading, dispensation, inquiries, reads, ct);
        return await inquiries.DosesAsync(reading.X, dispensation, paged.Request, ct);
    }

    public static async Task<Page<WasteEntry>> WasteAsync(
        SiteReading reading, DispensationId dispensation, [AsParameters] Paged paged, DispensationInquiries inquiries, PatientReadLog reads,
        CancellationToken ct)
    {
        await SeenAsync(reading, dispensation, inquiries, reads, ct);
        return await inquiries.WastesAsync(reading.X, dispensation, paged.Request, ct);
    }

    public static async Task<FileContentHttpResult> AttachmentAsync(
        SiteReading reading, DispensationId dispensation, AttachmentId attachment, AttachmentViewing viewing, CancellationToken ct)
    {
        var opened = await viewing.OpenAsync(reading.X, new() { Dispensation = dispensation, Attachment = attachment }, ct);
        return TypedResults.Bytes(opened.Bytes.ToArray(), opened.Attachment.MediaType);
    }

    public static async Task<IResult> LabelsAsync(
        SiteReading reading, DispensationId dispensation, Word<LabelSize>? size, DispensingLabels labels, HttpContext http, CancellationToken ct)
    {
        var found = await labels.OfAsync(reading.X, dispensation, ct) ?? throw Unknown(dispensation);
        var language = Languages.Of(http);
        return Printed.Html(http, DispensingLabel.Html(found, size?.Value ?? LabelSize.Medium, language), language);
    }

    // Whoever sees a dispensation sees its patient, and the audit says so before anything is shown.
    private static async Task<Page<ListedDispensation>> ListedAsync(SiteReading reading, Page<Dispensation> page, PatientReadLog reads, CancellationToken ct)
    {
        await reads.NoteAsync(reading.X, "dispensation.listed", page.Items.SelectMany(d => PatientOf(d.Target)), ct);
        return new([.. page.Items.Select(ListedDispensation.Of)], page.Next);
    }

    private static async Task<Dispensation> SeenAsync(
        SiteReading reading, DispensationId dispensation, DispensationInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var found = await inquiries.FindAsync(reading.X, dispensation, ct) ?? throw Unknown(dispensation);
        await reads.NoteAsync(reading.X, Seen, PatientOf(found.Target), ct);
        return found;
    }

    private static PatientId[] PatientOf(DispensationTarget target) => target.Patient is { } patient ? [patient] : [];

    private static DispensingException Unknown(DispensationId dispensation) => new(DispensingRules.DispensationUnknown, ("dispensation", dispensation));
}
