using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Json;

internal sealed class GtinConverter : TextJsonConverter<Gtin>
{
    protected override Gtin? TryRead(string text) => Gtin.TryParse(text, out var gtin) ? gtin : null;

    protected override string Text(Gtin value) => value.ToString();
}
