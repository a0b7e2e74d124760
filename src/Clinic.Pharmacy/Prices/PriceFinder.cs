namespace Clinic.Pharmacy.Prices;

/// <summary>Finds the one list, special price and tax of a line, or says why there is none.</summary>
internal static class PriceFinder
{
    public static PriceList? List(PriceRequest request, PricesInForce prices, Failures failures)
    {
        var found = prices.Lists.Where(l => l.Site == prices.Site && l.Segment == request.Segment && l.Currency == request.Currency && l.HoldsOn(prices.On)).ToList();
        if (found.Count > 1)
        {
            failures.Add(PharmacyRules.PriceListsOverlap, ("list", found[0].Code), ("other", found[1].Code), ("segment", request.Segment), ("date", prices.On));
            return null;
        }

        if (found.Count == 1 && found[0].Entries.Any(e => e.Presentation == request.Presentation.Id)) return found[0];
        // A list in another money is a mistake of the asker; no list at all is one of the clinic.
        var other = prices.Lists.FirstOrDefault(l => found.Count == 0 && l.Site == prices.Site && l.Segment == request.Segment && l.HoldsOn(prices.On));
        if (other is not null) failures.Add(PharmacyRules.CurrencyMixed, ("found", request.Currency), ("allowed", other.Currency));
        else failures.Add(PharmacyRules.PriceMissing, ("presentation", request.Presentation.Id), ("segment", request.Segment), ("date", prices.On));
        return null;
    }

    public static SpecialPrice? Special(PriceRequest request, PricesInForce prices, Failures failures)
    {
        var all = prices.Specials.Where(s =>
            s.Site == prices.Site && s.Presentation == request.Presentation.Id && s.Segment == request.Segment && s.HoldsOn(prices.On)
            && (s.Patient is null || s.Patient == request.Patient)).ToList();
        var own = all.Where(s => s.Patient is not null).ToList();
        var found = own.Count > 0 ? own : all;
        if (found.Count > 1)
            failures.Add(PharmacyRules.SpecialPricesOverlap, ("special", found[0].Id), ("other", found[1].Id), ("presentation", request.Presentation.Id), ("date", prices.On));
        var special = found.FirstOrDefault();
        if (special is not null && special.Currency != request.Currency)
            failures.Add(PharmacyRules.CurrencyMixed, ("found", special.Currency), ("allowed", request.Currency));
        return special;
    }

    public static (TaxGroup Group, TaxRate Rate) Tax(PriceRequest request, PricesInForce prices, PriceList list)
    {
        var code = list.Entries.First(e => e.Presentation == request.Presentation.Id).TaxGroup;
        var group = prices.TaxGroups.FirstOrDefault(g => string.Equals(g.Code, code, StringComparison.Ordinal))
            ?? throw new PharmacyException(PharmacyRules.TaxGroupUnknown, ("group", code));
        return (group, group.RateOn(prices.On) ?? throw new PharmacyException(PharmacyRules.TaxRateMissing, ("group", code), ("date", prices.On)));
    }
}
