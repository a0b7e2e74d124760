using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Benchmarks.Allocating;

/// <summary>The same rules as one would write them with LINQ: filter, sort, take until there is enough.</summary>
internal static class PlainAllocation
{
    public static IReadOnlyList<(LotId Lot, StockQuantity Quantity)>? Allocate(LotCandidate[] lots, AllocationRequest request)
    {
        var left = request.Wanted;
        var parts = new List<(LotId, StockQuantity)>();
        var inOrder = lots
            .Where(l => l.Status == LotStatus.Approved && !(l.Expiration is { } e && request.UsableOn > e) && l.OnHand > l.Reserved)
            .OrderBy(l => l.Expiration ?? LocalDate.MaxIsoValue)
            .ThenBy(l => l.Received)
            .ThenBy(l => l.Lot.Value);
        foreach (var lot in inOrder)
        {
            if (left.IsZero) break;
            var taken = StockQuantity.Min(left, lot.OnHand - lot.Reserved);
            parts.Add((lot.Lot, taken));
            left -= taken;
        }

        return left.IsZero ? parts : null;
    }
}
