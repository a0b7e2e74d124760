using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using FsCheck.Fluent;
using NodaTime;
using static Clinic.Pharmacy.Tests.Allocation.AllocationArbitraries;

namespace Clinic.Pharmacy.Tests.Allocation;

public sealed class AllocationLawTests
{
    [Fact]
    public void Allocation_says_what_the_plain_rules_say() =>
        Prop.ForAll(Cases, c => Told(c.Allocate()) == Told(ReferenceAllocator.Allocate(c.Lots, c.Request))).Holds(2_000);

    [Fact]
    public void Allocated_and_unallocated_make_what_was_asked_and_no_part_is_empty_or_too_large() =>
        Prop.ForAll(Cases, c =>
        {
            if (c.Allocate() is not AllocationResult.Allocated a) return true;
            var lots = c.Lots.ToDictionary(l => l.Lot);
            return a.Parts.Sum(p => p.Quantity.Steps) + a.Unallocated.Steps == c.Request.Wanted.Steps
                && a.Unallocated.Steps >= 0
                && a.Parts.All(p => p.Quantity.Steps > 0 && p.Quantity.Steps <= ReferenceAllocator.Free(lots[p.Lot]) && p.LotVersion == lots[p.Lot].Version)
                && a.Parts.All(p => p.Quantity.Steps % c.Request.Multiple.Steps == 0)
                && a.Parts.DistinctBy(p => p.Lot).Count() == a.Parts.Length;
        }).Holds(1_000);

    [Fact]
    public void Only_approved_lots_that_last_are_taken() =>
        Prop.ForAll(Cases, c => c.Allocate() is not AllocationResult.Allocated a || a.Parts.All(p =>
        {
            var lot = c.Lots.Single(l => l.Lot == p.Lot);
            return lot.Status == LotStatus.Approved && (lot.Expiration is not { } e || e >= c.Request.UsableOn);
        })).Holds(1_000);

    [Fact]
    public void Lots_leave_in_order_and_every_one_before_the_last_is_emptied() =>
        Prop.ForAll(OpenedPacks, c =>
        {
            if (c.Allocate() is not AllocationResult.Allocated a) return true;
            var inOrder = ReferenceAllocator.Ordered(
                c.Lots.Where(l => l.Status == LotStatus.Approved && !ReferenceAllocator.IsExpired(l, c.Request) && ReferenceAllocator.Free(l) > 0), c.Request);
            var touched = inOrder.Take(a.Parts.Length).ToList();
            return a.Parts.Select(p => p.Lot).SequenceEqual(touched.Select(l => l.Lot))
                && touched.Zip(a.Parts).SkipLast(1).All(x => ReferenceAllocator.Free(x.First) == x.Second.Quantity.Steps)
                && !a.OrderRelaxed;
        }).Holds(1_000);

    [Fact]
    public void Asking_for_more_never_takes_less_from_an_earlier_lot() =>
        Prop.ForAll(OpenedPacks, Gen.Choose(1, 60).ToArbitrary(), (c, more) =>
        {
            var partial = c with { Request = c.Request with { Policy = c.Request.Policy with { Completeness = Completeness.Partial } } };
            var larger = partial with { Request = partial.Request with { Wanted = new(c.Request.Wanted.Steps + more, c.Request.Wanted.Scale) } };
            if (partial.Allocate() is not AllocationResult.Allocated less) return larger.Allocate() is AllocationResult.Short;
            var parts = ((AllocationResult.Allocated)larger.Allocate()).Parts.ToDictionary(p => p.Lot, p => p.Quantity.Steps);
            return less.Parts.All(p => parts.GetValueOrDefault(p.Lot) >= p.Quantity.Steps);
        }).Holds(1_000);

