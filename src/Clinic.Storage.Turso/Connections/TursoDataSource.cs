using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Clinic.Storage.Turso;

/// <summary>The connections to one database: one that writes, several that read.</summary>
/// <remarks>
/// Thread-safe. Writers of this process queue up; other processes are met by BEGIN IMMEDIATE and bounded waiting.
/// Lives as long as the app; a database in memory ends with it.
/// </remarks>
internal sealed partial class TursoDataSource : IDisposable
{
    private readonly SemaphoreSlim writerGate = new(1, 1);
    private readonly SemaphoreSlim readerGate;
    private readonly SemaphoreSlim openGate = new(1, 1);
    private readonly ConcurrentStack<PhysicalConnection> idleReaders = new();
    private readonly Dictionary<string, FactKind> facts = new(StringComparer.Ordinal);
    private readonly ILogger<TursoDataSource> logger;
    private PhysicalConnection? writer;
    private volatile bool ready;
    private volatile bool disposed;

    public TursoDataSource(TursoOptions options, IEnumerable<TursoSet> sets, ILogger<TursoDataSource> logger)
    {
        if (TursoOptionsValidator.Failures(options).FirstOrDefault() is { } failure) throw new ArgumentException(failure, nameof(options));
        Options = options;
        Path = options.IsInMemory ? options.DataSource : System.IO.Path.GetFullPath(options.DataSource);
        Sets = [.. sets.DistinctBy(s => s.Name)];
        foreach (var kind in Sets.SelectMany(s => s.Facts)) facts.Add(kind.Kind, kind);
        readerGate = new SemaphoreSlim(options.MaxReaders, options.MaxReaders);
        this.logger = logger;
    }

    public TursoOptions Options { get; }

    /// <summary>The full path of the file, or <c>:memory:</c>.</summary>
    public string Path { get; }

    /// <summary>The enabled sets of tables, core first.</summary>
    public IReadOnlyList<TursoSet> Sets { get; }

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
            WarnIfSlow(sql, started);
        }
    }

    /// <summary>Reads the first row of one statement, or null.</summary>
    public async Task<T?> FindAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
        where T : class =>
        (await ListAsync(sql, values, map, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Runs one writing statement in a commit of its own and says how many rows it changed.</summary>
    public Task<int> WriteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        InTransactionAsync(c => c.Execute(sql, values), cancellationToken);

    /// <summary>Runs one writing statement with RETURNING in a commit of its own.</summary>
    public Task<List<T>> WriteAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        InTransactionAsync(c => c.Query(sql, values, map), cancellationToken);

    /// <summary>Runs work in one write transaction: all of it is committed, or nothing.</summary>
    public async Task<T> InTransactionAsync<T>(Func<PhysicalConnection, T> work, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        return await WriteAsync(work, new WriteTerms(Options.BusyTimeout, Options.CommandTimeout), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
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

    private void WarnIfSlow(string sql, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        if (took >= Options.SlowStatement.ToTimeSpan()) Log.SlowStatement(logger, took.TotalMilliseconds, sql);
    }
}
