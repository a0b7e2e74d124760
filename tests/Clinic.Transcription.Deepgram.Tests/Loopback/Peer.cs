using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>The server's side of one connection, down to the frames.</summary>
internal sealed class Peer(int number, Socket socket, NetworkStream stream, HttpRequestSeen request, CancellationToken stop)
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly List<string> texts = [];
    private readonly List<string> wishes = [];
    private WebSocket? web;

    public int Number => number;

    public HttpRequestSeen Request => request;

    public long AudioBytes { get; private set; }

    public int EmptyFrames { get; private set; }

    public List<byte[]> Audio { get; } = [];

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (texts) return [.. texts];
        }
    }

    /// <summary>What was asked to be otherwise, as it came.</summary>
    public IReadOnlyList<string> Wishes
    {
        get
        {
            lock (texts) return [.. wishes];
        }
    }

    public async Task AcceptAsync(string requestId = "11111111-aaaa-4aaa-8aaa-111111111111")
    {
        string[] head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", $"Sec-WebSocket-Accept: {ScriptedSocket.Accept(request.Headers["Sec-WebSocket-Key"])}", $"dg-request-id: {requestId}", "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)), stop);
        web = WebSocket.CreateFromStream(stream, isServer: true, null, Timeout.InfiniteTimeSpan);
    }

    public async Task RefuseAsync(int status, string[] headers)
    {
        string[] head = [$"HTTP/1.1 {status} Refused", "Content-Length: 0", "Connection: close", .. headers, "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)), stop);
        socket.Close();
    }

    /// <summary>The next message: audio bytes, or the type of a text; null where the client closed.</summary>
    public async Task<(byte[]? Audio, string? Type)?> NextAsync()
    {
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await web!.ReceiveAsync(buffer.AsMemory(length), stop);
            length += received.Count;
        }
        while (!received.EndOfMessage);

        if (received.MessageType == WebSocketMessageType.Close) return null;
        if (received.MessageType == WebSocketMessageType.Binary)
        {
            if (length == 0) EmptyFrames++;
            AudioBytes += length;
            Audio.Add(buffer[..length]);
            return (buffer[..length], null);
        }

        using var text = JsonDocument.Parse(buffer.AsMemory(0, length));
        var type = text.RootElement.GetProperty("type").GetString()!;
        lock (texts)
        {
            texts.Add(type);
            if (type == "Configure") wishes.Add(Encoding.UTF8.GetString(buffer.AsSpan(0, length)));
        }

        return (null, type);
    }

    public async Task SendAsync(string json) => await web!.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, stop);

    public async Task CloseAsync(int code, string reason = "")
    {
        await web!.CloseOutputAsync((WebSocketCloseStatus)code, reason, stop);
        while (await NextAsync() is not null)
        {
            // What the client still had to say.
        }
    }

    /// <summary>The connection is gone without a closing frame.</summary>
    public void Drop(bool reset) => Wire.Drop(socket, reset);

    public Task StallAsync() => Task.Delay(Timeout.Infinite, stop);
}
