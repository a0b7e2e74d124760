using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Sums of ledger, sales and invoices, grouped where the data lies; changes nothing.</summary>
/// <remarks>Every figure is exact and unrounded. Periods are [from, until). Nothing is cached, so a report is true at the moment it is read.</remarks>
public interface IReportStore
{
    /// <summary>Sums of a part of the ledger, ordered by presentation, lot, location, kind, direction and department; no zero sums.</summary>
    Task<IReadOnlyList<StockFlow>> FlowsAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken);

    /// <summary>Movements of a part of the ledger, first in the total order first.</summary>
    Task<IReadOnlyList<StockMovement>> LedgerAsync(TenantId tenant, StockQuery scope, LedgerSpan span, int most, CancellationToken cancellationToken);

    /// <summary>What moved per presentation and quarter of an hour, in that order; quarters without movements are missing.</summary>
    Task<IReadOnlyList<QuarterFlow>> QuartersAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken);

    /// <summary>What a site sold in a period less what came back in it, ordered by presentation, segment, department and currency.</summary>
    Task<IReadOnlyList<SoldFlow>> SoldAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>Documents that a site asked for in a period, ordered by segment, kind, status and currency.</summary>
    Task<IReadOnlyList<InvoiceSum>> InvoicesAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>Sales of a site completed in a period, first completed first, then by id; paged.</summary>
    Task<Page<SaleTrace>> TracesAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken);
}
