using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>What every version of a price list must hold.</summary>
internal static class PriceListCheck
{
    public static void Check(Failures failures, PriceListSnapshot s)
    {
        failures.Text("code", s.Code, 40);
        failures.Text("name", s.Name, 200);
        failures.Text("reason", s.Reason, 200);
        Field(failures, "site", s.Site != default, "nothing", "the id of a site");
        Field(failures, "currency", s.Currency != default, s.Currency, "a currency of ISO 4217");
        Field(failures, "rounding", s.Rounding is MidpointRounding.AwayFromZero or MidpointRounding.ToEven, s.Rounding, "awayFromZero, toEven");
        Field(failures, "from", s.From.Year is >= 2000 and <= 9998, s.From, "the years 2000 to 9998");
        Field(failures, "until", s.Until is null || s.Until.Value.Year <= 9998, s.Until, "the years 2000 to 9998");
        Field(failures, "until", s.Until is null || s.Until >= s.From, s.Until, $"not before {s.From:uuuu-MM-dd}");
        Field(failures, "until", s.IsRetired || s.Until is null || s.Until >= s.Effective, s.Until, $"not before {s.Effective:uuuu-MM-dd}");
        Field(failures, "version", s.Version >= 1, s.Version, "1 or more");
        Field(failures, "entries", s.Entries.Count <= PriceList.MostEntries, s.Entries.Count, $"at most {PriceList.MostEntries}");
        foreach (var e in s.Entries) Check(failures, e);
        failures.Require(s.Entries.DistinctBy(e => (e.Presentation, e.Per)).Count() == s.Entries.Count, PharmacyRules.PriceEntryTwice, ("list", s.Code));
        foreach (var mixed in s.Entries.GroupBy(e => e.Presentation).Where(g => g.Select(e => e.TaxGroup).Distinct(StringComparer.Ordinal).Count() > 1))
            Field(failures, "taxGroup", false, string.Join(", ", mixed.Select(e => e.TaxGroup).Distinct(StringComparer.Ordinal)), "one per presentation");
    }

    private static void Check(Failures failures, PriceEntry e)
    {
        Field(failures, "presentation", e.Presentation != default, "nothing", "the id of a presentation");
        Field(failures, "per.level", e.Per.Level is null || UnitCode.IsValid(e.Per.Level), e.Per.Level, "a pack level of the presentation, or nothing");
        Field(failures, "per.minimum", e.Per.Minimum is null || (e.Per.Minimum > 0 && e.Per.Minimum <= Stock.StockQuantity.Largest && decimal.Round(e.Per.Minimum.Value, 6) == e.Per.Minimum), e.Per.Minimum, "more than zero base units, at most 6 decimals");
        failures.Text("taxGroup", e.TaxGroup, TaxGroup.LongestCode);
        PriceRule.Check(failures, e.Rule);
        if (e.Floor is not { } floor) return;
        failures.Require(floor > 0 && floor <= PriceRule.LargestAmount && decimal.Round(floor, PriceRule.Decimals) == floor, PharmacyRules.PriceAmountInvalid, ("found", floor), ("allowed", "more than 0, to 1000000000, with at most 6 decimals"));
        failures.Require(e.Rule.Kind != PriceRuleKind.Fixed || e.Rule.Value >= floor, PharmacyRules.PriceBelowFloor, ("presentation", e.Presentation), ("found", e.Rule.Value), ("allowed", floor));
    }

    private static void Field(Failures failures, string field, bool holds, object? found, string allowed) =>
        failures.Require(holds, PharmacyRules.FieldInvalid, ("field", field), ("found", found ?? "nothing"), ("allowed", allowed));
}
