using System.Buffers;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Lines in the making, on rented memory.</summary>
internal sealed class DraftList : IDisposable
{
    // Enough for a month of bands; rented memory costs the same at any size, growing does not.
    private const int Usual = 256;

    private Draft[] items = ArrayPool<Draft>.Shared.Rent(Usual);

    public int Count { get; private set; }

    public Span<Draft> Items => items.AsSpan(0, Count);

    public ref Draft this[int index] => ref items[index];

    public int Add(in Draft draft)
    {
        if (Count == items.Length)
        {
            var larger = ArrayPool<Draft>.Shared.Rent(Count * 2);
            items.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<Draft>.Shared.Return(items);
            items = larger;
        }

        items[Count] = draft;
        return Count++;
    }

    public void Dispose()
    {
        if (items.Length > 0) ArrayPool<Draft>.Shared.Return(items);
        items = [];
        Count = 0;
    }
}
