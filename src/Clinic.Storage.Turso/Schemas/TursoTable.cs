namespace Clinic.Storage.Turso;

/// <summary>A table or view with all that belongs to it.</summary>
public sealed record TursoTable
{
    /// <summary>The name without quotes.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required TursoTableKind Kind { get; init; }

    /// <summary>The CREATE statement.</summary>
    public required string Sql { get; init; }

    /// <summary>Whether it is WITHOUT ROWID.</summary>
    public bool IsWithoutRowId { get; init; }

    /// <summary>Whether types are enforced, by STRICT; never in SQLite 3.35.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Columns in their order, generated and hidden ones included.</summary>
    public required IReadOnlyList<TursoColumn> Columns { get; init; }

    /// <summary>Names of the columns of the primary key, in the order of the key.</summary>
    public required IReadOnlyList<string> PrimaryKey { get; init; }

    /// <summary>Indexes, those of keys included.</summary>
    public required IReadOnlyList<TursoIndex> Indexes { get; init; }

    /// <summary>Foreign keys in the order in which they are written.</summary>
    public required IReadOnlyList<TursoForeignKey> ForeignKeys { get; init; }
}