    [Fact]
    public void Neither_order_of_input_nor_lots_that_may_not_leave_matter() =>
        Prop.ForAll(Cases, Gen.Choose(0, int.MaxValue).ToArbitrary(), (c, seed) =>
        {
            var shuffled = c.Lots.ToArray();
            new System.Random(seed).Shuffle(shuffled);
            var blocked = c.Lots.Select((l, i) => l with
            {
                Lot = new(new Guid(i + 1, 1, 0x7000, 0x81, 0, 0, 0, 0, 0, 0, 1)),
                Status = i % 2 == 0 ? LotStatus.Recalled : LotStatus.Approved,
                Expiration = Today.PlusDays(-1),
            });
            var expected = c.Allocate();
            var mixed = c with { Lots = [.. shuffled, .. blocked] };
            return Told((c with { Lots = shuffled }).Allocate()) == Told(expected) && Told(mixed.Allocate(), excluded: false) == Told(expected, excluded: false);
        }).Holds(500);

    [Fact]
    public void A_lot_without_expiration_leaves_after_every_date() =>
        Prop.ForAll(OpenedPacks, c =>
        {
            var fefo = c with { Request = c.Request with { Policy = c.Request.Policy with { Order = PickingOrder.Fefo } } };
            if (fefo.Allocate() is not AllocationResult.Allocated a) return true;
            var dated = a.Parts.Select(p => c.Lots.Single(l => l.Lot == p.Lot).Expiration is not null).ToList();
            return dated.SequenceEqual(dated.OrderByDescending(d => d));
        }).Holds(500);

    [Fact]
    public void Lots_of_one_order_do_not_make_the_selection_slow()
    {
        // Sorted, reversed, all equal but for the id: shapes that turn a naive split quadratic.
        foreach (var shape in (Func<int, int>[])[i => i, i => -i, _ => 0, i => i % 2, i => i < 50_000 ? i : 100_000 - i])
        {
            var lots = Enumerable.Range(0, 100_000).Select(i => new LotCandidate(
                new(new Guid(i + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), 1, LotStatus.Approved, Today.PlusDays(Math.Abs(shape(i)) % 1_000),
                Instant.FromUnixTimeSeconds(shape(i)), new(2, 0), new(0, 0))).ToArray();
            var watch = System.Diagnostics.Stopwatch.StartNew();

            var a = (AllocationResult.Allocated)StockAllocator.Allocate(lots, new(new(1_001, 0), Today, new(1, 0), AllocationPolicy.Default));

            Assert.Equal(501, a.Parts.Length);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
        }
    }

    [Fact]
    public void Mixed_scales_and_empty_requests_are_mistakes_of_the_caller()
    {
        var lot = new LotCandidate(new(Guid.CreateVersion7()), 1, LotStatus.Approved, null, Instant.MinValue, new(5, 2), new(0, 2));
        AllocationRequest Of(StockQuantity wanted, StockQuantity multiple) => new(wanted, Today, multiple, AllocationPolicy.Default);

        Assert.Throws<ArgumentException>(() => StockAllocator.Allocate([lot], Of(new(1, 0), new(1, 0))));
        Assert.Throws<ArgumentException>(() => StockAllocator.Allocate([lot], Of(new(1, 2), new(1, 0))));
        Assert.Throws<ArgumentException>(() => StockAllocator.Allocate([lot with { Reserved = new(0, 1) }], Of(new(1, 2), new(1, 2))));
        Assert.Throws<ArgumentException>(() => StockAllocator.Allocate([lot], Of(new(0, 2), new(1, 2))));
        Assert.Throws<ArgumentException>(() => StockAllocator.Allocate([lot], Of(new(1, 2), new(0, 2))));
        Assert.Throws<ArgumentNullException>(() => StockAllocator.Allocate([lot], null!));
    }

    private static string Told(AllocationResult result, bool excluded = true) => result switch
    {
        AllocationResult.Allocated a => $"{string.Join(";", a.Parts)} rest {a.Unallocated} relaxed {a.OrderRelaxed}",
        AllocationResult.Short s => $"short {s.Wanted} {s.Available} {(excluded ? s.Excluded : null)}",
        _ => "?",
    };
}
