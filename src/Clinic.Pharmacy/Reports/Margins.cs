using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Groups what was sold into margin rows. Pure.</summary>
public static class Margins
{
    /// <summary>Rows by month, product code, segment, department and currency; amounts are summed exactly.</summary>
    /// <param name="sold">What was sold, with the month it belongs to.</param>
    /// <param name="by">By what to group.</param>
    /// <param name="products">The names of products.</param>
    /// <param name="departments">The names of departments.</param>
    public static IReadOnlyList<MarginRow> Of(
        IEnumerable<(YearMonth Month, SoldFlow Sold)> sold, MarginBy by, Func<PresentationId, ReportProduct> products, Func<DepartmentId, string?> departments)
    {
        ArgumentNullException.ThrowIfNull(sold);
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(departments);
        return
        [
            .. sold
                .GroupBy(s => (
                    Month: by.HasFlag(MarginBy.Month) ? s.Month : (YearMonth?)null,
                    Product: by.HasFlag(MarginBy.Product) ? s.Sold.Presentation : (PresentationId?)null,
                    Segment: by.HasFlag(MarginBy.Segment) ? s.Sold.Segment : (PriceSegment?)null,
                    Department: by.HasFlag(MarginBy.Department) ? s.Sold.Department : null,
                    s.Sold.Net.Currency))
                .Select(g => new MarginRow(
                    g.Key.Product is { } p ? products(p) : null, g.Key.Segment, g.Key.Department, g.Key.Department is { } d ? departments(d) : null, g.Key.Month,
                    g.Key.Product is null ? null : g.Skip(1).Aggregate(g.First().Sold.Quantity, (sum, s) => sum + s.Sold.Quantity),
                    new(g.Sum(s => s.Sold.Net.Amount), g.Key.Currency), new(g.Sum(s => s.Sold.Cost.Amount), g.Key.Currency)))
                .OrderBy(r => r.Month?.OnDayOfMonth(1))
                .ThenBy(r => r.Product?.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Segment?.ToString(), StringComparer.Ordinal)
                .ThenBy(r => r.Department?.ToString(), StringComparer.Ordinal)
                .ThenBy(r => r.Net.Currency.Code, StringComparer.Ordinal),
        ];
    }
}
