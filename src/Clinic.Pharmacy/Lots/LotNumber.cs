using System.Text.Json.Serialization;
using Clinic.Pharmacy.Json;

namespace Clinic.Pharmacy.Lots;

/// <summary>A manufacturer's lot number, exactly as printed: case and brackets matter.</summary>
/// <remarks>1 to 40 printable characters without outer spaces; GS1 allows 20. The default value is empty.</remarks>
[JsonConverter(typeof(LotNumberConverter))]
public readonly record struct LotNumber
{
    /// <summary>The most characters of a lot number.</summary>
    public const int Longest = 40;

    private readonly string? text;

    /// <summary>A lot number as printed.</summary>
    /// <exception cref="PharmacyException">The text is empty, too long or holds control characters.</exception>
    public LotNumber(string text)
    {
        var fields = new FieldCheck();
        fields.Text("lotNumber", text, Longest);
        fields.ThrowIfAny();
        this.text = text;
    }

    /// <summary>The number as printed.</summary>
    public string Text => text ?? "";

    /// <inheritdoc/>
    public override string ToString() => Text;
}
