using System.Collections.Concurrent;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>The conversations with one database on a server; idle ones keep their baton, and the server forgets them after 10 seconds.</summary>
internal sealed class RemotePool : SessionPool
{
    private static readonly Duration LongestRequest = Duration.FromHours(24);

    private readonly ConcurrentStack<RemoteSession> idle = new();
    private string? version;

    public RemotePool(TursoConnectionStringBuilder text, Func<CancellationToken, ValueTask<string?>>? token)
        : base(text)
    {
        var secret = text.AuthToken;
        Keeps = text.Pooling;
        Client = new HranaClient(new HranaSettings(HranaAddress.Parse(text.DataSource))
        {
            Token = token ?? (secret.Length == 0 ? null : _ => new ValueTask<string?>(secret)),
            Namespace = text.Namespace.Length == 0 ? null : text.Namespace,
            MaxConnections = text.MaxPoolSize,
            CommandTimeout = LongestRequest,
            Patience = Duration.FromMilliseconds(text.BusyTimeout),
        });
    }

    public HranaClient Client { get; }

    /// <summary>Whether conversations are kept for the next use.</summary>
    public bool Keeps { get; }

    public override string DataSource => Client.Settings.Address.ToString();

    /// <summary>The SQLite of the server, asked once.</summary>
    public string Version => version ??= Blocking.Wait(new ValueTask<string>(AskVersionAsync()));

    public override void Clear()
    {
        var closing = new List<Task>();
        while (idle.TryPop(out var session)) closing.Add(session.Stream.CloseAsync().AsTask());
        Task.WhenAll(closing).GetAwaiter().GetResult();
    }

    public void Return(RemoteSession session)
    {
        if (Keeps && !session.IsTouched && !IsDisposed) idle.Push(session);
        Leave();
    }

    protected override void DisposeCore() => Client.Dispose();

    protected override async ValueTask<Session> TakeAsync(CancellationToken cancellationToken)
    {
        if (idle.TryPop(out var session)) return session;
        await Client.MeetAsync(cancellationToken).ConfigureAwait(false);
        return new RemoteSession(this);
    }

    private async Task<string> AskVersionAsync() =>
        (await Client.ExecuteAsync(new HranaStatement("SELECT sqlite_version()"), HranaEffect.Read, CancellationToken.None).ConfigureAwait(false)).Rows[0][0].Text;
}
