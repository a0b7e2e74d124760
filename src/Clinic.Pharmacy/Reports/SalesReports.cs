using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Reports about sales: margins, invoices, reconciliation with the ledger. Changes nothing.</summary>
public sealed class SalesReports
{
    private readonly ReportDesk desk;
    private readonly IReportStore store;
    private readonly IMovementStore movements;

    internal SalesReports(ReportDesk desk, IReportStore store, IMovementStore movements)
    {
        this.desk = desk;
        this.store = store;
        this.movements = movements;
    }

    /// <summary>What sales earned over the cost of their lots; returns and cancellations count on the day they happen.</summary>
    /// <exception cref="PharmacyException">The reader may not see costs, or the days are wrong.</exception>
    public async Task<Report<MarginRow>> MarginsAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, MarginBy by, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadCosts);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var products = await desk.ProductsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var departments = await desk.DepartmentsAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        var sold = new List<(YearMonth Month, SoldFlow Sold)>();
        foreach (var part in by.HasFlag(MarginBy.Month) ? period.Months() : [period])
        {
            foreach (var flow in await store.SoldAsync(tenant, site, part.Start, part.End, cancellationToken).ConfigureAwait(false))
                sold.Add((part.From.ToYearMonth(), flow));
        }

        var rows = Margins.Of(sold, by, p => ReportProduct.Of(products[p]), d => departments.GetValueOrDefault(d));
        return new(place, period, rows,
        [
            .. ReportTotal.Sum("net", rows.Select(r => r.Net), place.Currency), .. ReportTotal.Sum("cost", rows.Select(r => r.Cost), place.Currency),
            .. ReportTotal.Sum("profit", rows.Select(r => r.Profit), place.Currency),
        ]);
    }

    /// <summary>Invoices and credit notes by segment, kind and state.</summary>
    /// <exception cref="PharmacyException">The reader is none of the pharmacy's people, or the days are wrong.</exception>
    public async Task<Report<InvoiceSum>> InvoicesAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadReports);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var rows = await store.InvoicesAsync(tenant, site, period.Start, period.End, cancellationToken).ConfigureAwait(false);
        var standing = rows.Where(r => r.Status != Sales.Invoices.InvoiceStatus.Void).ToList();
        IEnumerable<ReportTotal> Of(string name, Sales.Invoices.InvoiceKind kind) =>
            ReportTotal.Sum(name, standing.Where(r => r.Kind == kind).Select(r => r.Total), place.Currency);
        return new(place, period, rows, [.. Of("invoiced", Sales.Invoices.InvoiceKind.Invoice), .. Of("credited", Sales.Invoices.InvoiceKind.CreditNote)]);
    }

    /// <summary>Compares the sales completed in a period with ledger and documents, part by part.</summary>
    /// <remarks>Differences of cost are left out for those who may not see costs.</remarks>
    /// <exception cref="PharmacyException">The reader is none of the pharmacy's people, or the days are wrong.</exception>
    public async Task<ReconciliationReport> ReconcileAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        ReportDesk.Check(reader, PharmacyAct.ReadReports);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var traces = await store.TracesAsync(tenant, site, period.Start, period.End, page, cancellationToken).ConfigureAwait(false);
        var rows = traces.Items.SelectMany(SaleReconciler.Compare).Where(d => d.Kind != SaleDifferenceKind.StockValue || ReportDesk.SeesCosts(reader));
        var ledger = page.After is null ? await movements.DifferencesAsync(tenant, cancellationToken).ConfigureAwait(false) : [];
        return new(place, period, traces.Items.Count, [.. rows], ledger, traces.Next);
    }
}
