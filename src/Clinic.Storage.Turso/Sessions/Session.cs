namespace Clinic.Storage.Turso;

/// <summary>An open conversation with an engine: a handle of SQLite, or a stream of a server. Used by one caller at a time.</summary>
internal abstract class Session
{
    public abstract string ServerVersion { get; }

    /// <summary>Whether the engine has a transaction open.</summary>
    public abstract bool IsInTransaction { get; }

    /// <summary>Whether the answer to the last commit was lost, so that all of it was kept, or nothing.</summary>
    public virtual bool IsOutcomeUnknown => false;

    /// <summary>Begins to run; the results stand before the first one.</summary>
    public abstract Results Run(in Work work);

    /// <summary>Checks statements without running them.</summary>
    public abstract ValueTask PrepareAsync(SqlStatement[] statements, CancellationToken cancellationToken);

    /// <summary>Begins a transaction.</summary>
    /// <param name="isDeferred">Whether the write lock is taken by the first write only.</param>
    /// <param name="timeout">Seconds that it may take; 0 is without limit.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public abstract ValueTask BeginAsync(bool isDeferred, int timeout, CancellationToken cancellationToken);

    public abstract ValueTask CommitAsync(int timeout, CancellationToken cancellationToken);

    public abstract ValueTask RollbackAsync();

    /// <summary>Ends the use: rolls back what is open, and gives the conversation back for others.</summary>
    public abstract ValueTask CloseAsync();
}
