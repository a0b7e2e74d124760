using NodaTime;

namespace Clinic.Pharmacy.Allocation;

/// <summary>A usable lot with its place in the picking order; small, so that sorting moves little.</summary>
internal readonly struct PickKey(long first, long second, long third, Guid lot, long usable, int index) : IComparable<PickKey>
{
    private readonly long second = second;
    private readonly long third = third;
    private readonly Guid lot = lot;

    /// <summary>What decides first: the day of expiry, or the instant of receipt.</summary>
    public long First { get; } = first;

    public long Usable { get; } = usable;

    public int Index { get; } = index;

    public int CompareTo(PickKey other) => Compare(this, other);

    /// <summary>Compares in place: the keys of a hundred thousand lots are not copied for it.</summary>
    public static int Compare(in PickKey left, in PickKey right)
    {
        if (left.First != right.First) return left.First < right.First ? -1 : 1;
        if (left.second != right.second) return left.second < right.second ? -1 : 1;
        if (left.third != right.third) return left.third < right.third ? -1 : 1;
        return left.lot.CompareTo(right.lot);
    }

    public static PickKey Of(in LotCandidate candidate, long usable, int index, AllocationPolicy policy)
    {
        var (expiry, received) = (Expiry(candidate), candidate.Received.ToUnixTimeTicks());
        var (major, minor) = policy.Order == PickingOrder.Fefo ? (expiry, received) : (received, expiry);
        return policy.TieBreak == TieBreak.SmallestRemainder
            ? new(major, usable, minor, candidate.Lot.Value, usable, index)
            : new(major, minor, 0, candidate.Lot.Value, usable, index);
    }

    /// <summary>The <see cref="First"/> of a lot's key, without the rest.</summary>
    public static long FirstOf(in LotCandidate candidate, PickingOrder order) =>
        order == PickingOrder.Fefo ? Expiry(candidate) : candidate.Received.ToUnixTimeTicks();

    /// <summary>A number that orders dates as they follow each other; cheaper to make than counting days.</summary>
    public static long DayNumber(LocalDate date) => (((date.Year * 16L) + date.Month) * 32) + date.Day;

    // No expiry comes after every date.
    private static long Expiry(in LotCandidate candidate) => candidate.Expiration is { } date ? DayNumber(date) : long.MaxValue;
}
