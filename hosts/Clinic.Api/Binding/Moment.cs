using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Binding;

/// <summary>An instant in a query, such as <c>2026-01-31T15:04:05Z</c>.</summary>
/// <param name="Value">The instant.</param>
public readonly record struct Moment(Instant Value)
{
    /// <summary>Reads the text; false when it is no instant.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Moment moment)
    {
        var read = text is null ? null : InstantPattern.ExtendedIso.Parse(text);
        moment = read is { Success: true } ? new(read.Value) : default;
        return read is { Success: true };
    }
}
