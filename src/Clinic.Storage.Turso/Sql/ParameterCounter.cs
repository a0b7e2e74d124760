using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>Gives the parameters of one statement the numbers that SQLite gives them.</summary>
internal sealed class ParameterCounter
{
    /// <summary>The most that SQLite takes by default.</summary>
    public const int Most = 32_766;

    private readonly List<string?> names = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<bool> used = [];

    public IReadOnlyList<string?> Names => names;

    /// <summary>Whether a number is used at all.</summary>
    public bool IsUsed(int number) => used[number - 1];

    /// <summary>The number of a parameter as it is written.</summary>
    public int Add(string written)
    {
        if (written == "?") return Next(null);
        if (written[0] == '?') return Numbered(written);
        return known.TryGetValue(written, out var number) ? number : known[written] = Next(written);
    }

    private int Numbered(string written)
    {
        // SQLite refuses other numbers itself, with a message of its own.
        if (!int.TryParse(written.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Most) return Next(written);
        while (names.Count < number)
        {
            names.Add(null);
            used.Add(false);
        }

        names[number - 1] ??= used[number - 1] ? null : written;
        used[number - 1] = true;
        return number;
    }

    private int Next(string? name)
    {
        names.Add(name);
        used.Add(true);
        return names.Count;
    }
}
