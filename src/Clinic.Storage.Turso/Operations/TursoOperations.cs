using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>Looks after a whole database: backs it up, proves and restores backups, moves it to another place.</summary>
/// <remarks>Nothing half-done takes the place of something whole: files are finished beside their name, copies are marked until they end.</remarks>
public sealed partial class TursoOperations
{
    private const string Extension = ".db";

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly ClinicDatabase database;
    private readonly IClock clock;
    private readonly ILoggerFactory loggers;

    internal TursoOperations(ClinicDatabase database, IClock clock, ILoggerFactory loggers)
    {
        this.database = database;
        this.clock = clock;
        this.loggers = loggers;
    }

    /// <summary>Counts and hashes every table of the database.</summary>
    public Task<IReadOnlyList<TableFigures>> FiguresAsync(IProgress<TableProgress>? progress = null, CancellationToken cancellationToken = default) =>
        FiguresOfAsync(database, progress, cancellationToken);

    /// <summary>Says what is wrong inside the database: damaged pages, rows that name missing ones.</summary>
    /// <returns>Nothing where all is sound.</returns>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken = default) => IntegrityCheck.RunAsync(database, cancellationToken);

    /// <summary>Moves everything into another database, which must be empty or an unfinished copy of this one.</summary>
    /// <returns>Counts and hashes, equal in both.</returns>
    /// <exception cref="TursoException">The other database is not empty, or somebody still writes; run it again then.</exception>
    public async Task<IReadOnlyList<TableFigures>> CopyToAsync(
        TursoOptions target, IProgress<TableProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var there = ClinicDatabase.Of(target, database.Sets, loggers);
        if (there.Path == database.Path) throw new ArgumentException($"The database {there.Path} cannot be copied onto itself.", nameof(target));
        return await new TableCopy(database, there, progress).RunAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a backup into a folder, proves it, and describes it in a file beside it.</summary>
    /// <param name="folder">Made if missing; only the account of the program may enter it.</param>
    /// <param name="progress">Told after every few thousand pages or rows.</param>
    /// <param name="cancellationToken">Stops the call; nothing is left behind then.</param>
    public async Task<BackupReport> BackUpAsync(string folder, IProgress<TableProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var now = clock.GetCurrentInstant();
        PrivateFile.MakeFolder(folder);
        var path = Path.Combine(Path.GetFullPath(folder), $"{Name()}-{Stamp.Format(now)}{Extension}");
        if (File.Exists(path)) throw SqliteErrors.Refused($"There is a backup {path} already.");
        var part = path + ".part";
        try
        {
            await WriteAsync(part, progress, cancellationToken).ConfigureAwait(false);
            var report = await DescribeAsync(part, path, now, progress, cancellationToken).ConfigureAwait(false);
            await BackupManifest.WriteAsync(report, cancellationToken).ConfigureAwait(false);
            File.Move(part, path);
            return report;
        }
        catch
        {
            File.Delete(BackupManifest.PathOf(path));
            throw;
        }
        finally
        {
            DeleteDatabase(part);
        }
    }

    /// <summary>Restores a backup beside itself and compares everything with its description: the test that it can be restored.</summary>
    /// <exception cref="TursoException">The file was changed, cut or is damaged; the text says how.</exception>
    public async Task<BackupReport> VerifyAsync(string file, IProgress<TableProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var report = await BackupManifest.ReadAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false);
        var trial = report.File + ".trial";
        try
        {
            await UnpackAsync(report, trial, cancellationToken).ConfigureAwait(false);
            await ProveAsync(report, trial, progress, cancellationToken).ConfigureAwait(false);
            return report;
        }
        finally
        {
            DeleteDatabase(trial);
        }
    }

    private string Name() => database.Options.IsLocal ? Path.GetFileNameWithoutExtension(database.Path) : "clinic";

    private async Task WriteAsync(string part, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        DeleteDatabase(part);
        if (database is LocalDatabase local)
        {
            await local.BackUpAsync(part, done => progress?.Report(new TableProgress("pages", "", done)), cancellationToken).ConfigureAwait(false);
            return;
        }

        using var target = LocalFile(part);
        await new TableCopy(database, target, progress).RunAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        await target.SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<BackupReport> DescribeAsync(
        string part, string path, Instant now, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableFigures> figures;
        IReadOnlyList<AppliedMigration> applied;
        using (var file = LocalFile(part))
        {
            await RequireSoundAsync(file, path, cancellationToken).ConfigureAwait(false);
            applied = await file.AppliedAsync(cancellationToken).ConfigureAwait(false) ?? throw SqliteErrors.Refused($"The database {database.Path} has no tables yet.");
            figures = await FiguresOfAsync(file, progress, cancellationToken).ConfigureAwait(false);
            await file.SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        var hash = await BackupManifest.HashAsync(part, cancellationToken).ConfigureAwait(false);
        return new BackupReport(
            path, now, database.Path, new FileInfo(part).Length, hash, [.. applied.Select(a => MigrationCheck.Text(a.Set, a.Version, a.Name))], figures);
    }

    private static async Task UnpackAsync(BackupReport report, string to, CancellationToken cancellationToken)
    {
        var length = new FileInfo(report.File).Length;
        if (length != report.Bytes) throw SqliteErrors.Refused($"The backup {report.File} has {length} bytes and was made with {report.Bytes}; it was cut or changed.");
        if (await BackupManifest.HashAsync(report.File, cancellationToken).ConfigureAwait(false) != report.Sha256)
            throw SqliteErrors.Refused($"The backup {report.File} was changed after it was made: its hash is another.");
        DeleteDatabase(to);
        await PrivateFile.CopyAsync(report.File, to, cancellationToken).ConfigureAwait(false);
    }

    private async Task ProveAsync(BackupReport report, string restored, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        using var file = LocalFile(restored);
        await RequireSoundAsync(file, report.File, cancellationToken).ConfigureAwait(false);
        var applied = await file.AppliedAsync(cancellationToken).ConfigureAwait(false) ?? throw SqliteErrors.Refused($"The backup {report.File} is not of a clinic.");
        MigrationCheck.RequireKnown(report.File, MigrationCheck.Compare(database.Sets, applied));
        var different = report.Tables.Except(await FiguresOfAsync(file, progress, cancellationToken).ConfigureAwait(false)).Select(f => f.Table).ToList();
        if (different.Count > 0) throw SqliteErrors.Refused($"The backup {report.File} does not hold what it was made of: {string.Join(", ", different)} differ.");
        await file.SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task RequireSoundAsync(LocalDatabase file, string name, CancellationToken cancellationToken)
    {
        if (await IntegrityCheck.RunAsync(file, cancellationToken).ConfigureAwait(false) is [var first, ..])
            throw SqliteErrors.Refused($"The backup {name} is damaged: {first}");
    }

    private static Task<IReadOnlyList<TableFigures>> FiguresOfAsync(ClinicDatabase source, IProgress<TableProgress>? progress, CancellationToken cancellationToken) =>
        source.LookAsync(
            async look =>
            {
                var shape = await DatabaseShape.ReadAsync(look, cancellationToken).ConfigureAwait(false);
                return await DatabaseDigest.OfAsync(look, shape, progress, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    private LocalDatabase LocalFile(string path) =>
        new(new TursoOptions { DataSource = path }, database.Sets, loggers.CreateLogger<LocalDatabase>());

    private static void DeleteDatabase(string path)
    {
        foreach (var end in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(path + end);
    }
}
