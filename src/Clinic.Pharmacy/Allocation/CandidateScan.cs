using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Allocation;

/// <summary>One pass over the candidates: which are usable, how much, and why the others are not.</summary>
internal readonly struct CandidateScan
{
    private readonly long expired;
    private readonly long notApproved;
    private readonly long reserved;
    private readonly long brokenPacks;

    private CandidateScan(long total, long expired, long notApproved, long reserved, long brokenPacks)
    {
        Total = total;
        this.expired = expired;
        this.notApproved = notApproved;
        this.reserved = reserved;
        this.brokenPacks = brokenPacks;
    }

    /// <summary>What they sum to, in steps.</summary>
    public long Total { get; }

    public static CandidateScan Of(ReadOnlySpan<LotCandidate> candidates, AllocationRequest request, ref PickingBuffer keys)
    {
        long total = 0, expired = 0, notApproved = 0, reserved = 0, brokenPacks = 0;
        var multiple = request.Multiple.Steps;
        var scale = request.Wanted.Scale;
        var today = PickKey.DayNumber(request.UsableOn);
        var policy = request.Policy;
        for (var i = 0; i < candidates.Length; i++)
        {
            ref readonly var candidate = ref candidates[i];
            if (candidate.OnHand.Scale != scale || candidate.Reserved.Scale != scale) throw new ArgumentException("All candidates and the request must be of one scale.", nameof(candidates));
            if (candidate.Status != LotStatus.Approved)
            {
                notApproved += candidate.OnHand.Steps;
                continue;
            }

            if (candidate.Expiration is { } date && PickKey.DayNumber(date) < today)
            {
                expired += candidate.OnHand.Steps;
                continue;
            }

            reserved += candidate.Reserved.Steps;
            var available = candidate.OnHand.Steps - candidate.Reserved.Steps;
            var usable = multiple == 1 ? available : available / multiple * multiple;
            brokenPacks += available - usable;
            if (usable <= 0) continue;
            total = checked(total + usable);
            if (!keys.IsBeyond(PickKey.FirstOf(candidate, policy.Order))) keys.Add(PickKey.Of(candidate, usable, i, policy));
        }

        return new(total, expired, notApproved, reserved, brokenPacks);
    }

    /// <summary>What of a candidate may be picked before whole packs are looked at; zero when it is not eligible.</summary>
    public static long AvailableOf(in LotCandidate candidate, AllocationRequest request) =>
        candidate.Status == LotStatus.Approved && !(candidate.Expiration is { } date && request.UsableOn > date)
            ? candidate.OnHand.Steps - candidate.Reserved.Steps
            : 0;

    public ExcludedStock Excluded(int scale) => new(new(expired, scale), new(notApproved, scale), new(reserved, scale), new(brokenPacks, scale));
}
