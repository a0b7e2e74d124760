using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>One database on a libSQL server, spoken to in Hrana 3 over HTTP. Thread-safe; lives as long as the app.</summary>
internal sealed class HranaClient : IDisposable
{
    private readonly HranaHttp http;
    private readonly SemaphoreSlim meeting = new(1, 1);
    private volatile bool known;

    public HranaClient(HranaSettings settings)
    {
        Settings = settings;
        http = new HranaHttp(settings);
    }

    public HranaSettings Settings { get; }

    /// <summary>How far the server was, so that reads see what this client wrote, on a replica too.</summary>
    public HranaProgress Progress { get; } = new();

    /// <summary>How many requests have been sent, the first look at the server and repeated ones included.</summary>
    public long RoundTrips => http.RoundTrips;

    /// <summary>A conversation; nothing is sent before it is used.</summary>
    public HranaStream OpenStream() => new(this);

    /// <summary>A transaction on a conversation of its own; nothing is sent before it is used.</summary>
    public HranaTransaction Begin(HranaTransactionMode mode) => new(OpenStream(), mode);

    /// <summary>Runs one statement in a commit of its own and closes: one round trip.</summary>
    public async Task<HranaResult> ExecuteAsync(HranaStatement statement, HranaEffect effect, CancellationToken cancellationToken)
    {
        var replies = await SendAsync(p => p.Execute(statement), effect, effect == HranaEffect.Read, cancellationToken).ConfigureAwait(false);
        return replies[0].Result ?? throw NoAnswer(effect);
    }

    /// <summary>Runs the steps whose conditions hold and closes: one round trip. Errors of steps are in the result.</summary>
    public async Task<HranaBatchResult> BatchAsync(IReadOnlyList<HranaStep> steps, HranaEffect effect, CancellationToken cancellationToken)
    {
        var replies = await SendAsync(p => p.Batch(steps), effect, mayWait: false, cancellationToken).ConfigureAwait(false);
        return replies[0].Batch is { } batch && batch.Results.Count == steps.Count ? batch : throw NoAnswer(effect);
    }

    /// <summary>Runs statements in one transaction and one round trip: all of them are committed, or none.</summary>
    public Task<HranaAtomicResult> AtomicAsync(IReadOnlyList<HranaStatement> statements, CancellationToken cancellationToken)
    {
        var steps = HranaAtomicResult.Steps(statements);
        return HranaRetry.RunAsync(
            Settings.Patience,
            async () => HranaAtomicResult.Of(await BatchAsync(steps, HranaEffect.Write, cancellationToken).ConfigureAwait(false)),
            cancellationToken);
    }

    /// <summary>Reads many rows of one statement, one by one; memory does not grow with them.</summary>
    public Task<HranaCursor> OpenCursorAsync(HranaStatement statement, CancellationToken cancellationToken) =>
        HranaRetry.RunAsync(
            Settings.Patience,
            async () =>
            {
                await MeetAsync(cancellationToken).ConfigureAwait(false);
                return await HranaCursor.OpenAsync(OpenStream(), [new HranaStep(statement)], HranaEffect.Read, closes: true, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Makes sure, once, that a server that this client can use is there; throws before anything is written.</summary>
    public async ValueTask MeetAsync(CancellationToken cancellationToken)
    {
        if (known) return;
        await meeting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (known) return;
            await HranaMeeting.CheckAsync(this, cancellationToken).ConfigureAwait(false);
            known = true;
        }
        finally
        {
            meeting.Release();
        }
    }

    /// <summary>Sends a pipeline as it is, once.</summary>
    internal async Task<HranaAnswer> PostAsync(Uri root, HranaPipeline pipeline, HranaEffect effect, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (pipeline.Index is not null) limit.CancelAfter(Settings.CatchUp.ToTimeSpan());
        try
        {
            var answer = await http.PostAsync(new Uri(root, "v3/pipeline"), pipeline.ToBody(), effect, b => HranaReader.Answer(b), limit.Token).ConfigureAwait(false);
            if (answer.Replies.Count != pipeline.Count) throw NoAnswer(effect);
            foreach (var reply in answer.Replies) Progress.Note(pipeline.Index, reply.Result?.ReplicationIndex ?? reply.Batch?.ReplicationIndex);
            return answer;
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw FellBehind(e);
        }
        catch (TursoException e) when (MayBeAnother(e))
        {
            Progress.Forget();
            throw;
        }
    }

    /// <summary>The error for a replica that was waited for in vain; the next request does not ask it to wait.</summary>
    internal TursoException FellBehind(Exception inner)
    {
        Progress.Forget();
        return HranaHttpErrors.Behind(Settings.Address, inner);
    }

    internal Task<HttpResponseMessage> PostCursorAsync(Uri root, ReadOnlyMemory<byte> body, HranaEffect effect, CancellationToken cancellationToken) =>
        http.SendAsync(new Uri(root, "v3/cursor"), body, effect, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>The text of an answer of another version of the protocol, for telling servers apart.</summary>
    internal Task<string> PostTextAsync(string path, string body, CancellationToken cancellationToken) =>
        http.PostAsync(new Uri(Settings.Address.Root, path), Encoding.UTF8.GetBytes(body), HranaEffect.Read, Encoding.UTF8.GetString, cancellationToken);

    internal TursoException NoAnswer(HranaEffect effect) =>
        HranaHttpErrors.Unreadable(Settings.Address, null, effect, new FormatException("It does not answer what was asked."));

    public void Dispose()
    {
        http.Dispose();
        meeting.Dispose();
    }

    // Nobody was there, or it could not answer: it may come back with a log that begins anew.
    private static bool MayBeAnother(TursoException e) => e.Code == "CONNECTION" || e.Kind == TursoErrorKind.Timeout || e.Code.StartsWith("HTTP_5", StringComparison.Ordinal);

    private Task<IReadOnlyList<HranaReply>> SendAsync(Action<HranaPipeline> ask, HranaEffect effect, bool mayWait, CancellationToken cancellationToken) =>
        HranaRetry.RunAsync(
            Settings.Patience,
            async () =>
            {
                await MeetAsync(cancellationToken).ConfigureAwait(false);
                using var pipeline = new HranaPipeline(index: mayWait ? Progress.Seen : null);
                ask(pipeline);
                pipeline.Close();
                var answer = await PostAsync(Settings.Address.Root, pipeline, effect, cancellationToken).ConfigureAwait(false);
                return answer.Replies[0].Error is { } error ? throw HranaErrors.Of(error) : answer.Replies;
            },
            cancellationToken);
}
