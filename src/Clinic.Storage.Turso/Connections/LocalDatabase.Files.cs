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

    /// <summary>Moves the file away so that another can take its place.</summary>
    /// <returns>Where it is now; null where there was none, or an empty one.</returns>
    public async Task<string?> MoveAsideAsync(string aside, bool allowed, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path)) return null;
        if (await AppliedAsync(cancellationToken).ConfigureAwait(false) is not null && !allowed)
            throw SqliteErrors.Refused($"The database {Path} holds data; say that it may be replaced. It is moved aside then, not deleted.");
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        File.Move(Path, aside);
        return aside;
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
