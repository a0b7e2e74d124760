using System.Collections.Immutable;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Tests.Allocation;

/// <summary>The same rules written down as one would say them, without a thought for speed.</summary>
internal static class ReferenceAllocator
{
    public static AllocationResult Allocate(IReadOnlyList<LotCandidate> candidates, AllocationRequest r)
    {
        var (scale, multiple) = (r.Wanted.Scale, r.Multiple.Steps);
        var expired = candidates.Where(c => c.Status == LotStatus.Approved && IsExpired(c, r)).Sum(c => c.OnHand.Steps);
        var notApproved = candidates.Where(c => c.Status != LotStatus.Approved).Sum(c => c.OnHand.Steps);
        var eligible = Ordered(candidates.Where(c => c.Status == LotStatus.Approved && !IsExpired(c, r)), r);
        var reserved = eligible.Sum(c => c.Reserved.Steps);
        var broken = eligible.Sum(c => Free(c) % multiple);
        ExcludedStock excluded = new(new(expired, scale), new(notApproved, scale), new(reserved, scale), new(broken, scale));

        IReadOnlyList<AllocatedPart> taken = r.Policy.Completeness == Completeness.SingleLotOnly ? OneLot(eligible, r) : ManyLots(eligible, r);
        var sum = taken.Sum(t => t.Quantity.Steps);
        if (sum == 0 || (sum < r.Wanted.Steps && r.Policy.Completeness != Completeness.Partial))
        {
            var largest = eligible.Select(c => Usable(c, r)).DefaultIfEmpty(0).Max();
            var available = r.Policy.Completeness == Completeness.SingleLotOnly ? largest : eligible.Sum(c => Usable(c, r));
            return new AllocationResult.Short(r.Wanted, new(available, scale), excluded);
        }

        var upToLast = eligible.TakeWhile(c => c.Lot != taken[^1].Lot);
        return new AllocationResult.Allocated([.. taken], new(r.Wanted.Steps - sum, scale), upToLast.Any(c => Free(c) % multiple != 0));
    }

    public static bool IsExpired(LotCandidate c, AllocationRequest r) => c.Expiration is { } e && r.UsableOn > e;

    public static long Free(LotCandidate c) => c.OnHand.Steps - c.Reserved.Steps;

    public static long Usable(LotCandidate c, AllocationRequest r) => Free(c) - (Free(c) % r.Multiple.Steps);

    public static IReadOnlyList<LotCandidate> Ordered(IEnumerable<LotCandidate> candidates, AllocationRequest r)
    {
        var byAge = r.Policy.Order == PickingOrder.Fefo
            ? candidates.OrderBy(c => c.Expiration is null).ThenBy(c => c.Expiration)
            : candidates.OrderBy(c => c.Received);
        if (r.Policy.TieBreak == TieBreak.SmallestRemainder) byAge = byAge.ThenBy(c => Usable(c, r));
        byAge = r.Policy.Order == PickingOrder.Fefo
            ? byAge.ThenBy(c => c.Received)
            : byAge.ThenBy(c => c.Expiration is null).ThenBy(c => c.Expiration);
        return [.. byAge.ThenBy(c => c.Lot.Value)];
    }

    private static List<AllocatedPart> ManyLots(IReadOnlyList<LotCandidate> eligible, AllocationRequest r)
    {
        var left = r.Wanted.Steps - (r.Wanted.Steps % r.Multiple.Steps);
        var taken = new List<AllocatedPart>();
        foreach (var c in eligible.Where(c => Usable(c, r) > 0))
        {
            if (left == 0) break;
            var part = Math.Min(left, Usable(c, r));
            left -= part;
            taken.Add(new(c.Lot, c.Version, new(part, r.Wanted.Scale)));
        }

        return taken;
    }

    private static ImmutableArray<AllocatedPart> OneLot(IReadOnlyList<LotCandidate> eligible, AllocationRequest r) =>
        r.Wanted.Steps % r.Multiple.Steps != 0
            ? []
            : [.. eligible.Where(c => Usable(c, r) >= r.Wanted.Steps).Take(1).Select(c => new AllocatedPart(c.Lot, c.Version, r.Wanted))];
}
