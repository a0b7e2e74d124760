using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Clinic.Storage.Turso;

/// <summary>A database on a libSQL server. A read and a whole commit are one request each.</summary>
internal sealed class RemoteDatabase : ClinicDatabase
{
    private const int MostMigrationTries = 3;
    private const string TouchNothing = "DELETE FROM migrations WHERE 0";

    private readonly HranaClient client;
    private readonly ILogger<RemoteDatabase> logger;

    public RemoteDatabase(TursoOptions options, IEnumerable<TursoSet> sets, ILogger<RemoteDatabase> logger)
        : base(options, sets)
    {
        this.logger = logger;
        client = new HranaClient(Settings(options));
        Path = options.Namespace is { } name ? $"{client.Settings.Address} (namespace {name})" : client.Settings.Address.ToString();
    }

    /// <inheritdoc/>
    public override string Path { get; }

    /// <inheritdoc/>
    protected override ILogger Logger => logger;

    /// <inheritdoc/>
    public override string MarkAsOurs => "";

    /// <summary>How it is spoken to, for whoever builds on the same options.</summary>
    public HranaClient Client => client;

    public static HranaSettings Settings(TursoOptions options) => new(HranaAddress.Parse(options.DataSource))
    {
        Token = options.AuthTokenProvider ?? (options.AuthToken is { Length: > 0 } token ? _ => ValueTask.FromResult<string?>(token) : null),
        Namespace = options.Namespace,
        MaxConnections = options.MaxConnections,
        CommandTimeout = options.CommandTimeout,
        Patience = options.BusyTimeout,
    };

    /// <inheritdoc/>
    public override async Task<List<T>> ReadAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        var statement = new HranaStatement(sql, values);
        try
        {
            var result = await client.ExecuteAsync(statement, HranaEffect.Read, cancellationToken).ConfigureAwait(false);
            return Mapped(result, map);
        }
        catch (TursoException e) when (e.Kind == TursoErrorKind.TooBig)
        {
            return await ReadOneByOneAsync(statement, map, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task<List<T>> ReadBehindWritersAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        // Inside the write lock: whatever was under way has ended. A replica answers what only reads by itself, locked or not,
        // so a write that touches nothing takes the whole to its primary.
        var steps = HranaAtomicResult.Steps([new HranaStatement(TouchNothing), new HranaStatement(sql, values)]);
        return await HranaRetry.RunAsync(
            client.Settings.Patience,
            async () =>
            {
                var result = HranaAtomicResult.Of(await client.BatchAsync(steps, HranaEffect.Read, cancellationToken).ConfigureAwait(false));
                return result.Error is { } error ? throw error : Mapped(result.Results[1], map);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<ISnapshot> SnapshotAsync(CancellationToken cancellationToken) => Task.FromResult<ISnapshot>(new RemoteSnapshot(client));

    /// <inheritdoc/>
    public override async Task<int> WriteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        (int)(await WriteOneAsync(sql, values, cancellationToken).ConfigureAwait(false)).Affected;

    /// <inheritdoc/>
    public override async Task<List<T>> WriteAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        Mapped(await WriteOneAsync(sql, values, cancellationToken).ConfigureAwait(false), map);

    /// <inheritdoc/>
    public override async Task CommitAsync(Step[] plan, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        var remote = new RemotePlan(plan);
        var result = await client.AtomicAsync(remote.Statements, cancellationToken).ConfigureAwait(false);
        if (result.Error is { } error) throw remote.Explain(result.FailedStatement, error);
    }

    /// <inheritdoc/>
    public override Task PrepareAsync(CancellationToken cancellationToken) => RemoteIdentity.IsEmptyAsync(client, Path, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(CancellationToken cancellationToken)
    {
        if (await RemoteIdentity.IsEmptyAsync(client, Path, cancellationToken).ConfigureAwait(false)) return null;
        return await ReadAsync(MigrationTracker.Select, [], MigrationTracker.Map, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<T> MigrateAsync<T>(Func<IMigrationTarget, CancellationToken, Task<T>> work, bool keep, CancellationToken cancellationToken)
    {
        for (var left = MostMigrationTries; ; left--)
        {
            try
            {
                return await MigrateOnceAsync(work, keep, cancellationToken).ConfigureAwait(false);
            }
            catch (TursoException e) when (e.Kind == TursoErrorKind.LostTransaction && left > 1)
            {
                // The server takes the lock away after 5 seconds when somebody waits for it; nothing was kept.
                Log.MigrationLost(logger, Path);
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => client.Dispose();

    /// <inheritdoc/>
    protected override void RequireExisting()
    {
        // A server has every database that it answers for.
    }

    private async Task<T> MigrateOnceAsync<T>(Func<IMigrationTarget, CancellationToken, Task<T>> work, bool keep, CancellationToken cancellationToken)
    {
        var transaction = new HranaTransaction(client.OpenStream(), HranaTransactionMode.Immediate) { Patience = Options.MigrationLockTimeout };
        await using (transaction.ConfigureAwait(false))
        {
            var result = await work(new RemoteMigrationTarget(transaction), cancellationToken).ConfigureAwait(false);
            if (keep) await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            else await transaction.RollbackAsync().ConfigureAwait(false);
            return result;
        }
    }

    private async Task<HranaResult> WriteOneAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await client.ExecuteAsync(new HranaStatement(sql, values), HranaEffect.Write, cancellationToken).ConfigureAwait(false);
        }
        catch (TursoException e) when (e.Kind is TursoErrorKind.Unique or TursoErrorKind.Check)
        {
            throw RemoteErrors.Translate(e);
        }
        finally
        {
            WarnIfSlow(sql, started);
        }
    }

    private async Task<List<T>> ReadOneByOneAsync<T>(HranaStatement statement, Func<Row, T> map, CancellationToken cancellationToken)
    {
        var cursor = await client.OpenCursorAsync(statement, cancellationToken).ConfigureAwait(false);
        await using (cursor.ConfigureAwait(false))
        {
            var rows = new List<T>();
            while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(map(new ValueRow(cursor.Current)));
            return rows;
        }
    }

    private static List<T> Mapped<T>(HranaResult result, Func<Row, T> map)
    {
        var rows = new List<T>(result.Rows.Count);
        foreach (var row in result.Rows) rows.Add(map(new ValueRow(row)));
        return rows;
    }
}
