namespace Clinic.Storage.Turso;

/// <summary>Names of tables and columns in SQL.</summary>
internal static class Identifier
{
    /// <summary>The name in double quotes.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The name without its quotes of any of the four styles.</summary>
    public static string Bare(string written)
    {
        if (written.Length < 2) return written;
        var (first, last) = (written[0], written[^1]);
        if (first == '[' && last == ']') return written[1..^1];
        return first is '"' or '`' or '\'' && last == first ? written[1..^1].Replace($"{first}{first}", $"{first}", StringComparison.Ordinal) : written;
    }
}
