using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Gs1;

namespace Clinic.Benchmarks.Gs1;

/// <summary>Reading a scan allocates what its result needs, and not a byte more.</summary>
public sealed class Gs1AllocationGate : IGate
{
    public string Name => "GS1 parse";

    public IReadOnlyList<GateFigure> Run() =>
    [
        Bytes("bytes, element string; limit: its result by hand", Gs1Samples.Pack),
        Bytes("bytes, form for people; limit: its result by hand", Gs1Samples.Readable),
        Bytes("bytes, with other elements; limit: its result by hand", Gs1Samples.Rich),
    ];

    private static GateFigure Bytes(string label, string text)
    {
        var model = Gs1ElementString.ParseOrThrow(text, Gs1Samples.Year);
        return new(
            label,
            Allocation.BytesPerCall(() => Gs1ElementString.Parse(text, Gs1Samples.Year)),
            Allocation.BytesPerCall(() => Gs1Samples.ByHand(model)));
    }
}
