namespace Clinic.Storage.Turso;

/// <summary>Columns that name a row of another table.</summary>
public sealed record TursoForeignKey
{
    /// <summary>SQLite's number of it within the table.</summary>
    public required int Id { get; init; }

    /// <summary>The table that is named.</summary>
    public required string PrincipalTable { get; init; }

    /// <summary>The columns of this table.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The columns of the other one; its primary key where none are written.</summary>
    public required IReadOnlyList<string> PrincipalColumns { get; init; }

    /// <summary>What happens when the named row is deleted.</summary>
    public required TursoForeignKeyAction OnDelete { get; init; }

    /// <summary>What happens when the key of the named row is changed.</summary>
    public required TursoForeignKeyAction OnUpdate { get; init; }
}
