using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>What buyers asked for: completed sales were given, baskets that were given up were not.</summary>
internal sealed class SalesDemand(ISaleStore sales) : IDemandSource
{
    public async Task<IReadOnlyList<Demand>> AskedAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var all = new List<Demand>();
        await foreach (var head in Pages.AllAsync(p => sales.ListAsync(tenant, new SaleQuery(Site: site), p, cancellationToken)).ConfigureAwait(false))
        {
            if (head.Begun < from) break;
            var isGiven = head.Completed is not null;
            if (head.Begun >= until || (!isGiven && head.Status != SaleStatus.Cancelled)) continue;
            if (await sales.FindAsync(tenant, head.Id, cancellationToken).ConfigureAwait(false) is not { } sale) continue;
            all.AddRange(sale.Lines.Select(l => new Demand(l.Presentation, l.Stock.Value, isGiven ? l.Stock.Value : 0)));
        }

        return all;
    }
}
