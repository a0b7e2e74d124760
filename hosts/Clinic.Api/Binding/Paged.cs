using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Size">Items of the page, 1 to 500; 50 where it is not said.</param>
/// <param name="After">The mark <c>next</c> of the page before.</param>
/// <param name="Http">The request.</param>
public readonly record struct Paged(int? Size, string? After, HttpContext Http)
{
    private const int LongestMark = 300;

    /// <summary>The request as the stores take it.</summary>
    /// <exception cref="ApiException">Size or mark are out of bounds.</exception>
    public PageRequest Request
    {
        get
        {
            if (Size is < 1 or > PageRequest.LargestSize)
                throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "size"), ("found", Size), ("allowed", $"1 to {PageRequest.LargestSize}"));
            return new(Size ?? PageRequest.DefaultSize, After is null ? null : Mark(After));
        }
    }

    /// <summary>A part of a list that was computed as a whole.</summary>
    /// <param name="all">The whole list, in the order of its marks.</param>
    /// <param name="mark">The mark of an item; later items have greater ones, compared by character.</param>
    public Page<T> Slice<T>(IReadOnlyList<T> all, Func<T, string> mark)
    {
        ArgumentNullException.ThrowIfNull(all);
        var request = Request;
        var rest = all.SkipWhile(i => request.After is not null && string.CompareOrdinal(mark(i), request.After) <= 0).Take(request.Size + 1).ToList();
        return Paging.Cut(rest, request, mark);
    }

    private string Mark(string after) =>
        (after.Length <= LongestMark ? PageMarks.Open(Http, after) : null)
        ?? throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "after"), ("found", $"{after.Length} characters"), ("allowed", "the mark next of the page before, of the same list"));
}
