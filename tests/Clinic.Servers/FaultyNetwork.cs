using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Servers;

/// <summary>Stands before a server, for many clients at once, and does to requests what a bad network does.</summary>
public sealed class FaultyNetwork : IAsyncDisposable
{
    private static readonly string[] Passed = ["authorization", "x-namespace-bin", "content-type"];
    private static readonly TimeSpan LateBy = TimeSpan.FromMilliseconds(150);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(1) };
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Task, bool> running = [];
    private readonly CancellationTokenSource ending = new();
    private readonly string target;
    private readonly Task accepting;
    private long requests;
    private long faults;

    public FaultyNetwork(string target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}";

    public long Requests => Interlocked.Read(ref requests);

    public long Faults => Interlocked.Read(ref faults);

    /// <summary>What happens to a request; nothing bad unless a test says so. Called by many at once.</summary>
    public Func<ScriptedRequest, NetworkFault> Judge { get; set; } = _ => NetworkFault.None;

    /// <summary>The whole answer to a request that never reaches the server; null lets it through.</summary>
    public Func<ScriptedRequest, string?> Instead { get; set; } = _ => null;

    /// <summary>Faults of all kinds at random; the same seed judges the requests alike in the order in which they come.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="share">The share of requests that something happens to, 0 to 1.</param>
    public static Func<ScriptedRequest, NetworkFault> Random(int seed, double share)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<NetworkFault>();
        return _ =>
        {
            lock (random) return random.NextDouble() < share ? kinds[random.Next(1, kinds.Length)] : NetworkFault.None;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(running.Keys);
        listener.Dispose();
        http.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!ending.IsCancellationRequested) Run(ServeAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Run(Task task)
    {
        running[task] = true;
        task.ContinueWith(t => running.TryRemove(t, out _), TaskScheduler.Default);
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                await using var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    var answer = await AnswerAsync(request);
                    if (answer.Length > 0) await stream.WriteAsync(answer, ending.Token);
                    if (!IsWhole(answer)) return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The client or the test is gone.
        }
    }

    // A cut answer has no mark at its end.
    private static bool IsWhole(byte[] answer) => answer.Length > 0 && answer.AsSpan().IndexOf("X-Cut"u8) < 0;

    private async Task<byte[]> AnswerAsync(ScriptedRequest request)
    {
        Interlocked.Increment(ref requests);
        if (Instead(request) is { } own) return Encoding.UTF8.GetBytes(own);
        var fault = Judge(request);
        if (fault != NetworkFault.None) Interlocked.Increment(ref faults);
        switch (fault)
        {
            case NetworkFault.Delay:
                await Task.Delay(System.Random.Shared.Next(5, 120), ending.Token);
                return await ForwardAsync(request);
            case NetworkFault.CutBefore:
                return [];
            case NetworkFault.CutAfter:
                await ForwardAsync(request);
                return [];
            case NetworkFault.CutInTheMiddle:
                var whole = await ForwardAsync(request, cut: true);
                return whole.Length == 0 ? whole : whole[..^Math.Min(20, whole.Length / 4)];
            case NetworkFault.Twice:
                await ForwardAsync(request);
                return await ForwardAsync(request);
            case NetworkFault.Late:
                Run(LaterAsync(request));
                return [];
            default:
                return await ForwardAsync(request);
        }
    }

    private async Task LaterAsync(ScriptedRequest request)
    {
        try
        {
            await Task.Delay(LateBy, ending.Token);
            await ForwardAsync(request);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    // A server that is not there is a connection that breaks; what is not there cannot be told from what was cut.
    private async Task<byte[]> ForwardAsync(ScriptedRequest request, bool cut = false)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, target + request.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body)) };
        foreach (var header in request.Headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            var name = header[..colon].ToLowerInvariant();
            if (!Passed.Contains(name)) continue;
            if (name == "content-type") message.Content.Headers.TryAddWithoutValidation(name, header[(colon + 1)..].Trim());
            else message.Headers.TryAddWithoutValidation(name, header[(colon + 1)..].Trim());
        }

        try
        {
            using var answer = await http.SendAsync(message, ending.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(ending.Token);
            var type = answer.Content.Headers.ContentType?.MediaType ?? "text/plain";
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {(int)answer.StatusCode} X\r\nContent-Type: {type}\r\n{(cut ? "X-Cut: 1\r\n" : "")}Content-Length: {body.Length}\r\n\r\n");
            return [.. Encoding.ASCII.GetBytes(head), .. body];
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return [];
        }
    }

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream)
    {
        var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, ending.Token);
            if (read == 0) return null;
            all.Write(buffer, 0, read);
            var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
            var head = bytes.IndexOf("\r\n\r\n"u8);
            if (head < 0) continue;
            var lines = Encoding.ASCII.GetString(bytes[..head]).Split("\r\n");
            var length = lines.Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l[15..], CultureInfo.InvariantCulture)).FirstOrDefault();
            if (bytes.Length - head - 4 < length) continue;
            return new ScriptedRequest(lines[0].Split(' ')[1], lines[1..], Encoding.UTF8.GetString(bytes.Slice(head + 4, length)), (int)Requests);
        }
    }
}
