using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <content>Restoring, and keeping no more backups than wanted.</content>
public sealed partial class TursoOperations
{
    private static readonly Duration Leftover = Duration.FromDays(1);

    /// <summary>Puts a backup in the place of the database, after proving it.</summary>
    /// <param name="file">The backup; its description lies beside it.</param>
    /// <param name="replace">Whether a database that holds something may be moved aside; it is kept, never deleted.</param>
    /// <param name="progress">Told after every few thousand rows.</param>
    /// <param name="cancellationToken">Stops the call; the database is then as it was.</param>
    /// <returns>The path to which the former database was moved; null where there was none.</returns>
    /// <exception cref="TursoException">The backup is not good, the database is in use, or it is not empty and may not be replaced.</exception>
    public async Task<string?> RestoreAsync(string file, bool replace, IProgress<TableProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var report = await BackupManifest.ReadAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false);
        if (database is not LocalDatabase local)
        {
            await RestoreRemotelyAsync(report, progress, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (database.Options.IsInMemory) throw SqliteErrors.Refused("A database in memory cannot be restored; name a file.");
        var beside = database.Path + ".restoring";
        try
        {
            await UnpackAsync(report, beside, cancellationToken).ConfigureAwait(false);
            await ProveAsync(report, beside, progress, cancellationToken).ConfigureAwait(false);
            var aside = $"{database.Path}.before-restore-{Stamp.Format(clock.GetCurrentInstant())}";
            return await local.ReplaceAsync(beside, aside, replace, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            database.ForgetSchema();
            DeleteDatabase(beside);
        }
    }

    /// <summary>The backups of this database in a folder, newest first; files whose description is missing or cannot be read are left out.</summary>
    public async Task<IReadOnlyList<BackupReport>> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) return [];
        var found = new List<BackupReport>();
        foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(folder), $"{Name()}-*{Extension}"))
        {
            if (!File.Exists(BackupManifest.PathOf(path))) continue;
            try
            {
                found.Add(await BackupManifest.ReadAsync(path, cancellationToken).ConfigureAwait(false));
            }
            catch (TursoException e)
            {
                // One description that cannot be read must not keep the clinic from its next backup.
                Log.BackupNotListed(loggers.CreateLogger<TursoOperations>(), path, e);
            }
        }

        return [.. found.OrderByDescending(b => b.MadeAt)];
    }

    /// <summary>Deletes backups that are older than wanted, and says which; the newest ones stay however old they are.</summary>
    /// <param name="folder">The folder of the backups.</param>
    /// <param name="keep">How old a backup may become.</param>
    /// <param name="keepAtLeast">How many stay in any case; 1 or more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<string>> PruneAsync(string folder, Duration keep, int keepAtLeast, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keepAtLeast, 1);
        var oldest = clock.GetCurrentInstant() - keep;
        var gone = (await ListAsync(folder, cancellationToken).ConfigureAwait(false)).Skip(keepAtLeast).Where(b => b.MadeAt < oldest).Select(b => b.File).ToList();
        foreach (var path in gone)
        {
            File.Delete(path);
            File.Delete(BackupManifest.PathOf(path));
        }

        // What a process that was killed left behind holds patients' data too.
        foreach (var part in Directory.EnumerateFiles(folder, $"{Name()}-*{Extension}.*"))
        {
            if ((part.Contains($"{Extension}.part", StringComparison.Ordinal) || part.Contains($"{Extension}.trial", StringComparison.Ordinal))
                && Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(part)) < clock.GetCurrentInstant() - Leftover)
                File.Delete(part);
        }

        return gone;
    }

    private async Task RestoreRemotelyAsync(BackupReport report, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        var trial = report.File + ".trial";
        try
        {
            await UnpackAsync(report, trial, cancellationToken).ConfigureAwait(false);
            await ProveAsync(report, trial, progress, cancellationToken).ConfigureAwait(false);
            using var from = LocalFile(trial);
            await new TableCopy(from, database, progress).RunAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            DeleteDatabase(trial);
        }
    }
}
