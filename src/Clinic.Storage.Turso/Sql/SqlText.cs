using System.Collections.Concurrent;

namespace Clinic.Storage.Turso;

/// <summary>A SQL text, split into its statements; kept by text, because the same ones come again and again.</summary>
internal sealed class SqlText
{
    private const int MostKept = 2_000;
    private const int LongestKept = 20_000;

    private static readonly ConcurrentDictionary<string, SqlText> Kept = new(StringComparer.Ordinal);

    private SqlText(SqlStatement[] statements)
    {
        Statements = statements;
        foreach (var statement in statements) Parameters += statement.Parameters.Length;
    }

    /// <summary>Without empty ones and those of comments only.</summary>
    public SqlStatement[] Statements { get; }

    /// <summary>The parameters of all statements together.</summary>
    public int Parameters { get; }

    public static SqlText Of(string text)
    {
        if (Kept.TryGetValue(text, out var known)) return known;
        var parsed = new SqlText(SqlSplitter.Split(text));
        if (text.Length > LongestKept) return parsed;

        // Texts with values written into them are all different; starting anew now and then is enough.
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd(text, parsed);
    }
}
