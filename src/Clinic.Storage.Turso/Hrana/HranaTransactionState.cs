namespace Clinic.Storage.Turso;

/// <summary>Where a transaction on a server stands.</summary>
internal enum HranaTransactionState
{
    Open,
    Committed,
    RolledBack,

    /// <summary>The server or the connection ended it; only a lost answer to its commit can have kept anything.</summary>
    Lost,
}
