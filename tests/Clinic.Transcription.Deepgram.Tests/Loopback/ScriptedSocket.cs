using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>A server on this machine whose connections each follow a script; the last script is repeated.</summary>
internal sealed class ScriptedSocket : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Peer, Task>[] scripts;
    private readonly List<Peer> peers = [];
    private readonly Task serving;

    public ScriptedSocket(params Func<Peer, Task>[] scripts)
    {
        this.scripts = scripts;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public IReadOnlyList<Peer> Peers
    {
        get
        {
            lock (peers) return [.. peers];
        }
    }

    /// <summary>A script that refuses the handshake.</summary>
    public static Func<Peer, Task> Refuse(int status, params string[] headers) => peer => peer.RefuseAsync(status, headers);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        foreach (var peer in Peers) peer.Drop(reset: true);
        await serving;
        stop.Dispose();
    }

    // The protocol of WebSockets prescribes SHA-1 here; nothing is protected by it.
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6455, section 4.2.2.")]
    internal static string Accept(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));

    private async Task ServeAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true) running.Add(RunAsync(await listener.AcceptSocketAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(Socket socket)
    {
        socket.NoDelay = true;
        var stream = new NetworkStream(socket);
        try
        {
            if (await Wire.ReadAsync(stream, body: false, stop.Token) is not { } request) return;
            Peer peer;
            Func<Peer, Task> script;
            lock (peers)
            {
                script = scripts[Math.Min(peers.Count, scripts.Length - 1)];
                peer = new Peer(peers.Count + 1, socket, stream, request, stop.Token);
                peers.Add(peer);
            }

            await script(peer);
        }
        catch (Exception e) when (e is IOException or SocketException or WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client or the test went.
        }
    }
}
