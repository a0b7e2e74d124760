using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Clinic.Servers;

namespace Clinic.Benchmarks.Remote;

/// <summary>The official <c>@libsql/client</c> in one node process that lives through all rounds and measures its own calls.</summary>
internal sealed class OfficialClient : IDisposable
{
    private readonly Process node;

    private OfficialClient(Process node) => this.node = node;

    /// <exception cref="ServerMissingException">Node or the client cannot be had here.</exception>
    public static async Task<OfficialClient> StartAsync(string url)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = await ServerTools.NodeFolderAsync(), RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Remote", "official-client.cjs"));
        start.ArgumentList.Add(JsonSerializer.Serialize(RemoteSql.ForOthers(url)));
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new ServerMissingException($"node is not here: {e.Message}");
        }
    }

    /// <summary>Does something several times; the microseconds of each.</summary>
    public async Task<double[]> RunAsync(string work, int count)
    {
        await node.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{work} {count}"));
        await node.StandardInput.FlushAsync();
        var answer = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The official client failed at {work}; its error is above.");
        return JsonSerializer.Deserialize<double[]>(answer)!;
    }

    public void Dispose()
    {
        node.StandardInput.Close();
        if (!node.WaitForExit(2_000)) node.Kill();
        node.Dispose();
    }
}
