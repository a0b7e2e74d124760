namespace Clinic.Pharmacy.Allocation;

/// <summary>Collects keys and forgets, now and then, those that can no longer be among the first ones.</summary>
/// <remarks>Where little of much is taken, nearly every lot is passed over by one comparison.</remarks>
/// <param name="keys">Scratch space for every key there may be.</param>
/// <param name="take">How much the first keys must hold together; the largest number keeps every key.</param>
internal ref struct PickingBuffer(Span<PickKey> keys, long take)
{
    private const int FewestToCut = 64;

    private readonly Span<PickKey> keys = keys;
    private long kept;
    private int nextCut = FewestToCut;
    private long lastFirst = long.MaxValue;

    /// <summary>How many keys are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a key that begins like this comes after all that can be needed.</summary>
    public readonly bool IsBeyond(long first) => first > lastFirst;

    public void Add(in PickKey key)
    {
        keys[Count++] = key;
        kept += key.Usable;
        if (Count >= nextCut && kept / 2 >= take) Cut();
    }

    private void Cut()
    {
        Count = PickingPrefix.EndOfPrefix(keys[..Count], take);
        kept = 0;
        lastFirst = long.MinValue;
        foreach (ref readonly var key in keys[..Count])
        {
            kept += key.Usable;
            lastFirst = Math.Max(lastFirst, key.First);
        }

        nextCut = Math.Max(FewestToCut, Count * 2);
    }
}
