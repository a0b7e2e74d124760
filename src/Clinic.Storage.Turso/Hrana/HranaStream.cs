using System.Diagnostics;

namespace Clinic.Storage.Turso;

/// <summary>A conversation with the server, kept by a baton: one connection of SQLite over there. One user at a time.</summary>
/// <remarks>Opens by itself with the first request. Held only while needed: servers drop it after 10 idle seconds, and have 128 of them.</remarks>
internal sealed class HranaStream(HranaClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(2);

    private Uri root = client.Settings.Address.Root;
    private string? baton;
    private long opened;
    private long lastUsed;
    private int users;

    public HranaClient Client => client;

    /// <summary>Whether the server keeps something for this conversation.</summary>
    public bool IsOpen => baton is not null;

    /// <summary>Whether the server has, or is about to have, dropped it.</summary>
    public bool IsExpired => IsOpen && Stopwatch.GetElapsedTime(lastUsed) >= Idle;

    /// <summary>Whether another one should be begun when nothing depends on this one.</summary>
    /// <remarks>A replica that began anew, because its primary was killed, goes on showing the old state to conversations of before.</remarks>
    public bool IsOld => IsOpen && Stopwatch.GetElapsedTime(opened) >= LongestLife;

    /// <summary>Runs one statement outside any transaction.</summary>
    public async Task<HranaResult> ExecuteAsync(HranaStatement statement, HranaEffect effect, CancellationToken cancellationToken)
    {
        var replies = await SendAsync(p => p.Execute(statement), effect, keepsState: false, cancellationToken).ConfigureAwait(false);
        return replies[0].Error is { } error ? throw HranaErrors.Of(error) : replies[0].Result ?? throw client.NoAnswer(effect);
    }

    /// <summary>Runs the steps whose conditions hold; errors of steps are in the result.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="effect">What a lost answer would mean.</param>
    /// <param name="keepsState">Whether it relies on what the conversation holds, such as a transaction, so that another one will not do.</param>
    /// <param name="closes">Whether it is the last request.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public async Task<HranaBatchResult> BatchAsync(
        IReadOnlyList<HranaStep> steps, HranaEffect effect, bool keepsState, bool closes, CancellationToken cancellationToken)
    {
        var replies = await SendAsync(p => { p.Batch(steps); if (closes) p.Close(); }, effect, keepsState, cancellationToken).ConfigureAwait(false);
        if (replies[0].Error is { } error) throw HranaErrors.Of(error);
        return replies[0].Batch is { } batch && batch.Results.Count == steps.Count ? batch : throw client.NoAnswer(effect);
    }

    /// <summary>The parameters of a statement, with their signs.</summary>
    public async Task<IReadOnlyList<string?>> DescribeAsync(string sql, CancellationToken cancellationToken)
    {
        var replies = await SendAsync(p => p.Describe(sql), HranaEffect.Read, keepsState: false, cancellationToken).ConfigureAwait(false);
        return replies[0].Error is { } error ? throw HranaErrors.Of(error) : replies[0].Parameters;
    }

    /// <summary>Sends one pipeline; errors of single requests are in the replies.</summary>
    public async Task<IReadOnlyList<HranaReply>> SendAsync(
        Action<HranaPipeline> ask, HranaEffect effect, bool keepsState, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref users, 1) != 0) throw new InvalidOperationException("A conversation with the server has one user at a time.");
        try
        {
            return await HranaRetry.RunAsync(client.Settings.Patience, () => SendOnceAsync(ask, effect, keepsState, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref users, 0);
        }
    }

    /// <summary>Ends the conversation; what is open in it is rolled back. Never throws: the server forgets it anyway.</summary>
    public async ValueTask CloseAsync()
    {
        if (baton is null || IsExpired)
        {
            Forget();
            return;
        }

        using var limit = new CancellationTokenSource(LongestClose);
        using var pipeline = new HranaPipeline(baton);
        pipeline.Close();
        Forget();
        try
        {
            await client.PostAsync(root, pipeline, HranaEffect.Read, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TursoException or OperationCanceledException)
        {
            // It expires over there.
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>The address at which it continues.</summary>
    internal Uri Root => root;

    internal string? Baton => baton;

    /// <summary>Takes over what the server said about going on.</summary>
    internal void Continue(string? next, string? baseUrl)
    {
        lastUsed = Stopwatch.GetTimestamp();
        if (baton is null) opened = lastUsed;
        baton = next;
        if (baseUrl is null) return;
        root = client.Settings.Address.Continue(baseUrl) ?? throw HranaErrors.Of(
            TursoErrorKind.Protocol, $"{client.Settings.Address} sends the conversation to another domain; the token does not go there.", "BASE_URL");
    }

    internal void Forget() => baton = null;

    private async Task<IReadOnlyList<HranaReply>> SendOnceAsync(Action<HranaPipeline> ask, HranaEffect effect, bool keepsState, CancellationToken cancellationToken)
    {
        await client.MeetAsync(cancellationToken).ConfigureAwait(false);
        if (keepsState && baton is null) throw HranaErrors.Lost("the conversation with the server has ended.");
        if (!keepsState && IsExpired) Forget();
        // What runs in a transaction runs on the primary anyway.
        using var pipeline = new HranaPipeline(baton, effect == HranaEffect.Read && !keepsState ? client.Progress.Seen : null);
        ask(pipeline);
        try
        {
            var answer = await client.PostAsync(root, pipeline, effect, cancellationToken).ConfigureAwait(false);
            Continue(answer.Baton, answer.BaseUrl);
            return answer.Replies;
        }
        catch (TursoException e) when (e.Kind == TursoErrorKind.LostTransaction && e.NothingDone)
        {
            Forget();
            if (keepsState) throw HranaErrors.Lost("the server closed the conversation.", e.Code, e);
            throw;
        }
        catch (Exception e) when (e is not TursoException { NothingDone: true, Code: not ("CUT" or HranaErrors.Behind) } and not TursoException { Kind: TursoErrorKind.Authentication })
        {
            Forget();
            throw;
        }
    }
}
