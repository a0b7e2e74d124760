namespace Clinic.Storage.Turso;

/// <summary>Where a transaction on a server stands.</summary>
internal enum HranaTransactionState
{
    Open,
    Committed,
    RolledBack,

    /// <summary>The server or the connection ended it; nothing was kept.</summary>
    Lost,

    /// <summary>The answer to its commit was lost: all of it was kept, or nothing.</summary>
    Unknown,
}
