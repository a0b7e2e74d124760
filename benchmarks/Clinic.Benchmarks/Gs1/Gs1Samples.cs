using System.Collections.Immutable;
using Clinic.Pharmacy.Gs1;

namespace Clinic.Benchmarks.Gs1;

/// <summary>Scans as they come at receiving, and their results made by hand.</summary>
internal static class Gs1Samples
{
    public const int Year = 2026;

    /// <summary>A medicine pack: number, expiration, lot and serial, 46 characters.</summary>
    public const string Pack = "]d2010786100512345217280331" + "10L4P-07\u001d" + "21a1B2c3d4";

    /// <summary>The same pack as people read it.</summary>
    public const string Readable = "(01)07861005123452(17)280331(10)L4P-07(21)a1B2c3d4";

    /// <summary>The pack with a reimbursement number and a net weight besides.</summary>
    public const string Rich = Pack + "\u001d3103001250" + "7137009123";

    /// <summary>A result with the same content, with nothing of it shared.</summary>
    public static Gs1ScanResult ByHand(Gs1Scan model) => new Gs1ScanResult.Read(new Gs1Scan
    {
        Gtin = model.Gtin,
        ExpirationDate = model.ExpirationDate,
        LotNumber = Copy(model.LotNumber!),
        Serial = Copy(model.Serial!),
        OtherElements = Copies(model.OtherElements),
    });

    private static ImmutableArray<Gs1Element> Copies(ImmutableArray<Gs1Element> elements) => elements.Length switch
    {
        0 => [],
        2 => [elements[0] with { Value = Copy(elements[0].Value) }, elements[1] with { Value = Copy(elements[1].Value) }],
        _ => throw new ArgumentOutOfRangeException(nameof(elements)),
    };

    private static string Copy(string text) => new(text.AsSpan());
}
