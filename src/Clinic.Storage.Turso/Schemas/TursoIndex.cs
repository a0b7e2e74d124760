namespace Clinic.Storage.Turso;

/// <summary>An index of a table.</summary>
public sealed record TursoIndex
{
    /// <summary>The name; SQLite makes one up for those of keys.</summary>
    public required string Name { get; init; }

    /// <summary>Whether two rows may not have the same values.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>Whether it comes from a PRIMARY KEY.</summary>
    public required bool IsPrimaryKey { get; init; }

    /// <summary>Whether it comes from a UNIQUE of the table and not from CREATE INDEX.</summary>
    public required bool IsConstraint { get; init; }

    /// <summary>Whether it holds only some rows, by a WHERE.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Its columns in their order.</summary>
    public required IReadOnlyList<TursoIndexColumn> Columns { get; init; }

    /// <summary>The CREATE INDEX, or null for one of a key.</summary>
    public string? Sql { get; init; }
}
