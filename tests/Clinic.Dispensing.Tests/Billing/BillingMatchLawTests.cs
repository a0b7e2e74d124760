using Clinic.Abstractions;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Dispensations;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Dispensing.Tests.Billing;

/// <summary>Deliveries against the bill, for any of both.</summary>
public class BillingMatchLawTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 0, 0);

    private static readonly Gen<(List<DeliveredLine> Delivered, List<(BilledLine, decimal)> Billed)> Cases =
        from delivered in Gen.Choose(0, 3).SelectMany(q => Gen.Choose(0, 2), (q, p) => (q, p)).ListOf().Select(l => l.ToList())
        from billed in Gen.Choose(1, 3).SelectMany(q => Gen.Choose(0, 2), (q, p) => (q, p)).SelectMany(b => Gen.Choose(-3, 6), (b, named) => (b.q, b.p, named)).ListOf().Select(l => l.ToList())
        select (
            delivered.Select((d, i) => new DeliveredLine(new(Id(9, i)), 1, new(Id(1, d.p)), d.q, UnitCode.Tablet, Start + Duration.FromMinutes(i % 3))).ToList(),
            billed.Select((b, i) => (new BilledLine($"b{i}", new(Id(1, b.p)), new(b.q, UnitCode.Tablet), b.named < 0 ? null : new DispensationId(Id(9, b.named)), b.named < 0 ? null : 1), (decimal)b.q)).ToList());

    [Fact]
    public void Every_line_of_both_sides_stands_once_and_totals_agree() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var lines = BillingMatch.Compare(c.Delivered, c.Billed);

        Assert.Equal(c.Delivered.OrderBy(d => d.Dispensation.Value), lines.Select(l => l.Delivered).OfType<DeliveredLine>().OrderBy(d => d.Dispensation.Value));
        Assert.Equal(c.Billed.Select(b => b.Item1.Id).Order(StringComparer.Ordinal), lines.SelectMany(l => l.Billed).Order(StringComparer.Ordinal));
        Assert.Equal(c.Delivered.Sum(d => d.Quantity), lines.Sum(l => l.DeliveredQuantity));
        Assert.Equal(c.Billed.Sum(b => b.Item2), lines.Sum(l => l.BilledQuantity));
        foreach (var presentation in lines.GroupBy(l => l.Presentation))
            Assert.Equal(c.Delivered.Where(d => d.Presentation == presentation.Key).Sum(d => d.Quantity) - c.Billed.Where(b => b.Item1.Presentation == presentation.Key).Sum(b => b.Item2), presentation.Sum(l => l.Difference));
        Assert.All(lines, l => Assert.Equal(l.Kind, KindOf(l)));
    }).Holds();

    [Fact]
    public void The_order_of_both_sides_changes_nothing() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var lines = BillingMatch.Compare(c.Delivered, c.Billed);
        var other = BillingMatch.Compare(Enumerable.Reverse(c.Delivered), Enumerable.Reverse(c.Billed));

        Assert.Equal(lines.Select(Shown), other.Select(Shown));
    }).Holds();

    [Fact]
    public void What_was_billed_exactly_is_matched_whatever_the_order() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var exact = c.Delivered.Where(d => d.Quantity > 0).Select((d, i) => (new BilledLine($"x{i}", d.Presentation, new(d.Quantity, d.Unit)), d.Quantity));

        Assert.All(BillingMatch.Compare(c.Delivered, exact), l => Assert.Equal(MatchKind.Matched, l.Kind));
    }).Holds();

    private static MatchKind KindOf(MatchedLine line) => (line.DeliveredQuantity, line.BilledQuantity) switch
    {
        var (delivered, billed) when delivered == billed => MatchKind.Matched,
        (_, 0) => MatchKind.Missing,
        (0, _) => MatchKind.Extra,
        _ => MatchKind.Different,
    };

    private static string Shown(MatchedLine line) => $"{line.Kind} {line.Delivered} {string.Join(',', line.Billed)} {line.DeliveredQuantity} {line.BilledQuantity}";

    private static Guid Id(short kind, int number) => new(number, kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
