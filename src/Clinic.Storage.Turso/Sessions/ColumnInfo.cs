namespace Clinic.Storage.Turso;

/// <summary>A column of a result, and where it comes from as far as the engine says so.</summary>
/// <param name="Name">As written or derived; several may be the same.</param>
/// <param name="DeclaredType">The type in CREATE TABLE; null for an expression.</param>
/// <param name="Database">The attached name of the database, null for an expression or when unknown.</param>
/// <param name="Table">The table or null.</param>
/// <param name="Origin">The column of the table or null.</param>
internal sealed record ColumnInfo(string Name, string? DeclaredType, string? Database = null, string? Table = null, string? Origin = null)
{
    /// <summary>Whether the column of the table takes no NULL; null when unknown.</summary>
    public bool? IsNotNull { get; init; }

    /// <summary>Whether it belongs to the primary key; null when unknown.</summary>
    public bool? IsKey { get; init; }

    public bool? IsAutoIncrement { get; init; }
}
