namespace Clinic.Storage.Turso;

/// <content>The first look at a database, before anything is written.</content>
internal sealed partial class TursoDataSource
{
    /// <summary>Makes the file where there is none, after the same checks; for migrations.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
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

    /// <summary>Looks at the schema again before the next use.</summary>
    public void ForgetSchema() => ready = false;

    /// <summary>Reads what was applied, without creating or changing anything; null when there is no database of ours.</summary>
    public async Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Options.IsInMemory)
        {
            await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return MigrationTracker.Exists(Writer()) ? MigrationTracker.Read(Writer()) : null;
            }
            finally
            {
                writerGate.Release();
            }
        }

        if (!File.Exists(Path)) return null;
        using var connection = PhysicalConnection.Open(Path, Options.BusyTimeout);
        if (DatabaseIdentity.IsEmpty(connection, Path)) return null;
        return MigrationTracker.Read(connection);
    }

    private async Task EnsureReadyAsync(CancellationToken cancellationToken)
    {
        if (ready) return;
        await openGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (ready) return;
            if (!Options.IsInMemory) DatabaseFile.RequireExisting(Path);
            var applied = await AppliedAsync(cancellationToken).ConfigureAwait(false)
                ?? throw SqliteErrors.Refused($"The database {Path} has no tables yet. Run TursoMigrator.UpAsync before the first use.");
            MigrationCheck.RequireCurrent(Path, Sets, applied);
            ready = true;
        }
        finally
        {
            openGate.Release();
        }
    }
}
