namespace Clinic.Storage.Turso;

/// <summary>The stored words of an enum: its names in camel case.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Words =
        Enum.GetValues<TEnum>().Distinct().ToDictionary(v => v, v => Camel(v.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    public static string Of(TEnum value) =>
        Words.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, $"No {typeof(TEnum).Name}.");

    public static TEnum Read(string word) =>
        Values.TryGetValue(word, out var value)
            ? value
            : throw SqliteErrors.Refused($"The database holds a {typeof(TEnum).Name} that this program does not know; it may be older than the data.");

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
