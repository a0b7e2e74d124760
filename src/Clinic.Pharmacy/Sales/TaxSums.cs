using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales;

/// <summary>Adds taxes of the same group and rate together.</summary>
internal static class TaxSums
{
    /// <summary>The sums per group and rate, by group.</summary>
    public static IReadOnlyList<TaxPart> Of(IEnumerable<TaxPart> taxes) =>
    [
        .. taxes.GroupBy(t => (t.Group, t.Percent)).OrderBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Percent)
            .Select(g => g.Aggregate((a, b) => a with { Base = a.Base + b.Base, Amount = a.Amount + b.Amount })),
    ];
}
