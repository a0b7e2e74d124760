namespace Clinic.Storage.Turso;

/// <summary>What one statement gave, complete in memory.</summary>
internal sealed class HranaResult
{
    public IReadOnlyList<HranaColumn> Columns { get; init; } = [];

    public IReadOnlyList<SqlValue[]> Rows { get; init; } = [];

    /// <summary>Rows inserted, changed or deleted by this statement; 0 for others.</summary>
    public long Affected { get; init; }

    /// <summary>The row id of the last insert; null where there was none.</summary>
    public long? LastInsertRowId { get; init; }

    /// <summary>How far a replica must be to see what was written; null where the server does not say.</summary>
    public long? ReplicationIndex { get; init; }
}
