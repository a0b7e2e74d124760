using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Json;

internal sealed class PriceSegmentConverter : TextJsonConverter<PriceSegment>
{
    protected override PriceSegment? TryRead(string text) => PriceSegment.TryParse(text, out var segment) ? segment : null;

    protected override string Text(PriceSegment value) => value.ToString();
}
