using System.Diagnostics;

namespace Clinic.Crash.Alone.Tests;

/// <summary>A process of the racer that a test started; it is killed at the latest when the test lets go of it.</summary>
internal sealed class RacerProcess : IDisposable
{
    private readonly Process process;

    private RacerProcess(Process process) => this.process = process;

    public static RacerProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Clinic.Racer.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new(Process.Start(start) ?? throw new InvalidOperationException("The racer did not start."));
    }

    public Task<string?> ReadAsync(CancellationToken ct) => process.StandardOutput.ReadLineAsync(ct).AsTask();

    public async Task<IReadOnlyList<string>> ReadToEndAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (await ReadAsync(ct) is { } line) lines.Add(line);
        return lines;
    }

    public Task GoAsync() => process.StandardInput.WriteLineAsync("go");

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => process.Kill();

    public async Task<(int Code, string Errors)> ExitAsync(CancellationToken ct)
    {
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
