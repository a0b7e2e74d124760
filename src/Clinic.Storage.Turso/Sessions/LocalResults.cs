using System.Data;
using System.Diagnostics;
using System.Text;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Results that SQLite computes row by row in this process.</summary>
internal sealed class LocalResults(LocalSession session) : Results
{
    private const int MostKept = 4_096;

    private Work work;
    private int next;
    private int offset;
    private LocalStatement? current;
    private bool isRunning;
    private bool isPending;
    private bool isAtRow;
    private bool holdsLarge;
    private volatile int stop;
    private volatile CancellationTokenSource? waiting;
    private CancellationToken token;
    private CancellationTokenRegistration registration;

    public int Timeout => work.Timeout;

    public bool IsStopped => stop != 0;

    public override bool IsAtRow => isAtRow || isPending;

    public override bool IsLast => next >= work.Statements.Length;

    /// <summary>Takes up new work.</summary>
    public void Start(in Work todo)
    {
        work = todo;
        next = 0;
        offset = 0;
        stop = 0;
        Columns = [];
        HasRows = false;
        RecordsAffected = -1;
        Counted = null;
        Watchdog.Wake();
    }

    public override ValueTask<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        Listen(cancellationToken);
        Release();
        while (next < work.Statements.Length)
        {
            var source = work.Statements[next];
            current = session.Take(source);
            if (!current.IsReadOnly && !session.TryEnterWriting()) return QueueAsync(cancellationToken);
            if (RunOne(source)) return new ValueTask<bool>(true);
        }

