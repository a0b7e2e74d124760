namespace Clinic.Storage.Turso;

/// <content>The first look at a database, before anything is written.</content>
internal sealed partial class LocalDatabase
{
    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Options.IsInMemory) return;
        await openGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DatabaseFile.CreateIfMissing(Path);
            using var connection = PhysicalConnection.Open(Path, Options.BusyTimeout);
            _ = DatabaseIdentity.IsEmpty(connection, Path);
            if (connection.IsReadOnly) throw SqliteErrors.Refused($"The database {Path} cannot be written: its file or its directory is read-only.");
        }
        finally
        {
            openGate.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Options.IsInMemory)
        {
            await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await MigrationTracker.AppliedAsync(new LocalMigrationTarget(Writer()), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                writerGate.Release();
            }
        }

        if (!File.Exists(Path)) return null;
        using var connection = PhysicalConnection.Open(Path, Options.BusyTimeout);
        if (DatabaseIdentity.IsEmpty(connection, Path)) return null;
        return await MigrationTracker.ReadAsync(new LocalMigrationTarget(connection), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void RequireExisting()
    {
        if (!Options.IsInMemory) DatabaseFile.RequireExisting(Path);
    }
}
