using System.Diagnostics;
using System.Runtime.InteropServices;
using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Stock;

namespace Clinic.Benchmarks.Allocating;

/// <summary>Allocation is faster than sorting everything, allocates its result alone, and grows nearly in step with the lots.</summary>
/// <remarks>Every size is timed over as many lots in all, each call over other ones: the processor learns nothing by heart.</remarks>
public sealed class AllocationGate : IGate
{
    private const int LotsInAll = 100_000;
    private const int WarmUps = 15;
    private const int Rounds = 15;
    // From here on the collector itself is counted in with a few bytes, for our result and for one by hand.
    private const double LargeArray = 85_000;
    private const double Few = 0.01;
    private const double Half = 0.5;
    private const double LimitOfFew = 0.2;
    private const double LimitOfHalf = 1 / 1.5;
    private const double LimitOfTenfold = 15;

    public string Name => "allocation";

    public IReadOnlyList<GateFigure> Run() =>
    [
        Ratio(1_000, Few, LimitOfFew), Ratio(1_000, Half, LimitOfHalf), Ratio(100_000, Few, LimitOfFew), Ratio(100_000, Half, LimitOfHalf),
        Bytes(1_000, Few), Bytes(1_000, Half), Bytes(100_000, Few), Bytes(100_000, Half),
        .. Growth(Few), .. Growth(Half),
        // Stated only: at ten lots there is little to win.
        Ratio(10, Half, double.PositiveInfinity),
    ];

    private static GateFigure Ratio(int count, double share, double limit)
    {
        var samples = Samples(count, share);
        foreach (var (lots, request) in samples)
        {
            if (!Same((AllocationResult.Allocated)StockAllocator.Allocate(lots, request), PlainAllocation.Allocate(lots, request)!))
                throw new InvalidOperationException("The two allocations differ.");
        }

        var times = Best(() => AllocateAll(samples), () =>
        {
            foreach (var (lots, request) in samples) PlainAllocation.Allocate(lots, request);
        });
        return new(FormattableString.Invariant($"time, {count} lots, {share * 100:0} % taken, ours / LINQ"), times[0] / times[1], limit);
    }

    private static IEnumerable<GateFigure> Growth(double share)
    {
        int[] counts = [1_000, 10_000, 100_000];
        var times = Best([.. counts.Select(count => Samples(count, share)).Select(samples => (Action)(() => AllocateAll(samples)))]);
        for (var i = 1; i < counts.Length; i++)
        {
            // Both went over the same number of lots, so one call of the larger took ten times its share.
            var growth = times[i] / times[i - 1] * counts[i] / counts[i - 1];
            yield return new(FormattableString.Invariant($"growth, {counts[i - 1]} to {counts[i]} lots, {share * 100:0} % taken"), growth, LimitOfTenfold);
        }
    }

    private static GateFigure Bytes(int count, double share)
    {
        var (lots, request) = Samples(count, share)[0];
        var parts = ((AllocationResult.Allocated)StockAllocator.Allocate(lots, request)).Parts.Length;
        var calls = Math.Max(600, 200_000 / count);
        var byHand = Allocation.BytesPerCall(() => new AllocationResult.Allocated(ImmutableCollectionsMarshal.AsImmutableArray(new AllocatedPart[parts]), new(0, 0), false), calls);
        return new(
            $"bytes, {count} lots, {parts} taken; limit: its result by hand",
            Allocation.BytesPerCall(() => StockAllocator.Allocate(lots, request), calls),
            byHand > LargeArray ? byHand * 1.001 : byHand);
    }

    private static (LotCandidate[] Lots, AllocationRequest Request)[] Samples(int count, double share) =>
    [
        .. Enumerable.Range(0, LotsInAll / count)
            .Select(seed => AllocationSamples.Lots(count, seed))
            .Select(lots => (lots, AllocationSamples.Taking(lots, share))),
    ];

    private static void AllocateAll((LotCandidate[] Lots, AllocationRequest Request)[] samples)
    {
        foreach (var (lots, request) in samples) StockAllocator.Allocate(lots, request);
    }

    // In turns, and the best round of each: what else the machine does only ever adds time.
    private static double[] Best(params Action[] things)
    {
        var best = things.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            for (var i = 0; i < things.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                things[i]();
                if (round >= WarmUps) best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        return best;
    }

    private static bool Same(AllocationResult.Allocated ours, IReadOnlyList<(LotId Lot, StockQuantity Quantity)> plain) =>
        ours.Parts.Select(p => (p.Lot, p.Quantity)).SequenceEqual(plain);
}
