using System.Buffers;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Lines in the making, on rented memory.</summary>
internal sealed class DraftList : IDisposable
{
    private Draft[] items = ArrayPool<Draft>.Shared.Rent(32);

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
