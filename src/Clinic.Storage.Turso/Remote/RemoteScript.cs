using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Takes a script apart, because a server runs one statement at a time where it can be guarded.</summary>
internal static class RemoteScript
{
    /// <summary>The statements, with their comments; SQLite itself says where each ends, bodies of triggers and texts included.</summary>
    public static IReadOnlyList<HranaStatement> Statements(string script)
    {
        NativeLibraryCheck.EnsurePresent();
        var statements = new List<HranaStatement>();
        var start = 0;
        for (var end = script.IndexOf(';', StringComparison.Ordinal); end >= 0; end = script.IndexOf(';', end + 1))
        {
            var text = script[start..(end + 1)];
            if (raw.sqlite3_complete(text) == 0) continue;
            start = end + 1;
            if (!IsEmpty(text)) statements.Add(new HranaStatement(text.Trim()));
        }

        if (!IsEmpty(script[start..])) statements.Add(new HranaStatement(script[start..].Trim()));
        return statements;
    }

    // Servers refuse what holds nothing but blanks and comments.
    private static bool IsEmpty(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == ';') continue;
            var rest = text.AsSpan(i);
            if (rest.StartsWith("--")) i += End(rest, "\n");
            else if (rest.StartsWith("/*")) i += End(rest, "*/") + 1;
            else return false;
        }

        return true;
    }

    private static int End(ReadOnlySpan<char> comment, string mark) => comment.IndexOf(mark) is var at and >= 0 ? at : comment.Length;
}
