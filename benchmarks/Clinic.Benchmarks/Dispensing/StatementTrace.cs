using System.Runtime.InteropServices;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>Hears of every statement on connections that are opened while it lives, through SQLite's own trace.</summary>
public sealed class StatementTrace : IDisposable
{
    private const string Library = "e_sqlite3";
    private const uint Statements = 1;

    private readonly EntryPoint entry;
    private readonly Callback callback;
    private readonly List<CapturedStatement> captured = [];
    private Exception? failure;

    public StatementTrace()
    {
        // Fields, so that the delegates live as long as SQLite may call them.
        callback = Heard;
        entry = (database, _, _) => sqlite3_trace_v2(database, Statements, callback, 0);
        if (sqlite3_auto_extension(entry) != 0) throw new InvalidOperationException("SQLite takes no extension.");
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int EntryPoint(nint database, nint message, nint routines);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Callback(uint kind, nint context, nint statement, nint text);

    /// <summary>What was run since the last call, in order.</summary>
    public IReadOnlyList<CapturedStatement> Take()
    {
        if (failure is not null) throw new InvalidOperationException("A statement was not understood.", failure);
        CapturedStatement[] taken = [.. captured];
        captured.Clear();
        return taken;
    }

    /// <summary>Connections that are opened later are not heard; those of before must be closed already.</summary>
    public void Dispose() => _ = sqlite3_cancel_auto_extension(entry);

    // An exception must not go through SQLite.
    private int Heard(uint kind, nint context, nint statement, nint text)
    {
        try
        {
            // Triggers are part of the statement that fires them.
            if (!Text(text).StartsWith("--", StringComparison.Ordinal)) captured.Add(Captured(statement));
        }
        catch (FormatException e)
        {
            failure ??= e;
        }

        return 0;
    }

    private static CapturedStatement Captured(nint statement)
    {
        var sql = Text(sqlite3_sql(statement));
        var expanded = sqlite3_expanded_sql(statement);
        try
        {
            return new(sql, ExpandedSql.Values(sql, Text(expanded)));
        }
        finally
        {
            sqlite3_free(expanded);
        }
    }

    private static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";

#pragma warning disable SYSLIB1054 // Source-generated imports need unsafe code, which nothing else here does.
    [DllImport(Library)]
    private static extern int sqlite3_auto_extension(EntryPoint entry);

    [DllImport(Library)]
    private static extern int sqlite3_cancel_auto_extension(EntryPoint entry);

    [DllImport(Library)]
    private static extern int sqlite3_trace_v2(nint database, uint mask, Callback callback, nint context);

    [DllImport(Library)]
    private static extern nint sqlite3_sql(nint statement);

    [DllImport(Library)]
    private static extern nint sqlite3_expanded_sql(nint statement);

    [DllImport(Library)]
    private static extern void sqlite3_free(nint memory);
#pragma warning restore SYSLIB1054
}
