using System.Diagnostics;

namespace Clinic.Storage.Turso.Tests;

/// <summary>A file system of its own with little room, that can be made read-only; for administrators on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private SmallDisk()
    {
    }

    public string File => folder.File();

    /// <summary>Skips on a laptop where no file system can be mounted, and fails in CI.</summary>
    public static SmallDisk Make(int kibibytes)
    {
        var disk = new SmallDisk();
        var problem = OperatingSystem.IsLinux() ? Run("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", disk.folder.Path) : "only on Linux";
        if (problem is null) return disk;
        disk.folder.Dispose();
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"A small disk cannot be mounted: {problem}");
        Assert.Skip($"A small disk cannot be mounted: {problem}");
        return disk;
    }

    /// <summary>Fills what is left, or gives it back.</summary>
    public void Fill(bool full)
    {
        var ballast = folder.File("ballast");
        if (!full)
        {
            System.IO.File.Delete(ballast);
            return;
        }

        using var file = System.IO.File.Create(ballast);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
            // Nothing is left: what was wanted.
        }
    }

    public void MakeReadOnly(bool only) => Assert.Null(Run("mount", "-o", only ? "remount,ro" : "remount,rw", folder.Path));

    public void Dispose()
    {
        Run("umount", folder.Path);
        folder.Dispose();
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
