using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>A server on this machine that answers with a script; the last reply is repeated.</summary>
internal sealed class ScriptedHttp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly HttpReply[] replies;
    private readonly List<HttpRequestSeen> seen = [];
    private readonly Task serving;

    public ScriptedHttp(params HttpReply[] replies)
    {
        this.replies = replies;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public IReadOnlyList<HttpRequestSeen> Seen
    {
        get
        {
            lock (seen) return [.. seen];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(stop.Token);
                try
                {
                    await AnswerAsync(socket);
                }
                catch (IOException)
                {
                    // The client went.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped; a listener that stops between two callers says that it does not listen.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        if (await Wire.ReadAsync(stream, body: true, stop.Token) is not { } request) return;
        HttpReply reply;
        lock (seen)
        {
            reply = replies[Math.Min(seen.Count, replies.Length - 1)];
            seen.Add(request);
        }

        if (reply.Silent) await Task.Delay(TimeSpan.FromSeconds(2), stop.Token);
        if (reply.CutAfter == -1 || reply.Silent)
        {
            Wire.Drop(socket, reset: true);
            return;
        }

        var body = Encoding.UTF8.GetBytes(reply.Body);
        string[] head = [$"HTTP/1.1 {reply.Status} Said", $"Content-Type: {reply.MediaType}", $"Content-Length: {body.Length}", "Connection: close", .. reply.Headers, "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)), stop.Token);
        await stream.WriteAsync(body.AsMemory(0, Math.Min(reply.CutAfter ?? body.Length, body.Length)), stop.Token);
    }
}
