namespace Clinic.Storage.Turso;

/// <summary>Where connections get their sessions: a bounded number of them, used again and again.</summary>
internal abstract class SessionPool(TursoConnectionStringBuilder text) : IDisposable
{
    private readonly SemaphoreSlim places = new(text.MaxPoolSize, text.MaxPoolSize);
    private readonly int most = text.MaxPoolSize;
    private readonly int wait = text.ConnectTimeout;

    /// <summary>The pool that a connection string asks for.</summary>
    public static SessionPool Of(TursoConnectionStringBuilder text, Func<CancellationToken, ValueTask<string?>>? token = null) =>
        text.IsRemote ? new RemotePool(text, token) : new LocalPool(text);

    public abstract string DataSource { get; }

    protected bool IsDisposed { get; private set; }

    /// <exception cref="TursoException">All sessions stayed in use for too long, or the database cannot be opened.</exception>
    public async ValueTask<Session> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (IsBounded && !places.Wait(0, CancellationToken.None)) await WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await TakeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (IsBounded) places.Release();
            throw;
        }
    }

    /// <summary>Closes what is idle; what is in use is closed when it comes back.</summary>
    public abstract void Clear();

    public void Dispose()
    {
        if (IsDisposed) return;
        IsDisposed = true;
        Clear();
        DisposeCore();
    }

    protected virtual bool IsBounded => true;

    protected abstract ValueTask<Session> TakeAsync(CancellationToken cancellationToken);

    protected virtual void DisposeCore()
    {
    }

    protected void Leave()
    {
        if (IsBounded) places.Release();
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var limit = wait == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(wait);
        if (await places.WaitAsync(limit, cancellationToken).ConfigureAwait(false)) return;
        throw new TursoException(
            $"All {most} connections to {DataSource} stayed in use for {wait} s. Dispose connections and readers, or raise Max Pool Size.", 0, 0, isTransient: true)
        {
            Kind = TursoErrorKind.TooManyRequests,
        };
    }
}
