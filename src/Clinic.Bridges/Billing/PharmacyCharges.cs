using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Bridges.Billing;

/// <summary>Charges a visit what the pharmacy delivered to it and did not get back, at the prices of the date of each delivery.</summary>
public sealed class PharmacyCharges(
    PharmacyDeliveries deliveries, PharmacySegments segments, PriceInquiries prices, IPresentationStore presentations, ILotStore lots, ISiteDirectory sites) : IOtherCharges
{
    /// <summary>The source of its charges.</summary>
    public const string Source = "pharmacy";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OtherCharge>> OfAsync(TenantId tenant, ChargedVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var site = await sites.FindSiteAsync(tenant, visit.Site, cancellationToken).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", visit.Site));
        var parts = await deliveries.OfAsync(tenant, visit, cancellationToken).ConfigureAwait(false);
        var charges = new Dictionary<string, OtherCharge>(StringComparer.Ordinal);
        foreach (var together in parts.GroupBy(p => (p.Line, Date: site.DateOf(p.At))))
        {
            foreach (var charge in await PricedAsync(tenant, visit, site, together.Key.Date, [.. together], cancellationToken).ConfigureAwait(false))
                charges[charge.Reference] = charges.TryGetValue(charge.Reference, out var before) ? Sum(before, charge) : charge;
        }

        return [.. charges.Values.OrderBy(c => c.At).ThenBy(c => c.Reference, StringComparer.Ordinal)];
    }

    // One line is priced as a whole, so that a box is a box whichever lots it came from; each lot gets its share.
    private async Task<IReadOnlyList<OtherCharge>> PricedAsync(
        TenantId tenant, ChargedVisit visit, Site site, LocalDate on, IReadOnlyList<DeliveredPart> parts, CancellationToken ct)
    {
        var presentation = await presentations.FindAsync(tenant, parts[0].Presentation, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", parts[0].Presentation));
        var byLot = parts.GroupBy(p => p.Lot).Select(g => g.First() with { Quantity = g.Sum(p => p.Quantity), At = g.Min(p => p.At) }).ToList();
        try
        {
            var quote = await QuoteAsync(tenant, visit, site, on, presentation, byLot, ct).ConfigureAwait(false);
            var shares = quote.Lots.ToDictionary(l => l.Lot);
            return [.. byLot.Select(p => Charge(p, presentation, site.Currency) with { Net = shares[p.Lot].Net.Amount, Tax = shares[p.Lot].Tax.Amount, TaxCode = quote.Taxes[0].Group })];
        }
        catch (PharmacyException e)
        {
            return [.. byLot.Select(p => Charge(p, presentation, site.Currency) with { Unpriced = e.Code })];
        }
    }

    private async Task<PriceQuote> QuoteAsync(
        TenantId tenant, ChargedVisit visit, Site site, LocalDate on, Presentation presentation, IReadOnlyList<DeliveredPart> byLot, CancellationToken ct)
    {
        var segment = await segments.OfAsync(tenant, visit, on, ct).ConfigureAwait(false);
        var inForce = await prices.InForceAsync(tenant, site.Id, on, segment, visit.Patient, presentation.Id, ct).ConfigureAwait(false);
        var costs = new List<CostPart>();
        foreach (var part in byLot)
        {
            var lot = await lots.FindAsync(tenant, part.Lot, ct).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.LotUnknown, ("lot", part.Lot));
            costs.Add(new(part.Lot, StockQuantity.Of(part.Quantity, presentation.Scale), lot.UnitCost));
        }

        return PriceQuoter.Quote(new(presentation, new(byLot.Sum(p => p.Quantity), presentation.BaseUnit), segment, site.Currency, visit.Patient, costs), inForce);
    }

    private static OtherCharge Charge(DeliveredPart part, Presentation presentation, Currency currency) => new()
    {
        Source = Source,
        Reference = part.Reference,
        At = part.At,
        Code = presentation.Code,
        Description = presentation.Name,
        Quantity = part.Quantity,
        Unit = presentation.BaseUnit.Code,
        Currency = currency,
        Net = 0m,
        TaxCode = "",
        Tax = 0m,
    };

    // Of two dates one may have no price: then the charge as a whole has none.
    private static OtherCharge Sum(OtherCharge a, OtherCharge b)
    {
        var unpriced = a.Unpriced ?? b.Unpriced;
        return a with
        {
            At = Instant.Min(a.At, b.At),
            Quantity = a.Quantity + b.Quantity,
            Unpriced = unpriced,
            Net = unpriced is null ? a.Net + b.Net : 0m,
            Tax = unpriced is null ? a.Tax + b.Tax : 0m,
            TaxCode = unpriced is null ? b.TaxCode : "",
        };
    }
}
