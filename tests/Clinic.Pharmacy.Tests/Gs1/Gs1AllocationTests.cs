using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Tests.Gs1;

public class Gs1AllocationTests
{
    private const int Rounds = 1_000;

    [Theory]
    [InlineData("]d2010786100512345217280331" + "10L4P-07\u001d21a1B2c3")]
    [InlineData("(01)07861005123452(17)280331(10)L4P-07(21)a1B2c3")]
    [InlineData("010786100512345217280331" + "10L4P-07\u001d21a1B2c3\u001d7137009\u001d3103001250")]
    [InlineData("17280331")]
    public void Parse_AllocatesNothingButItsResult(string text)
    {
        var scan = Gs1ElementString.ParseOrThrow(text, Gs1Arbitraries.Year);

        var parsing = BytesOf(() => Gs1ElementString.Parse(text, Gs1Arbitraries.Year));
        var copying = BytesOf(() => new Gs1ScanResult.Read(new Gs1Scan
        {
            Gtin = scan.Gtin,
            LotNumber = Copy(scan.LotNumber),
            Serial = Copy(scan.Serial),
            ExpirationDate = scan.ExpirationDate,
            OtherElements = scan.OtherElements.Length == 0 ? [] : [.. scan.OtherElements.Select(e => e with { Value = Copy(e.Value)! }).ToArray()],
        }));

        Assert.True(parsing <= copying, $"{parsing} bytes for parsing, {copying} for the same result by hand");
    }

    private static string? Copy(string? text) => text is null ? null : new string(text.AsSpan());

    private static long BytesOf(Func<object> action)
    {
        for (var i = 0; i < Rounds; i++) GC.KeepAlive(action());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) GC.KeepAlive(action());
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
