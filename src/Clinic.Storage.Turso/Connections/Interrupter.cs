using NodaTime;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Stops the running statement of a connection on cancellation or when its time is over.</summary>
internal sealed class Interrupter(sqlite3 database) : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();
    private CancellationTokenSource clock = new();
    private CancellationTokenRegistration onClock;
    private CancellationTokenRegistration onCaller;
    private CancellationToken caller;
    private Timer? repeat;
    private bool watching;

    /// <summary>Watches until <see cref="Stop"/>.</summary>
    public void Start(Duration? limit, CancellationToken cancellationToken)
    {
        watching = true;
        caller = cancellationToken;
        if (limit is { } most)
        {
            clock.CancelAfter(most.ToTimeSpan());
            onClock = clock.Token.UnsafeRegister(static me => ((Interrupter)me!).Fire(), this);
        }

        if (cancellationToken.CanBeCanceled) onCaller = cancellationToken.UnsafeRegister(static me => ((Interrupter)me!).Fire(), this);
    }

    /// <summary>Ends the watch; afterwards no late interruption can hit the next use.</summary>
    public void Stop()
    {
        lock (gate)
        {
            watching = false;
            repeat?.Dispose();
            repeat = null;
        }

        onCaller.Dispose();
        onClock.Dispose();
        caller = default;
        if (clock.TryReset()) return;
        clock.Dispose();
        clock = new CancellationTokenSource();
    }

    /// <summary>Throws what a stopped statement means, or nothing.</summary>
    public void ThrowIfStopped()
    {
        if (Reason() is { } reason) throw reason;
    }

    /// <summary>Why statements of this watch are stopped, or null.</summary>
    public Exception? Reason(Exception? inner = null) =>
        caller.IsCancellationRequested ? new OperationCanceledException("The call was cancelled.", inner, caller)
        : clock.IsCancellationRequested ? SqliteErrors.TimedOut("A statement ran longer than the command time-out and was stopped.", inner)
        : null;

    public void Dispose() => clock.Dispose();

    // SQLite forgets an interruption that arrives between two statements, so it is repeated until the watch ends.
    private void Fire()
    {
        lock (gate)
        {
            if (!watching) return;
            raw.sqlite3_interrupt(database);
            repeat ??= new Timer(static me => ((Interrupter)me!).Fire(), this, Again, Again);
        }
    }
}
