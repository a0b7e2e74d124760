using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Labels;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Reports.Csv;
using Clinic.Pharmacy.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>Reports as JSON, CSV or for Excel, and labels; all of them read only.</summary>
internal static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        Role[] costs = [.. PharmacyRights.RolesFor(ReadCosts)];
        Role[] people = [.. PharmacyRights.RolesFor(ReadReports)];
        var r = api.MapGroup("").WithTags("Reports");
        r.Read("/reports/kardex", "The valued kardex of a product: opening, every movement, closing.", KardexAsync, costs);
        r.Read("/reports/stock-value", "What lay where at the end of a day, at the cost of each lot.", StockValueAsync, costs);
        r.Read("/reports/cost-of-goods", "Cost of goods by product and department, with the conservation of value.", CostOfGoodsAsync, costs);
        r.Read("/reports/margins", "What sales left over the cost of their lots, by product, segment, department or month.", MarginsAsync, costs);
        r.Read("/reports/invoices", "Invoices and credit notes by segment, kind and state.", InvoicesAsync, people);
        r.Read("/reports/reconciliation", "Sales against ledger and documents; only differences are listed.", ReconciliationAsync, people);
        r.Read("/reports/kpis", "Turnover, days of stock, fill rate, waste rate and discrepancy rate.", KpisAsync, people);
        r.Read("/reports/suggested-purchases", "What to buy so that stock lasts, by consumption corrected for days without stock.", SuggestedPurchasesAsync, people);
        r.Read("/lots/{lot}/label", "The label of a lot, ready for the printer, with its GS1 DataMatrix text.", LabelAsync);
    }

    private static async Task<IResult> KardexAsync(
        SiteReading reading, string presentation, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, StockReports reports, CancellationToken ct)
    {
        var x = reading.X;
        Task<KardexReport> Part(PageRequest page) => reports.KardexAsync(x.Tenant, x.Actor, x.Site, presentation, from.Value, through.Value, page, ct);
        var style = format.Style;
        var first = await Part(style is null ? paged.Request : new PageRequest(PageRequest.LargestSize));
        if (style is null)
        {
            return TypedResults.Ok(new KardexResponse(
                from.Value, through.Value, first.Product, first.Opening, first.OpeningValues, first.Rows, first.Closing, first.ClosingValues,
                first.Next is { } mark ? PageMarks.Seal(paged.Http, mark) : null));
        }

        return File("kardex", style, to => ReportTables.Kardex.WriteAsync(to, RowsAsync(first), style, first.Period.Zone, ct));

        async IAsyncEnumerable<KardexRow> RowsAsync(KardexReport part)
        {
            while (true)
            {
                foreach (var row in part.Rows) yield return row;
                if (part.Next is null) yield break;
                part = await Part(new PageRequest(PageRequest.LargestSize, part.Next));
            }
        }
    }

    private static async Task<IResult> StockValueAsync(
        SiteReading reading, Day? asOf, [AsParameters] ReportFormat format, [AsParameters] Paged paged, StockReports reports, CancellationToken ct) =>
        Answer("stock-value", ReportTables.StockValue, await reports.StockValueAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, asOf?.Value, ct), format, paged, ct);

    private static async Task<IResult> CostOfGoodsAsync(
        SiteReading reading, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, StockReports reports, CancellationToken ct)
    {
        var report = await reports.CostOfGoodsAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, from.Value, through.Value, ct);
        if (format.Style is { } style) return File("cost-of-goods", style, to => ReportTables.CostOfGoods.WriteAsync(to, report.Rows, style, report.Period.Zone, ct));
        var page = Slice(paged, report.Rows);
        return TypedResults.Ok(new CostOfGoodsResponse(from.Value, through.Value, page.Items, report.Flows, page.Next));
    }

    private static async Task<IResult> MarginsAsync(
        SiteReading reading, Day from, Day through, string? by, [AsParameters] ReportFormat format, [AsParameters] Paged paged, SalesReports reports, CancellationToken ct) =>
        Answer("margins", ReportTables.Margins, await reports.MarginsAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, from.Value, through.Value, By(by), ct), format, paged, ct);

    private static async Task<IResult> InvoicesAsync(
        SiteReading reading, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, SalesReports reports, CancellationToken ct) =>
        Answer("invoices", ReportTables.Invoices, await reports.InvoicesAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, from.Value, through.Value, ct), format, paged, ct);

    private static async Task<IResult> ReconciliationAsync(
        SiteReading reading, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, SalesReports reports, CancellationToken ct)
    {
        var x = reading.X;
        Task<ReconciliationReport> Part(PageRequest page) => reports.ReconcileAsync(x.Tenant, x.Actor, x.Site, from.Value, through.Value, page, ct);
        var style = format.Style;
        var first = await Part(style is null ? paged.Request : new PageRequest(PageRequest.LargestSize));
        if (style is null)
        {
            return TypedResults.Ok(new ReconciliationResponse(
                from.Value, through.Value, first.Compared, first.Rows, first.Ledger, first.Next is { } mark ? PageMarks.Seal(paged.Http, mark) : null));
        }

        return File("reconciliation", style, to => ReportTables.Reconciliation.WriteAsync(to, RowsAsync(first), style, first.Period.Zone, ct));

        async IAsyncEnumerable<SaleDifference> RowsAsync(ReconciliationReport part)
        {
            while (true)
            {
                foreach (var row in part.Rows) yield return row;
                if (part.Next is null) yield break;
                part = await Part(new PageRequest(PageRequest.LargestSize, part.Next));
            }
        }
    }

    private static async Task<IResult> KpisAsync(
        SiteReading reading, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, StockReports reports, CancellationToken ct) =>
        Answer("kpis", ReportTables.Kpis, await reports.KpisAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, from.Value, through.Value, ct), format, paged, ct);

    private static async Task<IResult> SuggestedPurchasesAsync(
        SiteReading reading, Day from, Day through, [AsParameters] ReportFormat format, [AsParameters] Paged paged, StockReports reports, CancellationToken ct) =>
        Answer(
            "suggested-purchases", ReportTables.SuggestedPurchases,
            await reports.SuggestedPurchasesAsync(reading.X.Tenant, reading.X.Actor, reading.X.Site, from.Value, through.Value, ct), format, paged, ct);

    private static async Task<IResult> LabelAsync(
        Caller caller, LotId lot, Word<LabelSize>? size, string? format, string? lang, HttpContext http, LotLabels labels, CancellationToken ct)
    {
        var label = await labels.FindAsync(caller.Tenant, lot, ct);
        return OneOf("format", format ?? "html", "html", "json") == "json"
            ? TypedResults.Ok(label)
            : Printed.Html(http, label.Html(size?.Value ?? LabelSize.Medium, OneOf("lang", lang ?? Languages.Of(http), "es", "en")), OneOf("lang", lang ?? Languages.Of(http), "es", "en"));
    }

    private static IResult Answer<TRow>(string name, ReportTable<TRow> table, Report<TRow> report, ReportFormat format, Paged paged, CancellationToken ct)
    {
        if (format.Style is { } style) return File(name, style, to => table.WriteAsync(to, report.Rows, style, report.Period.Zone, ct));
        var page = Slice(paged, report.Rows);
        return TypedResults.Ok(new ReportResponse<TRow>(report.Period.From, report.Period.Through, page.Items, report.Totals, page.Next));
    }

    // The body goes out while it is written; nothing of it waits in memory.
    private static PushStreamHttpResult File(string name, CsvStyle style, Func<Stream, Task> write) =>
        TypedResults.Stream(write, "text/csv; charset=utf-8", $"{name}-{style.Language}.csv");

    // Rows are in a fixed order, so a place in it names where the next part begins.
    private static Page<TRow> Slice<TRow>(Paged paged, IReadOnlyList<TRow> rows)
    {
        var page = paged.Slice([.. rows.Select((row, i) => (Row: row, Mark: i.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)))], r => r.Mark);
        return new([.. page.Items.Select(r => r.Row)], page.Next is { } mark ? PageMarks.Seal(paged.Http, mark) : null);
    }

    private static MarginBy By(string? text)
    {
        var by = MarginBy.None;
        foreach (var word in (text ?? "product").Split(','))
        {
            by |= word switch
            {
                "product" => MarginBy.Product,
                "segment" => MarginBy.Segment,
                "department" => MarginBy.Department,
                "month" => MarginBy.Month,
                _ => throw new PharmacyException(PharmacyRules.FieldInvalid, ("field", "by"), ("found", word), ("allowed", "product, segment, department, month")),
            };
        }

        return by;
    }

    private static string OneOf(string field, string asked, string one, string other) =>
        asked == one || asked == other ? asked : throw new PharmacyException(PharmacyRules.FieldInvalid, ("field", field), ("found", asked), ("allowed", $"{one}, {other}"));
}
