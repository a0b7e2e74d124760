using System.Net.Mime;
using System.Text;
using Clinic.Api.Binding;
using Clinic.Api.Pharmacy;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Transcription;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Reports.Printing;
using Clinic.Transcription.Rights;

namespace Clinic.Api.Transcription;

/// <summary>Clinical reports on paper, for those who have a part in them.</summary>
internal static class ReportPaperRoutes
{
    public static void MapReportPaper(this IEndpointRouteBuilder api)
    {
        Abstractions.Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadTranscripts)];
        var r = api.MapGroup("").WithTags("Clinical reports");
        r.Read("/transcription/reports/{report}/page", "A report ready to print on A4, in es or en; the look is in the audit.", PageAsync, readers);
        r.Read("/transcription/reports/{report}/text", "A report as text of 42 columns; the look is in the audit.", TextAsync, readers);
    }

    private static async Task<IResult> PageAsync(SiteReading reading, ReportId report, string? lang, ReportPaper paper, HttpContext http, CancellationToken ct)
    {
        var language = Language(lang, http);
        return Printed.Html(http, await paper.PageAsync(reading.X, report, language, ct), language);
    }

    private static async Task<IResult> TextAsync(SiteReading reading, ReportId report, string? lang, ReportPaper paper, HttpContext http, CancellationToken ct) =>
        TypedResults.Content(await paper.TextAsync(reading.X, report, Language(lang, http), ct), MediaTypeNames.Text.Plain, Encoding.UTF8);

    private static string Language(string? lang, HttpContext http) => lang switch
    {
        null => Languages.Of(http),
        "es" or "en" => lang,
        _ => throw new TranscriptionException(TranscriptionRules.FieldInvalid, ("field", "lang"), ("found", lang), ("allowed", "es, en")),
    };
}
