using BenchmarkDotNet.Attributes;
using Clinic.Pharmacy.Gs1;

namespace Clinic.Benchmarks.Gs1;

/// <summary>Reading and writing a scan, against making the same result by hand.</summary>
[MemoryDiagnoser]
public class Gs1ParseBenchmark
{
    private string pack = "";
    private string readable = "";
    private string rich = "";
    private string wrong = "";
    private Gs1Scan scan = new();

    [GlobalSetup]
    public void Setup()
    {
        (pack, readable, rich) = (Gs1Samples.Pack, Gs1Samples.Readable, Gs1Samples.Rich);
        wrong = pack.Replace("17280331", "17281331", StringComparison.Ordinal);
        scan = Gs1ElementString.ParseOrThrow(pack, Gs1Samples.Year);
    }

    [Benchmark(Baseline = true)]
    public Gs1ScanResult ResultByHand() => Gs1Samples.ByHand(scan);

    [Benchmark]
    public Gs1ScanResult Parse() => Gs1ElementString.Parse(pack, Gs1Samples.Year);

    [Benchmark]
    public Gs1ScanResult ParseForPeople() => Gs1ElementString.Parse(readable, Gs1Samples.Year);

    [Benchmark]
    public Gs1ScanResult ParseWithOtherElements() => Gs1ElementString.Parse(rich, Gs1Samples.Year);

    [Benchmark]
    public Gs1ScanResult ParseUnreadable() => Gs1ElementString.Parse(wrong, Gs1Samples.Year);

    [Benchmark]
    public string Build() => Gs1ElementString.Build(scan);
}
