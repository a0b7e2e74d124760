using System.Buffers;
using System.Runtime.InteropServices;

namespace Clinic.Pharmacy.Allocation;

/// <summary>Chooses lots: eligible only, in picking order, exact, deterministic, in any order of the input.</summary>
/// <remarks>Pure. Time grows with the candidates plus the taken ones' sorting; only the result is allocated.</remarks>
public static class StockAllocator
{
    /// <summary>Chooses lots for a request.</summary>
    /// <param name="candidates">Lots at one location, each once, all of one scale; any order.</param>
    /// <param name="request">How much is wanted, and how lots are chosen.</param>
    /// <exception cref="ArgumentException">The wanted quantity or the multiple is not more than zero.</exception>
    public static AllocationResult Allocate(ReadOnlySpan<LotCandidate> candidates, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Wanted.Steps <= 0) throw new ArgumentException("The wanted quantity must be more than zero.", nameof(request));
        if (request.Multiple.Steps <= 0) throw new ArgumentException("The multiple must be more than zero.", nameof(request));
        if (request.Multiple.Scale != request.Wanted.Scale) throw new ArgumentException("The multiple and the wanted quantity must be of one scale.", nameof(request));

        var rented = ArrayPool<PickKey>.Shared.Rent(candidates.Length);
        try
        {
            var isOneLot = request.Policy.Completeness == Completeness.SingleLotOnly;
            var keys = new PickingBuffer(rented, isOneLot ? long.MaxValue : WholePacks(request.Wanted.Steps, request.Multiple.Steps));
            var scan = CandidateScan.Of(candidates, request, ref keys);
            var usable = rented.AsSpan(0, keys.Count);
            return isOneLot
                ? OneLot(candidates, request, usable, scan)
                : ManyLots(candidates, request, usable, scan);
        }
        finally
        {
            ArrayPool<PickKey>.Shared.Return(rented);
        }
    }

    private static AllocationResult ManyLots(
        ReadOnlySpan<LotCandidate> candidates, AllocationRequest request, Span<PickKey> usable, in CandidateScan scan)
    {
        var wholePacks = WholePacks(request.Wanted.Steps, request.Multiple.Steps);
        var take = Math.Min(wholePacks, scan.Total);
        var isShort = take < request.Wanted.Steps;
        if (take == 0 || (isShort && request.Policy.Completeness == Completeness.AllOrNothing)) return TooLittle(request, scan.Total, scan);

        var prefix = PickingPrefix.Sorted(usable, take);
        var parts = new AllocatedPart[prefix.Length];
        var left = take;
        for (var i = 0; i < prefix.Length; i++)
        {
            var taken = Math.Min(prefix[i].Usable, left);
            left -= taken;
            parts[i] = Part(candidates[prefix[i].Index], taken);
        }

        return Allocated(request, parts, take, PassesRemnant(candidates, request, prefix));
    }

    private static AllocationResult OneLot(
        ReadOnlySpan<LotCandidate> candidates, AllocationRequest request, ReadOnlySpan<PickKey> usable, in CandidateScan scan)
    {
        var fits = request.Wanted.Steps % request.Multiple.Steps == 0;
        PickKey? best = null;
        long largest = 0;
        foreach (ref readonly var key in usable)
        {
            largest = Math.Max(largest, key.Usable);
            if (fits && key.Usable >= request.Wanted.Steps && (best is null || key.CompareTo(best.Value) < 0)) best = key;
        }

        return best is { } lot
            ? Allocated(request, [Part(candidates[lot.Index], request.Wanted.Steps)], request.Wanted.Steps, PassesRemnant(candidates, request, [lot]))
            : TooLittle(request, largest, scan);
    }

    // A lot before the last taken one that keeps a remnant was passed over, and so was one that had less than a pack.
    private static bool PassesRemnant(ReadOnlySpan<LotCandidate> candidates, AllocationRequest request, ReadOnlySpan<PickKey> taken)
    {
        if (request.Multiple.Steps == 1) return false;
        var last = taken[^1];
        for (var i = 0; i < candidates.Length; i++)
        {
            var available = CandidateScan.AvailableOf(candidates[i], request);
            if (available % request.Multiple.Steps == 0) continue;
            var key = PickKey.Of(candidates[i], WholePacks(available, request.Multiple.Steps), i, request.Policy);
            if (key.CompareTo(last) < 0) return true;
        }

        return false;
    }

    private static AllocationResult.Allocated Allocated(AllocationRequest request, AllocatedPart[] parts, long taken, bool relaxed) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(parts), new(request.Wanted.Steps - taken, request.Wanted.Scale), relaxed);

    private static AllocatedPart Part(in LotCandidate candidate, long steps) =>
        new(candidate.Lot, candidate.Version, new(steps, candidate.OnHand.Scale));

    private static AllocationResult.Short TooLittle(AllocationRequest request, long available, in CandidateScan scan) =>
        new(request.Wanted, new(available, request.Wanted.Scale), scan.Excluded(request.Wanted.Scale));

    private static long WholePacks(long steps, long multiple) => steps / multiple * multiple;
}
