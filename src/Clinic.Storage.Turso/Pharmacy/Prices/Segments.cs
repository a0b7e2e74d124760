using Clinic.Pharmacy.Prices;

namespace Clinic.Storage.Turso.Pharmacy.Prices;

/// <summary>Segments in their text form.</summary>
internal static class Segments
{
    public static PriceSegment Read(string text) =>
        PriceSegment.TryParse(text, out var segment) ? segment : throw new InvalidOperationException($"The stored segment '{text}' is none.");
}
