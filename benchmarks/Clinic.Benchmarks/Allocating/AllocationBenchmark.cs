using BenchmarkDotNet.Attributes;
using Clinic.Pharmacy.Allocation;

namespace Clinic.Benchmarks.Allocating;

/// <summary>Allocation over many lots, against the same rules in LINQ.</summary>
[MemoryDiagnoser]
public class AllocationBenchmark
{
    private LotCandidate[] lots = [];
    private AllocationRequest request = null!;

    [Params(10, 1_000, 100_000)]
    public int Lots { get; set; }

    [Params(0.01, 0.5)]
    public double Share { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        lots = AllocationSamples.Lots(Lots);
        request = AllocationSamples.Taking(lots, Share);
    }

    [Benchmark(Baseline = true)]
    public object? Linq() => PlainAllocation.Allocate(lots, request);

    [Benchmark]
    public AllocationResult Allocate() => StockAllocator.Allocate(lots, request);
}
