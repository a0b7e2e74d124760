using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Json;

/// <summary>A full date, or a month as <c>2026-11</c> where the raw text is that month.</summary>
internal sealed class ExpirationDateConverter : TextJsonConverter<ExpirationDate>
{
    protected override ExpirationDate? TryRead(string text) => ExpirationDate.TryParse(text, out var expiration) ? expiration : null;

    protected override string Text(ExpirationDate value) => value.Plain().Raw ?? value.ToString();
}
