using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Benchmarks.Allocating;

/// <summary>Lots of a large pharmacy: most may leave, few are blocked, expired or without a date.</summary>
internal static class AllocationSamples
{
    public static readonly LocalDate Today = new(2026, 3, 10);

    /// <summary>So many lots in no order, the same ones for the same seed.</summary>
    public static LotCandidate[] Lots(int count, int seed = 0)
    {
        var random = new Random(seed);
        var lots = new LotCandidate[count];
        for (var i = 0; i < count; i++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var onHand = random.Next(1, 500);
            lots[i] = new(
                new LotId(new Guid(bytes)), 1, random.Next(20) == 0 ? LotStatus.Quarantined : LotStatus.Approved,
                random.Next(20) == 0 ? null : Today.PlusDays(random.Next(-30, 1_000)),
                Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(500_000)), new(onHand, 0), new(random.Next(4) == 0 ? random.Next(onHand) : 0, 0));
        }

        return lots;
    }

    /// <summary>A request that touches about so much of all lots.</summary>
    public static AllocationRequest Taking(LotCandidate[] lots, double share)
    {
        var available = lots.Where(l => l.Status == LotStatus.Approved && !(Today > l.Expiration)).Sum(l => l.OnHand.Steps - l.Reserved.Steps);
        return new(new(Math.Max(1, (long)(available * share)), 0), Today, new(1, 0), AllocationPolicy.Default);
    }
}
