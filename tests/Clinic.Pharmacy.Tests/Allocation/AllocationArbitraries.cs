using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Allocation;

/// <summary>Random lots and requests in a small world, so that ties, shortages and remnants are frequent.</summary>
internal static class AllocationArbitraries
{
    public static readonly LocalDate Today = new(2026, 3, 10);

    public static Gen<LotCandidate> Lot(int scale) =>
        from id in Gen.Choose(1, int.MaxValue)
        from low in Gen.Choose(1, int.MaxValue)
        from status in Gen.Frequency((8, Gen.Constant(LotStatus.Approved)), (1, Gen.Elements(Enum.GetValues<LotStatus>())))
        from days in Gen.Choose(-3, 12)
        from expires in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from received in Gen.Choose(0, 6)
        from onHand in Gen.Choose(0, 60)
        from reserved in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, onHand)))
        from version in Gen.Choose(1, 9)
        select new LotCandidate(
            new LotId(new Guid(id, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)low)), version, status, expires ? Today.PlusDays(days * 5) : null,
            Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(received * 7), new(onHand, scale), new(reserved, scale));

    public static Gen<AllocationPolicy> Policies =>
        from order in Gen.Elements(PickingOrder.Fefo, PickingOrder.Fifo)
        from completeness in Gen.Elements(Completeness.AllOrNothing, Completeness.Partial, Completeness.Partial, Completeness.SingleLotOnly)
        from tie in Gen.Elements(TieBreak.Age, TieBreak.SmallestRemainder)
        select new AllocationPolicy(order, completeness, tie);

    /// <summary>Lots and a request; every second one in packs that may be opened.</summary>
    public static Arbitrary<AllocationCase> Cases => Of(Gen.OneOf(Gen.Constant(1), Gen.Choose(2, 12)), Policies);

    /// <summary>Lots and a request over several lots of packs that may be opened.</summary>
    public static Arbitrary<AllocationCase> OpenedPacks => Of(Gen.Constant(1), Policies.Where(p => p.Completeness != Completeness.SingleLotOnly));

    private static Arbitrary<AllocationCase> Of(Gen<int> multiples, Gen<AllocationPolicy> policies)
    {
        var cases =
            from scale in Gen.Choose(0, 6)
            from count in Gen.Frequency((4, Gen.Choose(0, 12)), (1, Gen.Choose(13, 300)))
            from lots in Lot(scale).ArrayOf(count)
            let distinct = lots.DistinctBy(l => l.Lot).ToArray()
            from multiple in multiples
            from policy in policies
            from wanted in Gen.Choose(1, 1 + (distinct.Length * 25))
            select new AllocationCase(distinct, new(new(wanted, scale), Today, new(multiple, scale), policy));
        return Arb.From(cases, Shrink);
    }

    private static IEnumerable<AllocationCase> Shrink(AllocationCase c)
    {
        if (c.Lots.Count > 20) yield return c with { Lots = [.. c.Lots.Take(c.Lots.Count / 2)] };
        for (var i = 0; i < c.Lots.Count; i++) yield return c with { Lots = [.. c.Lots.Where((_, at) => at != i)] };
        if (c.Request.Wanted.Steps > 1) yield return c with { Request = c.Request with { Wanted = new(c.Request.Wanted.Steps / 2, c.Request.Wanted.Scale) } };
    }
}
