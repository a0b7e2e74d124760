using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>Asks the price of one line on the day of the sale at its site.</summary>
internal sealed class SalePricing(PriceInquiries prices, IStockStore stock, SalesOptions options)
{
    /// <summary>The price of a line from the lots that would leave now, with what a cashier should know.</summary>
    public async Task<(LinePrice Price, IReadOnlyList<SaleWarning> Warnings)> QuoteAsync(
        TenantId tenant, Site site, Instant now, SaleTerms terms, Presentation presentation, Quantity quantity, StockQuantity amount, CancellationToken ct)
    {
        var candidates = await stock.CandidatesAsync(tenant, presentation.Id, terms.Location, ct).ConfigureAwait(false);
        var allocated = StockAllocator.Allocate(
            [.. candidates.Select(LotCandidate.Of)],
            new(amount, site.DateOf(now), presentation.IssueMultiple, new AllocationPolicy(options.Picking)));
        var costs = allocated is AllocationResult.Allocated a
            ? a.Parts.Select(p => new CostPart(p.Lot, p.Quantity, candidates.First(c => c.Lot.Id == p.Lot).Lot.UnitCost)).ToList()
            : null;
        var quote = await QuoteAsync(tenant, site, now, terms, presentation, quantity, costs, ct).ConfigureAwait(false);
        var warnings = quote.Warnings.Where(w => w != PriceWarning.NoCost).Select(w => new SaleWarning(SaleWarningKind.Price, presentation.Id, w.ToString())).ToList();
        if (allocated is AllocationResult.Short s) warnings.Add(new(SaleWarningKind.StockShort, presentation.Id, s.Available.ToString()));
        return (LinePrice.Of(quote), warnings);
    }

    /// <summary>The price of a line from given lots.</summary>
    public async Task<PriceQuote> QuoteAsync(
        TenantId tenant, Site site, Instant now, SaleTerms terms, Presentation presentation, Quantity quantity, IReadOnlyList<CostPart>? lots, CancellationToken ct)
    {
        var inForce = await prices.InForceAsync(tenant, site.Id, site.DateOf(now), terms.Segment, terms.Patient, presentation.Id, ct).ConfigureAwait(false);
        return PriceQuoter.Quote(new PriceRequest(presentation, quantity, terms.Segment, site.Currency, terms.Patient, lots), inForce);
    }

    /// <summary>Lets the commit pass only while the lists that were asked are still those in force.</summary>
    public async Task HoldAsync(IUnit unit, Site site, IEnumerable<PriceSource> sources, CancellationToken ct)
    {
        var today = site.DateOf(unit.Now);
        foreach (var source in sources.DistinctBy(s => s.List))
        {
            // A version that begins later changes nothing today; no earlier one can be published after it.
            if (await prices.LastAsync(unit.Context.Tenant, source.Code, ct).ConfigureAwait(false) is { } last)
                unit.Require(last.Fact, last.Effective > today ? last.Version : source.Version);
        }
    }
}
