using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>The tax of one group on a line, sale or credit.</summary>
/// <param name="Group">The code of the tax group, such as <c>IVA15</c>.</param>
/// <param name="Rate">The rate in percent.</param>
/// <param name="Base">What it was computed on.</param>
/// <param name="Amount">The tax.</param>
public sealed record SaleTax(string Group, decimal Rate, Money Base, Money Amount)
{
    /// <summary>The sums per group and rate, by group.</summary>
    public static IReadOnlyList<SaleTax> Sum(IEnumerable<SaleTax> taxes) =>
    [
        .. taxes.GroupBy(t => (t.Group, t.Rate)).OrderBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Rate).Select(g => g.Aggregate((a, b) =>
            a with { Base = a.Base + b.Base, Amount = a.Amount + b.Amount })),
    ];
}
