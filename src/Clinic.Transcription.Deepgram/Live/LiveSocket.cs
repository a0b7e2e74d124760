using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>One connection: one loop that receives, and one sender at a time.</summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private const int Step = 16 * 1024;
    private const int LargestMessage = 4 * 1024 * 1024;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket socket;
    private Task receiving = Task.CompletedTask;
    private volatile bool ended;

    private LiveSocket(ClientWebSocket socket, string? requestId) => (this.socket, RequestId) = (socket, requestId);

    public string? RequestId { get; }

    /// <summary>Where in the recording this connection's own time begins.</summary>
    public Duration Offset { get; private set; }

    public bool Ended => ended;

    /// <summary>Why it ended; null while it stands, and where it was closed as asked.</summary>
    public ProviderFailure? Failure { get; private set; }

    /// <summary>Connects, or says why not.</summary>
    public static async Task<(LiveSocket? Socket, ProviderFailure? Failure)> ConnectAsync(Uri address, DeepgramOptions options, Instant now, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "Token " + options.ApiKey);
        socket.Options.CollectHttpResponseDetails = true;
        // Only these two notice a peer that is silent without having gone.
        socket.Options.KeepAliveInterval = options.Patience.Stall.ToTimeSpan();
        socket.Options.KeepAliveTimeout = options.Patience.Stall.ToTimeSpan();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience.Connect.ToTimeSpan());
        try
        {
            await socket.ConnectAsync(address, limit.Token).ConfigureAwait(false);
            var id = DeepgramFailures.Word(Header(socket, "dg-request-id"));
            socket.HttpResponseHeaders = null;
            return (new(socket, id), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            return (null, new(FailureKind.Timeout, Retryable: true));
        }
        catch (WebSocketException)
        {
            var failure = socket.HttpStatusCode is 0 or HttpStatusCode.SwitchingProtocols
                ? new ProviderFailure(FailureKind.ConnectionLost, Retryable: true)
                : DeepgramFailures.OfStatus(socket.HttpStatusCode, null, default, Header(socket, "dg-request-id"), RetryConditionHeaderValue.TryParse(Header(socket, "retry-after"), out var wait) ? wait : null, now);
            socket.Dispose();
            return (null, failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Begins to receive; each message and the end are told on the loop's own thread.</summary>
    public void Start(Duration offset, Action<LiveSocket, ReadOnlyMemory<byte>> message, Action end)
    {
        Offset = offset;
        receiving = Task.Run(() => ReceiveAsync(message, end));
    }

    /// <summary>False where the connection is gone.</summary>
    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type)
    {
        if (ended || bytes.IsEmpty) return !ended;
        try
        {
            await socket.SendAsync(bytes, type, WebSocketMessageFlags.EndOfMessage, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (IsLoss(e))
        {
            return false;
        }
    }

    public void Abort() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await receiving.ConfigureAwait(false);
        socket.Dispose();
    }

    private static string? Header(ClientWebSocket socket, string name) =>
        socket.HttpResponseHeaders?.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();

    private static bool IsLoss(Exception e) => e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException;

    private async Task ReceiveAsync(Action<LiveSocket, ReadOnlyMemory<byte>> message, Action end)
    {
        try
        {
            await ReceiveAllAsync(message).ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e))
        {
            Failure = DeepgramFailures.OfClose(null, null) with { RequestId = RequestId };
        }
        finally
        {
            ended = true;
            end();
        }
    }

    private async Task ReceiveAllAsync(Action<LiveSocket, ReadOnlyMemory<byte>> message)
    {
        var buffer = new ArrayBufferWriter<byte>(Step);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.GetMemory(Step), CancellationToken.None).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close) break;
            buffer.Advance(received.Count);
            if (buffer.WrittenCount > LargestMessage)
            {
                Failure = new(FailureKind.InvalidOutput, Retryable: true) { RequestId = RequestId };
                socket.Abort();
                return;
            }

            if (!received.EndOfMessage) continue;
            if (received.MessageType == WebSocketMessageType.Text) message(this, buffer.WrittenMemory);
            buffer.ResetWrittenCount();
        }

        Failure = DeepgramFailures.OfClose((int?)socket.CloseStatus, socket.CloseStatusDescription) with { RequestId = RequestId };
        using var limit = new CancellationTokenSource(Farewell);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token).ConfigureAwait(false);
    }
}
