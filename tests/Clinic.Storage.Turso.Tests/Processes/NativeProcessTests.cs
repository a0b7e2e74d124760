using System.Runtime.InteropServices;

namespace Clinic.Storage.Turso.Tests;

/// <summary>A newer SQLite stands in for the bundled one. Each in a process of its own, which has one native library.</summary>
public sealed class NativeProcessTests
{
    private const string Newer = "libsqlite3.so.0";

    [Theory]
    [InlineData("use")]
    [InlineData("keyword")]
    public async Task Library_of_the_system_is_used_when_asked_for(string how)
    {
        RequireSystemLibrary();

        var (output, error, code) = await NativeProcess.RunAsync(how, Newer);

        Assert.True(code == 0, output + error);
        Assert.EndsWith(" ñ7", output, StringComparison.Ordinal);
        Assert.True(Version.Parse(output.Split(' ')[0]) > new Version(3, 37), output);
    }

    [Fact]
    public async Task Too_late_or_missing_is_told()
    {
        Assert.Contains("before the first connection", (await NativeProcess.RunAsync("late", Newer)).Output, StringComparison.Ordinal);
        Assert.Contains("no-such-library", (await NativeProcess.RunAsync("use", "no-such-library.so")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bundled_one_is_the_default() => Assert.Equal("3.35.5", TursoNative.Version);

    private static void RequireSystemLibrary()
    {
        if (NativeLibrary.TryLoad(Newer, out var handle)) NativeLibrary.Free(handle);
        else Assert.Skip($"There is no {Newer} on this machine.");
    }
}
