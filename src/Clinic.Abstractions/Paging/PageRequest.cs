namespace Clinic.Abstractions;

/// <summary>Which part of a long list is wanted.</summary>
public sealed record PageRequest
{
    /// <summary>The most items of a page.</summary>
    public const int LargestSize = 500;

    /// <summary>The items of a page when nobody says how many.</summary>
    public const int DefaultSize = 50;

    /// <summary>A page of a size, after a mark that an earlier page gave.</summary>
    /// <param name="size">Items, 1 to 500.</param>
    /// <param name="after">The mark of the page before, or null for the first page.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 500.</exception>
    public PageRequest(int size = DefaultSize, string? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        Size = size;
        After = after;
    }

    /// <summary>The first page of the usual size.</summary>
    public static PageRequest First { get; } = new();

    /// <summary>Items of the page, 1 to 500.</summary>
    public int Size { get; }

    /// <summary>The mark after which the page begins; null for the first page.</summary>
    public string? After { get; }
}
