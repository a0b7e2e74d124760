using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>A sum of a report.</summary>
/// <param name="Name">What is summed, such as <c>value</c>.</param>
/// <param name="Amount">The exact sum, not rounded.</param>
public sealed record ReportTotal(string Name, Money Amount)
{
    /// <summary>The sums of amounts, one per currency; without amounts a zero of the site's.</summary>
    internal static IEnumerable<ReportTotal> Sum(string name, IEnumerable<Money> amounts, Currency otherwise)
    {
        var sums = amounts.GroupBy(a => a.Currency).Select(g => new ReportTotal(name, new(g.Sum(a => a.Amount), g.Key))).OrderBy(t => t.Amount.Currency.Code, StringComparer.Ordinal).ToList();
        return sums.Count > 0 ? sums : [new(name, Money.Zero(otherwise))];
    }
}