        return new ValueTask<bool>(false);
    }

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled) Listen(cancellationToken);
        return new ValueTask<bool>(Read());
    }

    public override ValueTask CloseAsync()
    {
        registration.Dispose();
        registration = default;
        token = default;
        try
        {
            Release();
        }
        finally
        {
            work = default;
            session.Return(this);
        }

        return ValueTask.CompletedTask;
    }

    public override void Drop()
    {
        registration.Dispose();
        registration = default;
        token = default;
        Abandon();
        next = int.MaxValue;
        session.Return(this);
    }

    /// <summary>Ends it without asking how it went, because an error is on its way already.</summary>
    public void Abandon()
    {
        if (current is null) return;
        if (isRunning)
        {
            _ = raw.sqlite3_reset(current.Handle);
            EndRun();
        }

        current.GiveBack();
        current = null;
        isPending = false;
        isAtRow = false;
    }

    public override void Cancel() => Stop(StopReason.Cancel);

    public void Stop(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref stop, (int)reason, 0) != 0) return;
        session.Interrupt(this);
        try
        {
            waiting?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just stopped waiting.
        }
    }

    public override ValueKind Kind(int column) => (ValueKind)raw.sqlite3_column_type(current!.Handle, column);

    public override long Integer(int column) => raw.sqlite3_column_int64(current!.Handle, column);

    public override double Real(int column) => raw.sqlite3_column_double(current!.Handle, column);

    public override string Text(int column)
    {
        // In a database of UTF-16 this call turns the text into UTF-8 first.
        if (session.IsUtf16) _ = raw.sqlite3_column_text(current!.Handle, column);
        return Encoding.UTF8.GetString(raw.sqlite3_column_blob(current!.Handle, column));
    }

    public override byte[] Blob(int column) => raw.sqlite3_column_blob(current!.Handle, column).ToArray();

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(current!.Handle, column);

    public override ColumnInfo[] Origins() => current is null ? [] : current.Origins(session.Database);

    private bool Read()
    {
        if (isPending)
        {
            isPending = false;
            isAtRow = true;
            return true;
        }

        if (!isRunning || current is null) return isAtRow = false;
        isAtRow = false;
        var code = Step();
        if (code == raw.SQLITE_ROW) return isAtRow = true;
        if (code != raw.SQLITE_DONE) throw Fail(code);
        Finish();
        return false;
    }

    private async ValueTask<bool> QueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var until = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            waiting = until;
            if (stop != 0) await until.CancelAsync().ConfigureAwait(false);
            await WaitAsync(until.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Fail(raw.SQLITE_INTERRUPT);
        }
        catch
        {
            Abandon();
            throw;
        }
        finally
        {
            waiting = null;
        }

        if (RunOne(work.Statements[next])) return true;
        return await NextResultAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitAsync(CancellationToken until)
    {
        var limit = work.Timeout > 0 && work.Timeout < session.BusyTimeout.TotalSeconds ? TimeSpan.FromSeconds(work.Timeout) : session.BusyTimeout;
        if (await session.EnterWritingAsync(limit, until).ConfigureAwait(false)) return;
        if (limit >= session.BusyTimeout) throw LocalErrors.Busy("Another connection of this program");
        throw LocalErrors.TimedOut(work.Timeout);
    }

    /// <summary>Binds and takes the first step; true when there are columns to be read.</summary>
    private bool RunOne(SqlStatement source)
    {
        var statement = current!;
        var entered = !statement.IsReadOnly;
        try
        {
            if ((work.Behavior & CommandBehavior.SchemaOnly) != 0)
            {
                if (entered) session.LeaveWriting();
                Place = next++;
                Columns = statement.ColumnCount == 0 ? [] : statement.Columns();
                if (Columns.Length > 0) return true;
                Release();
                return false;
            }

            Bind(statement);
            isRunning = true;
        }
        catch
        {
            if (entered) session.LeaveWriting();
            Abandon();
            throw;
        }

        Place = next++;
        var code = FirstStep(statement);
        if (code == raw.SQLITE_ROW)
        {
            isPending = true;
            HasRows = true;
        }
        else
        {
            HasRows = false;
            Finish();
        }

        if (!source.OnlyReads && !source.ChangesRows) CountAffected(0);
        if (statement.ColumnCount == 0)
        {
            Release();
            return false;
        }

        Columns = statement.Columns();
        return true;
    }

    private void Bind(LocalStatement statement)
    {
        var parameters = statement.Source.Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            ref readonly var value = ref work.Values[offset + i];
            holdsLarge |= value.Kind == SqlValueKind.Blob ? value.Blob.Length > MostKept : value.Kind == SqlValueKind.Text && value.Text.Length > MostKept;
            var code = PreparedStatement.Bind(statement.Handle, i + 1, value);
            if (code != raw.SQLITE_OK) throw LocalErrors.Of(code, session.Database);
        }

        offset += parameters.Length;
    }

    private int FirstStep(LocalStatement statement)
    {
        var code = Step();
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE) return code;
        if (!LocalErrors.IsBusy(code, raw.sqlite3_extended_errcode(session.Database))) throw Fail(code);
        var started = Stopwatch.GetTimestamp();
        do
        {
            _ = raw.sqlite3_reset(statement.Handle);
            if (stop == 0 && work.Timeout > 0 && Stopwatch.GetElapsedTime(started).TotalSeconds >= work.Timeout) stop = (int)StopReason.Timeout;
            if (stop != 0) throw Fail(raw.SQLITE_INTERRUPT);
            if (Stopwatch.GetElapsedTime(started) >= session.BusyTimeout) throw Fail(code);
            code = Step();
        }
        while (LocalErrors.IsBusy(code, raw.sqlite3_extended_errcode(session.Database)) && code is not (raw.SQLITE_ROW or raw.SQLITE_DONE));
        return code is raw.SQLITE_ROW or raw.SQLITE_DONE ? code : throw Fail(code);
    }

    private int Step()
    {
        if (stop != 0) return raw.SQLITE_INTERRUPT;
        session.Enter(this);
        var code = raw.sqlite3_step(current!.Handle);
        session.Leave();
        return code;
    }

    // The result set stays for its columns; the statement itself gives up its locks.
    private void Finish()
    {
        var code = raw.sqlite3_reset(current!.Handle);
        EndRun();
        if (current.Source.ChangesRows) CountAffected(raw.sqlite3_changes(session.Database));
        if (code != raw.SQLITE_OK) throw Fail(code);
    }

    private void EndRun()
    {
        isRunning = false;
        if (holdsLarge)
        {
            _ = raw.sqlite3_clear_bindings(current!.Handle);
            holdsLarge = false;
        }

        if (!current!.IsReadOnly) session.LeaveWriting();
        else session.LeaveReading();
    }

    private void Release()
    {
        if (current is null) return;
        try
        {
            if (isRunning) Finish();
        }
        finally
        {
            if (current is not null)
            {
                current.GiveBack();
                current = null;
            }

            isPending = false;
            isAtRow = false;
            HasRows = false;
            Columns = [];
        }
    }

    private Exception Fail(int code)
    {
        var error = Explain(code);
        Abandon();
        next = int.MaxValue;
        return error;
    }

    private Exception Explain(int code)
    {
        var reason = (code & 0xFF) == raw.SQLITE_INTERRUPT ? (StopReason)stop : StopReason.None;
        return reason switch
        {
            StopReason.Token => new OperationCanceledException("The command was cancelled.", token),
            StopReason.Cancel => LocalErrors.Cancelled(),
            StopReason.Timeout => LocalErrors.TimedOut(work.Timeout),
            _ => LocalErrors.Of(code, session.Database),
        };
    }

    private void Listen(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == token) return;
        registration.Dispose();
        token = cancellationToken;
        registration = cancellationToken.UnsafeRegister(static me => ((LocalResults)me!).Stop(StopReason.Token), this);
    }
}
