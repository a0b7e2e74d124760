using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Clinic.Servers;

/// <summary>A real libSQL server on free ports of this machine, with a folder of its own; gone when disposed.</summary>
public sealed class SqldServer : IAsyncDisposable
{
    private const int Tries = 5;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly string program;
    private readonly SqldOptions options;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-sqld-");
    private Process? process;
    private int port;
    private int grpcPort;
    private int adminPort;

    private SqldServer(string program, SqldOptions options)
    {
        this.program = program;
        this.options = options;
    }

    /// <summary>The address for data sources.</summary>
    public string Url => $"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}";

    public int Port => port;

    public bool IsRunning => process is { HasExited: false };

    /// <exception cref="ServerMissingException">The server cannot be had here.</exception>
    public static async Task<SqldServer> StartAsync(SqldOptions? options = null)
    {
        var server = new SqldServer(await ServerTools.SqldAsync(), options ?? new SqldOptions());
        for (var left = Tries; ; left--)
        {
            (server.port, server.grpcPort, server.adminPort) = (FreePort(), FreePort(), FreePort());
            // Another process may take a port in between.
            if (await server.TryStartAsync()) return server;
            if (left > 1) continue;
            await server.DisposeAsync();
            throw new ServerMissingException("The libSQL server did not start.");
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it again on the same data and ports.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        for (var left = Tries; left > 0; left--)
        {
            if (await TryStartAsync()) return;
        }

        throw new InvalidOperationException("The libSQL server did not start again.");
    }

    /// <summary>Makes a namespace on a server that has them.</summary>
    public async Task CreateNamespaceAsync(string name)
    {
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(Admin, $"v1/namespaces/{name}/create"), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Blocks writes to a namespace, or lets them through again.</summary>
    public async Task BlockWritesAsync(string name, bool blocked)
    {
        var text = $$"""{"block_reads":false,"block_writes":{{(blocked ? "true" : "false")}},"block_reason":"maintenance"}""";
        using var body = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(Admin, $"v1/namespaces/{name}/config"), body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Delete(recursive: true);
    }

    private Uri Admin => new($"http://127.0.0.1:{adminPort.ToString(CultureInfo.InvariantCulture)}/");

    private async Task<bool> TryStartAsync()
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments()) start.ArgumentList.Add(argument);
        // The admin key of a developer's shell is none of this server's business.
        start.Environment.Remove("SQLD_ENCRYPTION_KEY");
        process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var started = Stopwatch.GetTimestamp(); !process.HasExited && Stopwatch.GetElapsedTime(started) < LongestStart;)
        {
            if (await IsHealthyAsync()) return true;
            await Task.Delay(10);
        }

        await KillAsync();
        return false;
    }

    private IEnumerable<string> Arguments()
    {
        var loopback = "127.0.0.1:";
        string[] always =
        [
            "--no-welcome", "--disable-metrics", "--idle-shutdown-timeout-s", "120",
            "--http-listen-addr", $"{loopback}{port}", "--db-path", Path.Combine(folder.FullName, "data"),
        ];
        foreach (var argument in always) yield return argument;
        if (options.PublicKeyPem is { } pem)
        {
            var path = Path.Combine(folder.FullName, "jwt.pem");
            File.WriteAllText(path, pem);
            yield return "--auth-jwt-key-file";
            yield return path;
        }

        if (options.Namespaces)
        {
            yield return "--enable-namespaces";
            yield return "--admin-listen-addr";
            yield return $"{loopback}{adminPort}";
        }

        if (options.Primary)
        {
            yield return "--grpc-listen-addr";
            yield return $"{loopback}{grpcPort}";
        }

        if (options.ReplicaOf is { } primary)
        {
            yield return "--primary-grpc-url";
            yield return $"http://{loopback}{primary.grpcPort}";
        }

        foreach (var argument in options.Extra) yield return argument;
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"{Url}/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
