using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Clinic.Storage.Turso;

/// <summary>The database as the stores use it, wherever it lies: single statements that read, and whole commits.</summary>
/// <remarks>Thread-safe. Lives as long as the app.</remarks>
internal abstract class ClinicDatabase : IDisposable
{

    private readonly Dictionary<string, FactKind> facts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim readyGate = new(1, 1);
    private volatile bool ready;

    protected ClinicDatabase(TursoOptions options, IEnumerable<TursoSet> sets)
    {
        if (TursoOptionsValidator.Failures(options).FirstOrDefault() is { } failure) throw new ArgumentException(failure, nameof(options));
        Options = options;
        Sets = [.. sets.DistinctBy(s => s.Name)];
        foreach (var kind in Sets.SelectMany(s => s.Facts)) facts.Add(kind.Kind, kind);
    }

    public TursoOptions Options { get; }

    /// <summary>The log of this kind of database.</summary>
    protected abstract ILogger Logger { get; }

    /// <summary>Where it lies, for messages: the full path of a file, or the address of a server.</summary>
    public abstract string Path { get; }

    /// <summary>The enabled sets of tables, core first.</summary>
    public IReadOnlyList<TursoSet> Sets { get; }

    /// <summary>The statement that marks a new database as ours; empty where there can be none.</summary>
    public abstract string MarkAsOurs { get; }

    /// <summary>The database that the options name.</summary>
    public static ClinicDatabase Of(TursoOptions options, IEnumerable<TursoSet> sets, ILoggerFactory loggers) =>
        options.IsRemote
            ? new RemoteDatabase(options, sets, loggers.CreateLogger<RemoteDatabase>())
            : new LocalDatabase(options, sets, loggers.CreateLogger<LocalDatabase>());

    /// <summary>Where a kind of versioned fact lies.</summary>
    public FactKind Fact(string kind) =>
        facts.TryGetValue(kind, out var found)
            ? found
            : throw new InvalidOperationException($"No enabled set of tables knows facts of the kind {kind}; call UseTurso() on the domain's builder.");

    /// <summary>Reads all rows of one statement, which is one snapshot.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await ReadAsync(sql, values, map, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            WarnIfSlow(sql, started);
        }
    }

    /// <summary>Reads without asking whether the schema is current; for whoever looks after the database itself.</summary>
    public abstract Task<List<T>> ReadAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Reads after every write that is under way now has ended, and sees what it did.</summary>
    public abstract Task<List<T>> ReadBehindWritersAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Opens a look at the whole database that stays the same, where the database can do that.</summary>
    public abstract Task<ISnapshot> SnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Looks at one moment of the database; where the server ends that look, at whatever each statement finds.</summary>
    public async Task<T> LookAsync<T>(Func<ISnapshot, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            using var look = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
            return await work(look).ConfigureAwait(false);
        }
        catch (TursoException e) when (e.Kind == TursoErrorKind.LostTransaction && Options.IsRemote)
        {
            using var loose = new LooseSnapshot(this);
            return await work(loose).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the first row of one statement, or null.</summary>
    public async Task<T?> FindAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
        where T : class =>
        (await ListAsync(sql, values, map, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Runs one writing statement in a commit of its own and says how many rows it changed.</summary>
    public abstract Task<int> WriteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken);

    /// <summary>Runs one writing statement with RETURNING in a commit of its own.</summary>
    public abstract Task<List<T>> WriteAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>Runs one writing statement that may be run twice without harm: sent again when its answer was lost.</summary>
    public Task WriteSurelyAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        SurelyAsync(() => WriteAsync(sql, values, cancellationToken), cancellationToken);

    /// <summary>The same for a statement with RETURNING: the rows are those of the last time.</summary>
    public Task<List<T>> WriteSurelyAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        SurelyAsync(() => WriteAsync(sql, values, map, cancellationToken), cancellationToken);

    /// <summary>Runs all steps in one write transaction: all of them are committed, or nothing.</summary>
    /// <exception cref="Clinic.Abstractions.ConcurrencyConflictException">A guard or unique key did not hold.</exception>
    public abstract Task CommitAsync(Step[] plan, CancellationToken cancellationToken);

    /// <summary>Brings the log into the file and empties it, so that nothing of former pages stays; false where somebody still reads them.</summary>
    /// <remarks>A server looks after its log itself.</remarks>
    public virtual Task<bool> TruncateLogAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Makes the database where there is none, after the same checks; for migrations.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Looks at the schema again before the next use.</summary>
    public void ForgetSchema() => ready = false;

    /// <summary>Reads what was applied, without creating or changing anything; null when there is no database of ours.</summary>
    public abstract Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(CancellationToken cancellationToken);

    /// <summary>Runs a migration in one write transaction, which is also the lock against other migrators.</summary>
    /// <param name="work">The scripts, and what goes with them.</param>
    /// <param name="keep">False rolls everything back at the end: a dry run.</param>
    /// <param name="cancellationToken">Stops the call; nothing is changed then.</param>
    public abstract Task<T> MigrateAsync<T>(Func<IMigrationTarget, CancellationToken, Task<T>> work, bool keep, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Logs a statement that took longer than the options allow; the text only, never values.</summary>
    protected void WarnIfSlow(string sql, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        if (took >= Options.SlowStatement.ToTimeSpan()) Log.SlowStatement(Logger, took.TotalMilliseconds, sql);
    }

    /// <summary>Refuses a place where there is no database at all.</summary>
    protected abstract void RequireExisting();

    /// <summary>Refuses a database that does not fit this program, before the first use.</summary>
    protected async Task EnsureReadyAsync(CancellationToken cancellationToken)
    {
        if (ready) return;
        await readyGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (ready) return;
            RequireExisting();
            var applied = await AppliedAsync(cancellationToken).ConfigureAwait(false)
                ?? throw SqliteErrors.Refused($"The database {Path} has no tables yet. Run TursoMigrator.UpAsync before the first use.");
            await RequireWholeAsync(cancellationToken).ConfigureAwait(false);
            MigrationCheck.RequireCurrent(Path, Sets, applied);
            ready = true;
        }
        finally
        {
            readyGate.Release();
        }
    }

    private async Task<T> SurelyAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        var patience = new Patience(Options.BusyTimeout);
        while (true)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (TursoException e) when (e.Kind == TursoErrorKind.UnknownOutcome && patience.IsLeft)
            {
                // Done or not: doing it again is as good.
            }

            await patience.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RequireWholeAsync(CancellationToken cancellationToken)
    {
        if (await CopyMark.SourceAsync(new LooseSnapshot(this), cancellationToken).ConfigureAwait(false) is { } source)
            throw SqliteErrors.Refused($"A copy from {source} into the database {Path} was not finished. Run the same copy again to finish it.");
    }
}
