using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Servers;

/// <summary>A server on this machine that answers each request as a test says, byte for byte; one request per connection.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<ScriptedRequest, string> answer;
    private readonly Task serving;
    private readonly CancellationTokenSource ending = new();

    /// <summary>Answers by the text that the function gives; an empty one cuts the connection.</summary>
    public ScriptedServer(Func<ScriptedRequest, string> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    public List<ScriptedRequest> Requests { get; } = [];

    /// <summary>An answer of HTTP with its length.</summary>
    public static string Http(int status, string body, string type = "application/json") => string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        ending.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!ending.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                await AnswerAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            if (await ReadAsync(stream) is not { } request) return;
            request = request with { Number = Requests.Count };
            Requests.Add(request);
            var text = answer(request);
            if (text.Length > 0) await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ending.Token);
        }
        catch (IOException)
        {
            // The client is gone; the next one comes.
        }
    }

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream)
    {
        var all = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, ending.Token);
            if (read == 0) return null;
            all.Write(buffer, 0, read);
            var text = Encoding.UTF8.GetString(all.ToArray());
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var lines = text[..head].Split("\r\n");
            var length = lines.Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
            if (all.Length - Encoding.UTF8.GetByteCount(text[..(head + 4)]) < length) continue;
            return new ScriptedRequest(lines[0].Split(' ')[1], lines[1..], text[(head + 4)..], 0);
        }
    }
}
