using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Benchmarks.Transcription;

/// <summary>A server on this machine that answers each frame at once with an interim text up to the frame's end, or says nothing.</summary>
internal sealed class EchoingSocket : IDisposable
{
    private const int BytesPerSecond = 32_000;
    private const int BinaryFrame = 2;
    private const int CloseFrame = 8;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly bool answers;
    private readonly Thread thread;
    private long frames;

    public EchoingSocket(bool answers)
    {
        this.answers = answers;
        listener.Start();
        // A thread of its own that reads the wire by hand, so that what it does is not counted as the adapter's.
        thread = new Thread(Serve) { IsBackground = true };
        thread.Start();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public long Frames => Interlocked.Read(ref frames);

    public void Dispose() => listener.Stop();

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var socket = listener.AcceptSocket();
                socket.NoDelay = true;
                Listen(socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6455, section 4.2.2.")]
    private void Listen(Socket socket)
    {
        var buffer = new byte[256 * 1024];
        var head = Encoding.ASCII.GetString(buffer, 0, socket.Receive(buffer));
        var key = head.Split("Sec-WebSocket-Key: ")[1].Split("\r\n")[0];
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        socket.Send(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        long audio = 0;
        var filled = 0;
        while (socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None) is > 0 and var read)
        {
            filled += read;
            var at = 0;
            while (Frame(buffer.AsSpan(at, filled - at)) is { } frame)
            {
                at += frame.Whole;
                if (frame.Opcode == CloseFrame) return;
                if (frame.Opcode != BinaryFrame) continue;
                audio += frame.Payload;
                if (answers) Answer(socket, audio);
                Interlocked.Increment(ref frames);
            }

            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            filled -= at;
        }
    }

    private static (int Opcode, int Payload, int Whole)? Frame(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) return null;
        var (length, at) = (bytes[1] & 0x7f, 2);
        if (length == 126)
        {
            if (bytes.Length < 4) return null;
            (length, at) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), 4);
        }

        var whole = at + 4 + length;
        return bytes.Length < whole ? null : (bytes[0] & 15, length, whole);
    }

    private static void Answer(Socket socket, long audio)
    {
        var seconds = (audio / (double)BytesPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
        var word = $$"""{"word":"a","start":0,"end":{{seconds}} }""";
        var text = Encoding.UTF8.GetBytes($$"""{"type":"Results","channel_index":[0,1],"start":0,"duration":{{seconds}},"is_final":false,"channel":{"alternatives":[{"transcript":"a","words":[ {{word}} ]}]} }""");
        byte[] frame = [0x81, 126, (byte)(text.Length >> 8), (byte)text.Length, .. text];
        socket.Send(frame);
    }
}
