using System.Text.Json;

namespace Clinic.Api.Binding;

/// <summary>One of the words of an enum in a query, written as in JSON; numbers are none.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="Value">The value.</param>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>Reads the text; false when it is no such word.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Word<T> word)
    {
        var known = Known.TryGetValue(text ?? "", out var value);
        word = new(value);
        return known;
    }
}
