using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Rights;

namespace Clinic.Api.Transcription;

/// <summary>Reports of visits: drafted, read against what was said, signed, filed and amended.</summary>
internal static class ClinicalReportRoutes
{
    private const string Reports = "/transcription/reports";
    private const string One = "/transcription/reports/{report}";

    public static void MapClinicalReports(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions)];
        var r = api.MapGroup("").WithTags("Reports of visits");
        r.Read(Reports, "Lists reports of visits, last begun first, without a word of them; every look is in the audit.", ListAsync, readers);
        r.Read(One, "Reads a report with its evidence, findings and signatures; every look is in the audit.", ReadAsync, readers);
        r.Read($"{Reports}/figures", "How reviews went in a period, by drafter: time to sign, edits by section, completeness; numbers only.", FiguresAsync, readers);
        r.Read($"{One}/history", "Every edit, signed version and addendum of a report; every look is in the audit.", HistoryAsync, readers);
        r.Act(Reports, "Begins the report of a visit, drafted by a program or written by hand.", TranscriptionAct.ReviewReport, BeginAsync);
        r.Act($"{One}/edit", "Changes statements of a report before it is signed.", TranscriptionAct.ReviewReport, EditAsync);
        r.Act($"{One}/suggestions", "Suggests changes to a report for its physician to decide.", TranscriptionAct.SuggestEdits, SuggestAsync);
        r.Act($"{One}/suggestions/{{number}}/decide", "Takes a suggested change or leaves it.", TranscriptionAct.ReviewReport, DecideAsync);
        r.Act($"{One}/findings/{{finding}}/override", "Lets a statement stand against a finding, with the physician's words.", TranscriptionAct.ReviewReport, OverrideAsync);
        r.Act($"{One}/sign", "Signs a report; what was read is what is signed.", TranscriptionAct.SignReport, SignAsync);
        r.Act($"{One}/reject", "Rejects a draft, for a reason.", TranscriptionAct.ReviewReport, RejectAsync);
        r.Act($"{One}/ask-drafter", "Asks a program for another draft.", TranscriptionAct.ReviewReport, AskAsync);
        r.Act($"{One}/write", "Lets the physician write a report without a draft.", TranscriptionAct.ReviewReport, WriteAsync);
        r.Act($"{One}/amend", "Signs another version of a signed report; the ones before stay.", TranscriptionAct.SignReport, AmendAsync);
        r.Act($"{One}/addenda", "Signs an addendum to a signed report.", TranscriptionAct.SignReport, AddAsync);
        r.Act($"{One}/file", "Files what is signed into the record now.", TranscriptionAct.ReviewReport, FileAsync);
        r.Act($"{One}/entered-in-error", "Declares a signed report entered in error.", TranscriptionAct.VoidReport, EnterInErrorAsync);
    }

    private static async Task<Page<ReportSummary>> ListAsync(
        SiteReading reading, [AsParameters] ReportFilter filter, [AsParameters] Paged paged, ReportInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var page = await inquiries.ListAsync(reading.X, filter.Query(reading.X.Site), paged.Request, ct);
        await reads.NoteAsync(reading.X, "report.listed", page.Items.Select(s => s.Patient), ct);
        return page;
    }

    private static async Task<ReportView> ReadAsync(SiteReading reading, ReportId report, ReportInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.ReadAsync(reading.X, report, ct);
        ReadVersion.Tell(http, found.Report.Version);
        return found;
    }

    private static Task<IReadOnlyList<ReviewFigures>> FiguresAsync(SiteReading reading, [AsParameters] ReportFilter filter, ReportInquiries inquiries, CancellationToken ct) =>
        inquiries.MeasureAsync(reading.X, filter.Query(reading.X.Site), ct);

    private static async Task<ReportHistoryResponse> HistoryAsync(SiteReading reading, ReportId report, ReportInquiries inquiries, CancellationToken ct) =>
        ReportHistoryResponse.Of(await inquiries.ReadAsync(reading.X, report, ct));

    private static Task<ReportAnswer> BeginAsync(SiteCommand command, Body<BeginReportRequest> body, ReportDesk desk, ReportWork work, CancellationToken ct)
    {
        var b = body.Value;
        return DraftedAsync(command, desk.BeginAsync(command.X, new() { Session = b.Session, IsManual = b.IsManual, Drafter = b.Drafter, Template = b.Template }, ct), work, ct);
    }

    // The report is begun whatever comes of the draft: whoever asks should not wait for the job where rules draft in milliseconds.
    private static async Task<ReportAnswer> DraftedAsync(SiteCommand command, Task<ReportAnswer> begun, ReportWork work, CancellationToken ct)
    {
        var answer = await begun;
        await work.DraftNowAsync(command.X.Tenant, answer.Report, ct);
        return answer;
    }

    private static Task<ReportAnswer> EditAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReportChangesRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new EditReport { Report = report, Version = read.Or(body.Value.Version), Changes = StatementChangeRequest.All(body.Value.Changes) }, ct);

    private static Task<ReportAnswer> SuggestAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReportChangesRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new SuggestEdits { Report = report, Version = read.OrAny(body.Value.Version), Changes = StatementChangeRequest.All(body.Value.Changes) }, ct);

    private static Task<ReportAnswer> DecideAsync(SiteCommand command, ReportId report, int number, ReadVersion read, Body<DecideSuggestionRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new DecideSuggestion { Report = report, Version = read.Or(body.Value.Version), Suggestion = number, Take = body.Value.Take }, ct);

    private static Task<ReportAnswer> OverrideAsync(SiteCommand command, ReportId report, string finding, ReadVersion read, Body<OverrideFindingRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new OverrideFinding { Report = report, Version = read.OrAny(body.Value.Version), Finding = finding, Words = body.Value.Words }, ct);

    private static Task<ReportAnswer> SignAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReportStepRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new SignReport { Report = report, Version = read.Or(body.Value.Version) }, ct);

    private static Task<ReportAnswer> RejectAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReasonedReportRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new RejectReport { Report = report, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<ReportAnswer> AskAsync(SiteCommand command, ReportId report, ReadVersion read, Body<AskDrafterRequest> body, ReportDesk desk, ReportWork work, CancellationToken ct) =>
        DraftedAsync(command, desk.RunAsync(command.X, new AskDrafter { Report = report, Version = read.OrAny(body.Value.Version), Drafter = body.Value.Drafter }, ct), work, ct);

    private static Task<ReportAnswer> WriteAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReportStepRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new WriteReport { Report = report, Version = read.OrAny(body.Value.Version) }, ct);

    private static Task<ReportAnswer> AmendAsync(SiteCommand command, ReportId report, ReadVersion read, Body<AmendReportRequest> body, ReportDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RunAsync(
            command.X,
            new AmendReport
            {
                Report = report,
                Version = read.Or(b.Version),
                Kind = b.Kind,
                Reason = b.Reason,
                Changes = StatementChangeRequest.All(b.Changes),
                Overrides = b.Overrides ?? new Dictionary<string, string>(),
            }, ct);
    }

    private static Task<ReportAnswer> AddAsync(SiteCommand command, ReportId report, ReadVersion read, Body<AddAddendumRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(
            command.X,
            new AddAddendum { Report = report, Version = read.Or(body.Value.Version), Text = body.Value.Text, Overrides = body.Value.Overrides ?? new Dictionary<string, string>() }, ct);

    private static Task<ReportAnswer> FileAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReportStepRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new FileReport { Report = report, Version = read.OrAny(body.Value.Version) }, ct);

    private static Task<ReportAnswer> EnterInErrorAsync(SiteCommand command, ReportId report, ReadVersion read, Body<ReasonedReportRequest> body, ReportDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new EnterReportInError { Report = report, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);
}
