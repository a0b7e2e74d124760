namespace Clinic.Storage.Turso;

/// <summary>A look at a whole database over several statements.</summary>
internal interface ISnapshot : IDisposable
{
    /// <summary>Whether all statements see the same state; otherwise others may write in between.</summary>
    bool IsFrozen { get; }

    /// <summary>Reads all rows of one statement.</summary>
    Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken);
}
