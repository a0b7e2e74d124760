using System.Data;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>Results that came from a server: complete in memory, or one by one from a cursor.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "CloseAsync disposes it, because a server is told.")]
internal sealed class RemoteResults(RemoteSession session, Work work) : Results
{
    private readonly CancellationTokenSource stop = new();
    private RemoteRun? run;
    private HranaCursor? cursor;
    private IReadOnlyList<SqlValue[]> rows = [];
    private SqlValue[]? current;
    private int next;
    private int row = -1;
    private bool hasPending;

    public override bool IsAtRow => current is not null;

    public override async ValueTask<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        await EndCursorAsync().ConfigureAwait(false);
        Columns = [];
        rows = [];
        current = null;
        HasRows = false;
        if ((work.Behavior & CommandBehavior.SchemaOnly) != 0 && OnlyChanges()) return false;
        if (run is null)
        {
            run = new RemoteRun(session, work);
            await LimitAsync(run.SendAsync, cancellationToken).ConfigureAwait(false);
        }

        if (run.Cursor is { } opened && next == 0) return await StartCursorAsync(opened, cancellationToken).ConfigureAwait(false);
        while (next < run.Results.Count)
        {
            if (Take(run.Results[next])) return true;
        }

        if (run.Error is not { } error || next > run.Results.Count) return false;
        Place = next;
        next = int.MaxValue;
        throw error;
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cursor is not null) return await ReadCursorAsync(cancellationToken).ConfigureAwait(false);
        row++;
        current = row < rows.Count ? rows[row] : null;
        return current is not null;
    }

    public override async ValueTask CloseAsync()
    {
        await EndCursorAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    public override void Drop() => Blocking.Wait(CloseAsync());

    public override void Cancel()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is over.
        }
    }

    public override ValueKind Kind(int column) => current![column].Kind switch
    {
        SqlValueKind.Integer => ValueKind.Integer,
        SqlValueKind.Real => ValueKind.Real,
        SqlValueKind.Text => ValueKind.Text,
        SqlValueKind.Blob => ValueKind.Blob,
        _ => ValueKind.Null,
    };

    public override long Integer(int column) => current![column].Number;

    public override double Real(int column) => current![column].Real;

    public override string Text(int column) => current![column].Text;

    public override byte[] Blob(int column) => [.. current![column].Blob];

    public override ReadOnlySpan<byte> Bytes(int column) => current![column].Blob;

    private bool Take(HranaResult result)
    {
        var statement = work.Statements[next];
        Place = next++;
        if (statement.ChangesRows) CountAffected(result.Affected);
        else if (!statement.OnlyReads) CountAffected(0);
        if (result.Columns.Count == 0) return false;
        SetColumns(result.Columns);
        rows = result.Rows;
        row = -1;
        HasRows = rows.Count > 0;

        // Kinds of values are known before the first read, as in a local file.
        current = HasRows ? rows[0] : null;
        return true;
    }

    private async ValueTask<bool> StartCursorAsync(HranaCursor opened, CancellationToken cancellationToken)
    {
        cursor = opened;
        Place = next++;
        SetColumns(opened.Columns);
        hasPending = HasRows = await LimitAsync(token => opened.ReadAsync(token).AsTask(), cancellationToken).ConfigureAwait(false);
        current = HasRows ? opened.Current : null;
        return true;
    }

    private async ValueTask<bool> ReadCursorAsync(CancellationToken cancellationToken)
    {
        if (hasPending)
        {
            hasPending = false;
            return true;
        }

        if (current is null) return false;
        var open = cursor!;
        var reading = open.ReadAsync(stop.Token);
        var found = reading.IsCompletedSuccessfully ? reading.Result : await WaitAsync(reading, cancellationToken).ConfigureAwait(false);
        current = found ? open.Current : null;
        return found;
    }

    // Most rows are here already; only for those that are not is there anything to limit.
    private async ValueTask<bool> WaitAsync(ValueTask<bool> reading, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (work.Timeout > 0) limit.CancelAfter(TimeSpan.FromSeconds(work.Timeout));
        using var stops = limit.Token.Register(Cancel);
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw cancellationToken.IsCancellationRequested ? RemoteLimit.Cancelled(e, cancellationToken)
                : limit.IsCancellationRequested ? LocalErrors.TimedOut(work.Timeout, e)
                : LocalErrors.Cancelled(e);
        }
    }

    private async ValueTask EndCursorAsync()
    {
        if (cursor is not { } open) return;
        cursor = null;
        current = null;
        await open.DisposeAsync().ConfigureAwait(false);
    }

    private void SetColumns(IReadOnlyList<HranaColumn> found)
    {
        Columns = new ColumnInfo[found.Count];
        for (var i = 0; i < Columns.Length; i++) Columns[i] = new ColumnInfo(found[i].Name, found[i].DeclaredType);
    }

    private bool OnlyChanges()
    {
        foreach (var statement in work.Statements)
        {
            if (!statement.OnlyReads) return true;
        }

        return false;
    }

    private async Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        try
        {
            return await RemoteLimit.RunAsync(call, work.Timeout, run!.Unknown, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw RemoteLimit.Cancelled(e.InnerException ?? e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw e.InnerException as TursoException ?? LocalErrors.Cancelled(e);
        }
    }
}
