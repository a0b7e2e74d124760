using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Size">Items of the page, 1 to 500; 50 where it is not said.</param>
/// <param name="After">The mark <c>next</c> of the page before.</param>
public readonly record struct Paged(int? Size, string? After)
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
            if (After is not null && (After.Length is 0 or > LongestMark || After.Any(char.IsControl)))
                throw new ApiException(400, ApiRules.ParameterInvalid, ("parameter", "after"), ("found", $"{After.Length} characters"), ("allowed", "the mark next of the page before"));
            return new(Size ?? PageRequest.DefaultSize, After);
        }
    }
}
