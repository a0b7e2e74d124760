using Clinic.Pharmacy.Allocation;

namespace Clinic.Pharmacy.Tests.Allocation;

/// <summary>Lots and what is asked of them.</summary>
internal sealed record AllocationCase(IReadOnlyList<LotCandidate> Lots, AllocationRequest Request)
{
    public AllocationResult Allocate() => StockAllocator.Allocate([.. Lots], Request);

    public override string ToString() => $"{Request} of{Environment.NewLine}{string.Join(Environment.NewLine, Lots)}";
}
