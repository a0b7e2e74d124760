using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Binding;

/// <summary>A calendar date in a query, such as <c>2026-01-31</c>.</summary>
/// <param name="Value">The date.</param>
public readonly record struct Day(LocalDate Value)
{
    /// <summary>Reads the text; false when it is no date.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Day day)
    {
        var read = text is null ? null : LocalDatePattern.Iso.Parse(text);
        day = read is { Success: true } ? new(read.Value) : default;
        return read is { Success: true };
    }
}
