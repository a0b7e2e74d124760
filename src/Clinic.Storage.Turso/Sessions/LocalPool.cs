using System.Collections.Concurrent;

namespace Clinic.Storage.Turso;

/// <summary>The handles to one local database.</summary>
internal sealed class LocalPool : SessionPool
{
    private readonly ConcurrentStack<LocalSession> idle = new();
    private readonly bool keeps;
    private volatile int generation;

    public LocalPool(TursoConnectionStringBuilder text)
        : base(text)
    {
        Settings = new LocalSettings(text);
        keeps = text.Pooling && !Settings.IsMemory;
    }

    public LocalSettings Settings { get; }

    public override string DataSource => Settings.Database;

    protected override bool IsBounded => !Settings.IsPrivate;

    public override void Clear()
    {
        generation++;
        while (idle.TryPop(out var session)) session.Dispose();
    }

    /// <summary>Takes a handle back.</summary>
    public void Return(LocalSession session, bool isFree)
    {
        // One that another thread cannot be got out of is left to the finaliser of its handle.
        if (keeps && isFree && !session.IsTouched && !IsDisposed && session.Generation == generation)
        {
            idle.Push(session);
            if (IsDisposed) Clear();
        }
        else if (isFree)
        {
            session.Dispose();
        }

        Leave();
    }

    protected override ValueTask<Session> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (idle.TryPop(out var session)) return new ValueTask<Session>(session);
        var opened = LocalOpening.Open(this);
        opened.Generation = generation;
        return new ValueTask<Session>(opened);
    }
}
