using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Transcription.OpenAI.Tests;

/// <summary>A server on this machine that answers every request as a test says, byte by byte.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task running;
    private readonly Func<int, Answer> script;

    public ModelServer(Func<int, Answer> script)
    {
        this.script = script;
        listener.Start();
        running = RunAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await running;
        end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                while (await RequestAsync(stream) is { } request)
                {
                    int number;
                    lock (Requests)
                    {
                        Requests.Add(request);
                        number = Requests.Count;
                    }

                    var answer = script(number);
                    if (answer.Delay > TimeSpan.Zero) await Task.Delay(answer.Delay, end.Token);
                    if (answer.Cut is { } cut)
                    {
                        await stream.WriteAsync(answer.Bytes().AsMemory(0, cut), end.Token);
                        client.LingerState = new(true, 0);
                        return;
                    }

                    await stream.WriteAsync(answer.Bytes(), end.Token);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task<string?> RequestAsync(NetworkStream stream)
    {
        var (read, buffer) = (new List<byte>(), new byte[16_384]);
        while (true)
        {
            var count = await stream.ReadAsync(buffer, end.Token);
            if (count == 0) return null;
            read.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.UTF8.GetString([.. read]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0) continue;
            var length = text[..head].Split("\r\n").Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
            if (read.Count >= Encoding.UTF8.GetByteCount(text[..head]) + 4 + length) return text;
        }
    }

    public sealed record Answer(int Status, string Body, string ContentType = "application/json")
    {
        public TimeSpan Delay { get; init; }

        public int? Cut { get; init; }

        public string Header { get; init; } = "";

        public byte[] Bytes() => Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} x\r\nContent-Type: {ContentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n{Header}\r\n{Body}"));
    }
}
