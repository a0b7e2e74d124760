using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>One handle of SQLite in this process, with the statements prepared on it.</summary>
internal sealed class LocalSession : Session, IDisposable
{
    private const int MostStatements = 300;

    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(5);
    private static readonly SqlStatement BeginImmediate = SqlSplitter.Split("BEGIN IMMEDIATE")[0];
    private static readonly SqlStatement BeginDeferred = SqlSplitter.Split("BEGIN")[0];
    private static readonly SqlStatement CommitAll = SqlSplitter.Split("COMMIT")[0];
    private static readonly SqlStatement RollbackAll = SqlSplitter.Split("ROLLBACK")[0];

    private readonly SqliteConnection connection;
    private readonly LocalPool pool;
    private readonly SemaphoreSlim? gate;
    private readonly Lock stopping = new();
    private readonly Dictionary<SqlStatement, LocalStatement> statements = [];
    private readonly List<LocalResults> open = [];
    private LocalResults? idle;
    private volatile LocalResults? running;
    private LocalResults? seen;
    private long steps;
    private long seenSteps;
    private long since;
    private int writers;
    private bool holdsGate;
    private bool isDisposed;

    public LocalSession(LocalPool pool, SqliteConnection connection)
    {
        this.pool = pool;
        this.connection = connection;
        Database = connection.Handle!;
        BusyTimeout = pool.Settings.BusyTimeout;
        gate = pool.Settings.IsPrivate ? null : WriterGates.Of(pool.Settings.Database);
        Watchdog.Add(this);
    }

    public sqlite3 Database { get; }

    public TimeSpan BusyTimeout { get; }

    /// <summary>Whether texts of the file are UTF-16.</summary>
    public bool IsUtf16 { get; init; }

    /// <summary>Which clearing of the pool it was opened after.</summary>
    public int Generation { get; set; }

    /// <summary>Whether something was changed that the next user of a pooled handle must not meet.</summary>
    public bool IsTouched { get; private set; }

    public override string ServerVersion => raw.sqlite3_libversion().utf8_to_string();

    public override bool IsInTransaction => raw.sqlite3_get_autocommit(Database) == 0;

    public override Results Run(in Work work)
    {
        var results = idle ?? new LocalResults(this);
        idle = null;
        results.Start(work);
        open.Add(results);
        return results;
    }

    /// <summary>Takes back results that were closed.</summary>
    public void Return(LocalResults results)
    {
        open.Remove(results);
        idle = results;
    }

    public override ValueTask PrepareAsync(SqlStatement[] statements, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var statement in statements) Take(statement).GiveBack();
        return ValueTask.CompletedTask;
    }

    public override ValueTask BeginAsync(bool isDeferred, int timeout, CancellationToken cancellationToken) =>
        RunAsync(isDeferred ? BeginDeferred : BeginImmediate, timeout, cancellationToken);

    public override ValueTask CommitAsync(int timeout, CancellationToken cancellationToken) => RunAsync(CommitAll, timeout, cancellationToken);

    public override ValueTask RollbackAsync()
    {
        // Readers of the transaction would keep it open.
        foreach (var results in open.ToArray()) results.Abandon();
        return IsInTransaction ? RunAsync(RollbackAll, 0, CancellationToken.None) : ValueTask.CompletedTask;
    }

    public override async ValueTask CloseAsync()
    {
        var isFree = Quieten();
        if (isFree)
        {
            try
            {
                await RollbackAsync().ConfigureAwait(false);
            }
            catch (TursoException)
            {
                isFree = false;
            }
        }

        open.Clear();
        LeaveGate();
        if (!isFree) IsTouched = true;
        pool.Return(this, isFree);
    }

    /// <summary>A prepared statement that nobody else stands in.</summary>
    public LocalStatement Take(SqlStatement source)
    {
        IsTouched |= source.TouchesConnection;
        if (!statements.TryGetValue(source, out var statement))
        {
            if (statements.Count >= MostStatements) Forget();
            statement = new LocalStatement(Database, source);
            statements.Add(source, statement);
        }
        else if (statement.IsInUse)
        {
            // The same text is being read by another reader of this connection.
            statement.IsKept = false;
            statement = new LocalStatement(Database, source);
            statements[source] = statement;
        }

        statement.IsInUse = true;
        return statement;
    }

    public void Enter(LocalResults results)
    {
        steps++;
        running = results;
    }

    public void Leave() => running = null;

    public bool TryEnterWriting()
    {
        if (gate is not null && !holdsGate)
        {
            if (!gate.Wait(0, CancellationToken.None)) return false;
            holdsGate = true;
        }

        writers++;
        return true;
    }

    public async ValueTask<bool> EnterWritingAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (gate is not null && !holdsGate)
        {
            if (!await gate.WaitAsync(limit, cancellationToken).ConfigureAwait(false)) return false;
            holdsGate = true;
        }

        writers++;
        return true;
    }

    public void LeaveWriting()
    {
        writers--;
        LeaveReading();
    }

    /// <summary>Lets the next writer in, when no transaction holds it up.</summary>
    public void LeaveReading()
    {
        if (holdsGate && writers <= 0 && !IsInTransaction) LeaveGate();
    }

    /// <summary>Stops a command if it is the one that runs.</summary>
    public void Interrupt(LocalResults results)
    {
        lock (stopping)
        {
            if (!isDisposed && ReferenceEquals(running, results)) raw.sqlite3_interrupt(Database);
        }
    }

    /// <summary>Looks from another thread whether what runs is to be stopped; says whether something runs.</summary>
    public bool Look(long now)
    {
        var results = running;
        if (results is null) return false;
        var step = Volatile.Read(ref steps);
        if (results.IsStopped)
        {
            // SQLite forgets an interruption that comes between two steps.
            Interrupt(results);
        }
        else if (!ReferenceEquals(results, seen) || step != seenSteps)
        {
            (seen, seenSteps, since) = (results, step, now);
        }
        else if (results.Timeout > 0 && now - since >= results.Timeout * 1000L)
        {
            results.Stop(StopReason.Timeout);
        }

        return true;
    }

    public void Dispose()
    {
        Watchdog.Remove(this);
        lock (stopping)
        {
            isDisposed = true;
            Forget();
            connection.Dispose();
        }
    }

    private async ValueTask RunAsync(SqlStatement statement, int timeout, CancellationToken cancellationToken)
    {
        var results = Run(new Work([statement], [], default, timeout));
        try
        {
            await results.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await results.CloseAsync().ConfigureAwait(false);
        }
    }

    // A command that another thread still runs is stopped, and waited for, but not for ever.
    private bool Quieten()
    {
        if (running is { } busy) busy.Cancel();
        return SpinWait.SpinUntil(() => running is null, LongestClose);
    }

    private void LeaveGate()
    {
        if (!holdsGate) return;
        holdsGate = false;
        writers = 0;
        gate!.Release();
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
        {
            statement.IsKept = false;
            if (!statement.IsInUse) statement.Dispose();
        }

        statements.Clear();
    }
}
