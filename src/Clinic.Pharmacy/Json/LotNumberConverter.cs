using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Json;

internal sealed class LotNumberConverter : TextJsonConverter<LotNumber>
{
    protected override LotNumber? TryRead(string text) => new LotNumber(text);

    protected override string Text(LotNumber value) => value.Text;
}
