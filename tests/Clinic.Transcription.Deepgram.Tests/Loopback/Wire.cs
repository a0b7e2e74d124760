using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>Reads requests from a socket, byte by byte where it must.</summary>
internal static class Wire
{
    public static async Task<HttpRequestSeen?> ReadAsync(NetworkStream stream, bool body, CancellationToken ct)
    {
        var head = await HeadAsync(stream, ct);
        if (head is null) return null;
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.OrdinalIgnoreCase);
        if (!body) return new(lines[0], headers, []);
        if (headers.TryGetValue("Content-Length", out var length))
        {
            var bytes = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(bytes, ct);
            return new(lines[0], headers, bytes);
        }

        return new(lines[0], headers, await ChunkedAsync(stream, ct));
    }

    /// <summary>Ends a connection without a word: with a reset, or as if all had been said.</summary>
    public static void Drop(Socket socket, bool reset)
    {
        try
        {
            if (reset) socket.LingerState = new LingerOption(true, 0);
        }
        catch (ObjectDisposedException)
        {
            // Gone before.
        }

        socket.Close();
    }

    private static async Task<string?> HeadAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, ct) == 1)
        {
            head.Add(one[0]);
            if (head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n') return Encoding.ASCII.GetString([.. head]);
        }

        return null;
    }

    private static async Task<byte[]> ChunkedAsync(NetworkStream stream, CancellationToken ct)
    {
        var body = new List<byte>();
        while (true)
        {
            var line = new StringBuilder();
            var one = new byte[1];
            while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(one, ct);
                line.Append((char)one[0]);
            }

            var size = int.Parse(line.ToString().Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var bytes = new byte[size + 2];
            await stream.ReadExactlyAsync(bytes, ct);
            if (size == 0) return [.. body];
            body.AddRange(bytes[..size]);
        }
    }
}
