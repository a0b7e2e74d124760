namespace Clinic.Abstractions;

/// <summary>Cutting long lists into pages.</summary>
public static class Paging
{
    /// <summary>Cuts a list that was read with one item too many.</summary>
    /// <param name="items">Up to size + 1 items.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="mark">The mark of an item.</param>
    public static Page<T> Cut<T>(IReadOnlyList<T> items, PageRequest request, Func<T, string> mark)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mark);
        return items.Count <= request.Size ? new(items, null) : new([.. items.Take(request.Size)], mark(items[request.Size - 1]));
    }
}
