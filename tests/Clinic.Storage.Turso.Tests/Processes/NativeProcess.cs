using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Clinic.Storage.Turso.Tests;

/// <summary>This program once more, as a process with another native library.</summary>
internal static class NativeProcess
{
    private const string Variable = "CLINIC_TEST_NATIVE";

    /// <summary>What it printed, and how it ended.</summary>
    public static async Task<(string Output, string Error, int Code)> RunAsync(string how, string library)
    {
        var program = Path.ChangeExtension(typeof(NativeProcess).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = $"{how}|{library}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output.Trim(), await error, process.ExitCode);
    }

    [ModuleInitializer]
#pragma warning disable CA2255 // The test program is its own helper process.
    internal static void RunIfAsked()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } asked) return;
        var parts = asked.Split('|');
        try
        {
            if (parts[0] == "use") TursoNative.Use(parts[1]);
            if (parts[0] == "late") _ = TursoNative.Version;
            if (parts[0] == "late") TursoNative.Use(parts[1]);
            using var connection = new TursoConnection($"Data Source=:memory:{(parts[0] == "keyword" ? $";Native Library={parts[1]}" : "")}");
            connection.Open();
            using var command = new TursoCommand("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('ñ'); SELECT a || ('{\"b\": 7}' ->> 'b') FROM t", connection);
            Console.WriteLine($"{connection.ServerVersion} {command.ExecuteScalar()}");
            Environment.Exit(0);
        }
        catch (Exception e) when (e is InvalidOperationException or DllNotFoundException or TursoException)
        {
            Console.WriteLine(e.Message);
            Environment.Exit(1);
        }
    }
}
