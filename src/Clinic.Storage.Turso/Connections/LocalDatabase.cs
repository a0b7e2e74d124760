using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Clinic.Storage.Turso;

/// <summary>The connections to one local file: one that writes, several that read.</summary>
/// <remarks>
/// Writers of this process queue up; other processes are met by BEGIN IMMEDIATE and bounded waiting.
/// A database in memory ends with it.
/// </remarks>
internal sealed partial class LocalDatabase : ClinicDatabase
{
    private readonly SemaphoreSlim writerGate = new(1, 1);
    private readonly SemaphoreSlim readerGate;
    private readonly SemaphoreSlim openGate = new(1, 1);
    private readonly ConcurrentStack<PhysicalConnection> idleReaders = new();
    private readonly ILogger<LocalDatabase> logger;
    private PhysicalConnection? writer;
    private volatile bool disposed;

    public LocalDatabase(TursoOptions options, IEnumerable<TursoSet> sets, ILogger<LocalDatabase> logger)
        : base(options, sets)
    {
        Path = options.IsInMemory ? options.DataSource : System.IO.Path.GetFullPath(options.DataSource);
        readerGate = new SemaphoreSlim(options.MaxReaders, options.MaxReaders);
        this.logger = logger;
    }

    /// <inheritdoc/>
    protected override ILogger Logger => logger;

    /// <summary>The full path of the file, or <c>:memory:</c>.</summary>
    public override string Path { get; }

    /// <inheritdoc/>
    public override string MarkAsOurs => LocalMigrationTarget.MarkAsOurs;

    /// <inheritdoc/>
    public override async Task<List<T>> ReadAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        var reader = await RentReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            reader.Watch(Options.CommandTimeout, cancellationToken);
            return reader.Query(sql, values, map);
        }
        catch (SqliteException e)
        {
            throw reader.Explain(e);
        }
        finally
        {
            ReturnReader(reader);
        }
    }

    /// <inheritdoc/>
    public override Task<List<T>> ReadBehindWritersAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        InTransactionAsync(c => c.Query(sql, values, map), cancellationToken);

    /// <inheritdoc/>
    public override async Task<ISnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        if (!Options.IsInMemory)
        {
            DatabaseFile.RequireExisting(Path);
            var opened = OpenWithPragmas(readsOnly: true);
            return new LocalSnapshot(opened, opened.Dispose);
        }

        // In memory there is one connection: nobody else uses it until the look ends.
        await writerGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new LocalSnapshot(Writer(), () => writerGate.Release());
    }

    /// <inheritdoc/>
    public override Task<int> WriteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        InTransactionAsync(c => c.Execute(sql, values), cancellationToken);

    /// <inheritdoc/>
    public override Task<List<T>> WriteAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        InTransactionAsync(c => c.Query(sql, values, map), cancellationToken);

    /// <inheritdoc/>
    public override Task CommitAsync(Step[] plan, CancellationToken cancellationToken) =>
        InTransactionAsync(c => StepRunner.RunAll(c, plan), cancellationToken);

    /// <summary>Runs work in one write transaction: all of it is committed, or nothing.</summary>
    public async Task<T> InTransactionAsync<T>(Func<PhysicalConnection, T> work, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        return await WriteAsync(work, new WriteTerms(Options.BusyTimeout, Options.CommandTimeout), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (disposed) return;
        disposed = true;

        // Whoever is still reading or writing returns the connection later, and it is closed then.
        if (writerGate.Wait(Options.CommandTimeout.ToTimeSpan()))
        {
            writer?.Dispose();
            writer = null;
            writerGate.Release();
        }

        while (idleReaders.TryPop(out var reader)) reader.Dispose();
    }

    private async Task<PhysicalConnection> RentReaderAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var gate = Options.IsInMemory ? writerGate : readerGate;
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Options.IsInMemory) return Writer();
            return idleReaders.TryPop(out var idle) ? idle : OpenWithPragmas(readsOnly: true);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    private void ReturnReader(PhysicalConnection reader)
    {
        reader.EndWatch();
        if (Options.IsInMemory)
        {
            writerGate.Release();
            return;
        }

        if (disposed) reader.Dispose();
        else idleReaders.Push(reader);
        readerGate.Release();
    }

    // Called with the writer gate held.
    private PhysicalConnection Writer()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return writer ??= OpenWithPragmas(readsOnly: false);
    }

    private PhysicalConnection OpenWithPragmas(bool readsOnly)
    {
        var connection = PhysicalConnection.Open(Path, Options.BusyTimeout);
        try
        {
            Pragmas.Apply(connection, Options, readsOnly);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
