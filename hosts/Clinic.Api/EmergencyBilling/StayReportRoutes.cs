using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Reports.Csv;
using Clinic.EmergencyBilling.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Reports of stays as JSON, CSV or for Excel. They name stays and visits, never patients.</summary>
internal static class StayReportRoutes
{
    public static void MapStayReports(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. EmergencyRights.RolesFor(EmergencyAct.ReadReports)];
        var r = api.MapGroup("").WithTags("Emergency reports");
        r.Read("/emergency/reports/charges", "What stays that ended in a period were charged, who closed and corrected them, with sums.", ChargesAsync, readers);
        r.Read("/emergency/reports/open-stays", "The stays whose clock runs or stands still, with what they cost as of now.", OpenAsync, readers);
        r.Read("/emergency/reports/changes", "Who changed times of stays and prices of tariffs, when and why, before and after.", ChangesAsync, readers);
    }

    private static async Task<IResult> ChargesAsync(
        SiteReading reading, Day from, Day through, [AsParameters] StayReportFormat format, [AsParameters] Paged paged, StayReports reports, CancellationToken ct)
    {
        async Task<ChargeReport> PartAsync(PageRequest page) => await reports.ChargesAsync(reading.X, from.Value, through.Value, page, ct);
        var style = format.Style;
        var first = await PartAsync(style is null ? paged.Request : new PageRequest(PageRequest.LargestSize));
        var sums = await reports.ChargeSumsAsync(reading.X, from.Value, through.Value, ct);
        return style is null
            ? TypedResults.Ok(new ChargeReportResponse(from.Value, through.Value, first.Page.Items, sums, Sealed(paged, first.Page.Next)))
            : File("charges", style, to => StayReportTables.WriteChargesAsync(
                to, RowsAsync(first.Page, async page => (await PartAsync(page)).Page), sums, style, first.Period.Zone, ct));
    }

    private static async Task<IResult> OpenAsync(
        SiteReading reading, [AsParameters] StayReportFormat format, [AsParameters] Paged paged, StayReports reports, CancellationToken ct)
    {
        var style = format.Style;
        var first = await reports.OpenAsync(reading.X, style is null ? paged.Request : new PageRequest(PageRequest.LargestSize), null, ct);
        return style is null
            ? TypedResults.Ok(new OpenStayReportResponse(first.AsOf, first.Page.Items, Sealed(paged, first.Page.Next)))
            : File("open-stays", style, to => StayReportTables.WriteOpenAsync(
                to, RowsAsync(first.Page, async page => (await reports.OpenAsync(reading.X, page, first.AsOf, ct)).Page), style, first.Zone, ct));
    }

    private static async Task<IResult> ChangesAsync(
        SiteReading reading, Day? from, Day? through, [AsParameters] ChangeFilter filter, [AsParameters] StayReportFormat format, [AsParameters] Paged paged,
        StayReports reports, CancellationToken ct)
    {
        async Task<ChangeReport> PartAsync(PageRequest page) => await reports.ChangesAsync(reading.X, from?.Value, through?.Value, filter.Query, page, ct);
        var style = format.Style;
        var first = await PartAsync(style is null ? paged.Request : new PageRequest(PageRequest.LargestSize));
        return style is null
            ? TypedResults.Ok(new Page<ChangeRow>(first.Page.Items, Sealed(paged, first.Page.Next)))
            : File("changes", style, to => StayReportTables.WriteChangesAsync(to, RowsAsync(first.Page, async page => (await PartAsync(page)).Page), style, first.Zone, ct));
    }

    private static async IAsyncEnumerable<TRow> RowsAsync<TRow>(Page<TRow> part, Func<PageRequest, Task<Page<TRow>>> read)
    {
        while (true)
        {
            foreach (var row in part.Items) yield return row;
            if (part.Next is null) yield break;
            part = await read(new PageRequest(PageRequest.LargestSize, part.Next));
        }
    }

    private static string? Sealed(Paged paged, string? next) => next is { } mark ? PageMarks.Seal(paged.Http, mark) : null;

    // The body goes out while it is written; nothing of it waits in memory.
    private static PushStreamHttpResult File(string name, StayCsvStyle style, Func<Stream, Task> write) =>
        TypedResults.Stream(write, "text/csv; charset=utf-8", $"{name}-{style.Language}.csv");
}
