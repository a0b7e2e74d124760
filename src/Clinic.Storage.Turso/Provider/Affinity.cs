namespace Clinic.Storage.Turso;

/// <summary>What a declared type means to SQLite, and to .NET.</summary>
/// <seealso href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity"/>
internal static class Affinity
{
    public static Type TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Integer => typeof(long),
        ValueKind.Real => typeof(double),
        ValueKind.Text => typeof(string),
        ValueKind.Blob => typeof(byte[]),
        _ => typeof(object),
    };

    /// <summary>The type of a column where no value tells more; object where any may come.</summary>
    public static Type TypeOf(string? declared)
    {
        if (string.IsNullOrEmpty(declared)) return typeof(object);
        if (Has(declared, "INT")) return typeof(long);
        if (Has(declared, "CHAR") || Has(declared, "CLOB") || Has(declared, "TEXT")) return typeof(string);
        if (Has(declared, "BLOB")) return typeof(byte[]);
        return Has(declared, "REAL") || Has(declared, "FLOA") || Has(declared, "DOUB") ? typeof(double) : typeof(object);
    }

    /// <summary>The declared type without its lengths.</summary>
    public static string? Name(string? declared)
    {
        if (string.IsNullOrEmpty(declared)) return null;
        var bracket = declared.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? declared : declared[..bracket].TrimEnd();
    }

    public static string Name(ValueKind kind) => kind switch
    {
        ValueKind.Integer => "INTEGER",
        ValueKind.Real => "REAL",
        ValueKind.Text => "TEXT",
        _ => "BLOB",
    };

    private static bool Has(string declared, string part) => declared.Contains(part, StringComparison.OrdinalIgnoreCase);
}
