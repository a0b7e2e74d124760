using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <content>The file as a whole: backing up, settling, moving aside.</content>
internal sealed partial class LocalDatabase
{
    /// <summary>Writes all pages into a new file while others read and write; the result is one moment of the database.</summary>
    public async Task BackUpAsync(string path, Action<long> progress, CancellationToken cancellationToken)
    {
        if (Options.IsInMemory)
        {
            await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                BackUp(Writer(), path, progress, cancellationToken);
            }
            finally
            {
                writerGate.Release();
            }

            return;
        }

        DatabaseFile.RequireExisting(Path);
        using var reader = OpenWithPragmas(readsOnly: true);
        // Inside one reading transaction the pages stay those of one moment, so that writers cannot make it begin again and again.
        reader.Execute("BEGIN");
        _ = reader.Scalar("SELECT count(*) FROM sqlite_master");
        BackUp(reader, path, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> TruncateLogAsync(CancellationToken cancellationToken)
    {
        if (Options.IsInMemory) return true;
        await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Writer().Scalar("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
        finally
        {
            writerGate.Release();
        }
    }

    /// <summary>Brings everything into the one file, and leaves no companions beside it; nobody else may have it open.</summary>
    /// <exception cref="TursoException">Somebody else has it open.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (idleReaders.TryPop(out var reader)) reader.Dispose();
            writer?.Dispose();
            writer = null;
            using var only = PhysicalConnection.Open(Path, Options.BusyTimeout);
            var mode = only.Query("PRAGMA journal_mode = DELETE", [], r => r.Text(0))[0];
            if (mode != "delete") throw SqliteErrors.Refused(InUse);
        }
        catch (SqliteException e) when (SqliteErrors.IsBusy(e))
        {
            throw SqliteErrors.Refused(InUse, e);
        }
        finally
        {
            writerGate.Release();
        }
    }

    /// <summary>Puts the contents of another file in the place of this database's, and keeps the former ones in a file beside.</summary>
    /// <remarks>
    /// The file is held for this connection alone from the first look to the last page, and SQLite's own journal makes the change whole or none:
    /// whoever opens it meanwhile waits, and a crash leaves the former database.
    /// </remarks>
    /// <returns>Where the former contents are now; null where there were none.</returns>
    /// <exception cref="TursoException">Somebody has it open, or it holds data and may not be replaced.</exception>
    public async Task<string?> ReplaceAsync(string restored, string aside, bool allowed, CancellationToken cancellationToken)
    {
        DatabaseFile.CreateIfMissing(Path);
        var holdsData = await AppliedAsync(cancellationToken).ConfigureAwait(false) is not null;
        if (holdsData && !allowed)
            throw SqliteErrors.Refused($"The database {Path} holds data; say that it may be replaced. It is kept beside then, not deleted.");
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var only = PhysicalConnection.Open(Path, Options.BusyTimeout);
            only.Script("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT;");
            if (holdsData) BackUp(only, aside, static _ => { }, cancellationToken);
            using var source = PhysicalConnection.Open(restored, Options.BusyTimeout);
            source.BackUpInto(only, static _ => { }, cancellationToken);
            return holdsData ? aside : null;
        }
        catch (SqliteException e) when (SqliteErrors.IsBusy(e))
        {
            throw SqliteErrors.Refused(InUse, e);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
        finally
        {
            writerGate.Release();
        }
    }

    private string InUse => $"The database {Path} is in use by another process; stop the hosts first.";

    private static void BackUp(PhysicalConnection from, string path, Action<long> progress, CancellationToken cancellationToken)
    {
        DatabaseFile.CreateIfMissing(path);
        try
        {
            using var target = PhysicalConnection.Open(path, NodaTime.Duration.Zero);
            from.BackUpInto(target, progress, cancellationToken);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
    }
}
