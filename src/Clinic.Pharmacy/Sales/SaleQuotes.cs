using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>Says what a basket would cost; keeps nothing.</summary>
public sealed class SaleQuotes
{
    private readonly SaleDesk desk;
    private readonly SalePricing pricing;
    private readonly IClock clock;

    internal SaleQuotes(SaleDesk desk, SalePricing pricing, IClock clock)
    {
        this.desk = desk;
        this.pricing = pricing;
        this.clock = clock;
    }

    /// <summary>Prices, taxes and warnings of a basket now.</summary>
    /// <exception cref="PharmacyException">A line is malformed, a price is missing, or the role is.</exception>
    public async Task<SaleQuote> QuoteAsync(CommandContext x, QuoteBasket query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(query);
        var failures = new Failures();
        await desk.CheckSellerAsync(x, query.Location, failures, cancellationToken).ConfigureAwait(false);
        failures.Require(query.Lines.Count >= 1 && query.Lines.Count <= desk.Options.MostLines, PharmacyRules.BasketSizeWrong,
            ("found", query.Lines.Count), ("allowed", $"1 to {desk.Options.MostLines}"));
        foreach (var twice in query.Lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(PharmacyRules.AlreadyInBasket, ("presentation", twice.Key), ("line", query.Lines.ToList().FindIndex(l => l.Presentation == twice.Key) + 1));
        failures.ThrowIfAny();
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var lines = new List<QuotedLine>();
        var warnings = new List<SaleWarning>();
        foreach (var line in query.Lines)
        {
            if (await LineAsync(x, site, query, line, failures, cancellationToken).ConfigureAwait(false) is not { } quoted) continue;
            lines.Add(quoted.Line);
            warnings.AddRange(quoted.Warnings);
        }

        failures.ThrowIfAny();
        var zero = Money.Zero(site.Currency);
        var total = lines.Aggregate(zero, (sum, l) => sum + l.Price.Total);
        return new(
            lines, TaxSums.Of(lines.SelectMany(l => l.Price.Taxes)), lines.Aggregate(zero, (sum, l) => sum + l.Price.Net),
            lines.Aggregate(zero, (sum, l) => sum + l.Price.Discount), total, CashRounding.Of(total, desk.Options.CashStep), warnings);
    }

    private async Task<(QuotedLine Line, IReadOnlyList<SaleWarning> Warnings)?> LineAsync(
        CommandContext x, Site site, QuoteBasket query, BasketLine line, Failures failures, CancellationToken ct)
    {
        if (await desk.ProductAsync(x, line.Presentation, line.Quantity, failures, ct).ConfigureAwait(false) is not { } product) return null;
        try
        {
            var terms = new SaleTerms(query.Location, query.Segment, query.Patient);
            var (price, warnings) = await pricing.QuoteAsync(
                x.Tenant, site, clock.GetCurrentInstant(), terms, product.Presentation, line.Quantity, product.Stock, ct).ConfigureAwait(false);
            return (new(line.Presentation, product.Presentation.Name, line.Quantity, product.Stock, price),
                line.Prescription is null && desk.Options.NeedsPrescription(product.Controlled)
                    ? [.. warnings, new(SaleWarningKind.PrescriptionNeeded, line.Presentation, product.Controlled.ToString())]
                    : warnings);
        }
        catch (PharmacyException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure);
            return null;
        }
    }
}
