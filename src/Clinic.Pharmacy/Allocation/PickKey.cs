using Clinic.Abstractions;

namespace Clinic.Pharmacy.Allocation;

/// <summary>A usable lot with its place in the picking order; small, so that sorting moves little.</summary>
internal readonly struct PickKey(long first, long second, long third, Guid lot, long usable, int index) : IComparable<PickKey>
{
    private readonly long first = first;
    private readonly long second = second;
    private readonly long third = third;
    private readonly Guid lot = lot;

    public long Usable { get; } = usable;

    public int Index { get; } = index;

    public int CompareTo(PickKey other)
    {
        if (first != other.first) return first < other.first ? -1 : 1;
        if (second != other.second) return second < other.second ? -1 : 1;
        if (third != other.third) return third < other.third ? -1 : 1;
        return lot.CompareTo(other.lot);
    }

    public static PickKey Of(in LotCandidate candidate, long usable, int index, AllocationPolicy policy)
    {
        // Days and microseconds keep the order of dates and instants; no expiry comes after every date.
        long expiry = candidate.Expiration is { } date ? date.Year * 400L + date.DayOfYear : long.MaxValue;
        var received = candidate.Received.ToUnixTimeMicroseconds();
        var (major, minor) = policy.Order == PickingOrder.Fefo ? (expiry, received) : (received, expiry);
        return policy.TieBreak == TieBreak.SmallestRemainder
            ? new(major, usable, minor, candidate.Lot.Value, usable, index)
            : new(major, minor, 0, candidate.Lot.Value, usable, index);
    }
}
