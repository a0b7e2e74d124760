namespace Clinic.Storage.Turso;

/// <summary>A column of a table or view.</summary>
public sealed record TursoColumn
{
    /// <summary>The name without quotes.</summary>
    public required string Name { get; init; }

    /// <summary>The place from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The type as declared; empty when there is none.</summary>
    public required string DeclaredType { get; init; }

    /// <summary>Whether NULL is refused; a primary key that is the row id needs no NOT NULL for it.</summary>
    public required bool IsNotNull { get; init; }

    /// <summary>The default as written in SQL, or null.</summary>
    public string? DefaultSql { get; init; }

    /// <summary>The place in the primary key from 1; 0 when it is not part of it.</summary>
    public required int KeyPlace { get; init; }

    /// <summary>Whether values are never used again, by AUTOINCREMENT.</summary>
    public bool IsAutoIncrement { get; init; }

    /// <summary>Where its value comes from.</summary>
    public TursoColumnKind Kind { get; init; }
}
