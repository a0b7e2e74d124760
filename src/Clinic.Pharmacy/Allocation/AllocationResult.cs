using System.Collections.Immutable;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Allocation;

/// <summary>The answer of an allocation: parts of lots, or short.</summary>
public abstract record AllocationResult
{
    private AllocationResult()
    {
    }

    /// <summary>Something can leave.</summary>
    /// <param name="Parts">What is taken of each lot, in picking order; at least one, each lot once.</param>
    /// <param name="Unallocated">What is missing; more than zero only where partial is allowed.</param>
    /// <param name="OrderRelaxed">Whether a remnant of a pack that cannot be opened was passed over.</param>
    public sealed record Allocated(ImmutableArray<AllocatedPart> Parts, StockQuantity Unallocated, bool OrderRelaxed) : AllocationResult;

    /// <summary>Nothing leaves.</summary>
    /// <param name="Wanted">What was asked.</param>
    /// <param name="Available">What could be picked; with one lot only, of the best lot.</param>
    /// <param name="Excluded">What is there and could not be picked.</param>
    public sealed record Short(StockQuantity Wanted, StockQuantity Available, ExcludedStock Excluded) : AllocationResult;
}
