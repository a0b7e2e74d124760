namespace Clinic.Storage.Turso;

/// <summary>A database inside the transaction of a migration.</summary>
internal interface IMigrationTarget
{
    /// <summary>Whether the transaction still stands; a script may have ended it.</summary>
    bool IsInTransaction { get; }

    /// <summary>Runs a script of several statements; stops at the first that fails.</summary>
    /// <exception cref="TursoException">A statement failed.</exception>
    Task ScriptAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Runs one statement.</summary>
    Task ExecuteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken);

    /// <summary>Runs statements in their order, together; stops at the first that fails.</summary>
    /// <exception cref="TursoException">A statement failed.</exception>
    Task ExecuteAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken);

    /// <summary>Reads all rows of one statement.</summary>
    Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Marks a new database as ours.</summary>
    Task MarkAsOursAsync(CancellationToken cancellationToken);
}
