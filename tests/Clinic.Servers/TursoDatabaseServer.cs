using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Clinic.Servers;

/// <summary>The server of Turso Database, which is another thing than libSQL; gone when disposed.</summary>
public sealed class TursoDatabaseServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-tursodb-");
    private Process? process;

    private TursoDatabaseServer()
    {
    }

    public string Url { get; private set; } = "";

    /// <exception cref="ServerMissingException">The program cannot be had here.</exception>
    public static async Task<TursoDatabaseServer> StartAsync()
    {
        var program = await ServerTools.TursoDatabaseAsync();
        var server = new TursoDatabaseServer();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--sync-server", address, Path.Combine(server.folder.FullName, "t.db") }) start.ArgumentList.Add(argument);
        server.process = Process.Start(start)!;
        server.Url = $"http://{address}";
        for (var left = 500; left > 0 && !server.process.HasExited; left--)
        {
            if (await AcceptsAsync(address)) return server;
            await Task.Delay(10);
        }

        await server.DisposeAsync();
        throw new ServerMissingException("The server of Turso Database did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> AcceptsAsync(string address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPEndPoint.Parse(address));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
