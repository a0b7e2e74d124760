using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Json;

internal sealed class YearMonthConverter : TextJsonConverter<YearMonth>
{
    protected override YearMonth? TryRead(string text) => YearMonthPattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    protected override string Text(YearMonth value) => YearMonthPattern.Iso.Format(value);
}
