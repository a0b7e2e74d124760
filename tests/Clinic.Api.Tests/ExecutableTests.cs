using System.Diagnostics;
using System.Net;

namespace Clinic.Api.Tests;

/// <summary>The executable as an administrator uses it, on a database of its own in Production.</summary>
public sealed class ExecutableTests : IDisposable
{
    private const string Password = "una-clave-larga-9";

    private readonly string folder = Directory.CreateTempSubdirectory("clinic-exe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_new_installation_goes_from_nothing_to_its_first_administrator()
    {
        var refused = await RunAsync([], "");
        Assert.Equal(78, refused.Code);
        Assert.Contains("Clinic.Api db up", refused.Error, StringComparison.Ordinal);

        Assert.Contains("core 0001 create_core: Pending", (await RunAsync(["db", "status"], "")).Output, StringComparison.Ordinal);
        Assert.Contains("pharmacy 0001", (await RunAsync(["db", "up"], "")).Output, StringComparison.Ordinal);
        Assert.Equal("up to date", (await RunAsync(["db", "up"], "")).Output.Trim());

        Assert.Contains("CLN209", (await RunAsync(["people", "add", "--sign-in", "alba", "--name", "Alba"], "1234567890\n")).Error, StringComparison.Ordinal);
        var first = await RunAsync(["people", "add", "--sign-in", "alba", "--name", "Alba Andrade"], Password + "\n");
        Assert.StartsWith("added the first administrator", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["people", "add", "--sign-in", "ana", "--name", "Ana", "--roles", "nurse,auxiliary"], Password + "\n")).Code);
        Assert.Contains("CLN208", (await RunAsync(["people", "add", "--sign-in", "ANA", "--name", "Ana", "--roles", "nurse"], Password + "\n")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["people", "reset", "--sign-in", "ana", "--kind", "pin"], "482915\n")).Code);
        Assert.Contains("CLN209", (await RunAsync(["people", "reset", "--sign-in", "ana", "--kind", "pin"], "0000\n")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["people", "unlock", "--sign-in", "ana"], "")).Code);
        Assert.Contains("CLN205", (await RunAsync(["people", "unlock", "--sign-in", "nobody"], "")).Error, StringComparison.Ordinal);

        await ServeAsync(async caller =>
        {
            await caller.SignInAsync("alba", Password);
            Assert.Equal(2, (await caller.GetAsync("/api/v1/people")).Json["items"]!.AsArray().Count);
            Assert.Equal(HttpStatusCode.Unauthorized, (await caller.TrySignInAsync("pharmacist", Demo.DemoPeople.Password)).Status);
            Assert.DoesNotContain(Demo.DemoPeople.Password, (await caller.GetAsync("/")).Text, StringComparison.Ordinal);
        });

        var export = Path.Combine(folder, "audit.jsonl");
        Assert.StartsWith("intact: ", (await RunAsync(["audit", "verify"], "")).Output, StringComparison.Ordinal);
        Assert.StartsWith("wrote ", (await RunAsync(["audit", "export", "--file", export], "")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["audit", "verify", "--file", export], "")).Code);
        File.WriteAllLines(export, File.ReadAllLines(export).Where((_, i) => i != 2));
        var damaged = await RunAsync(["audit", "verify", "--file", export], "");
        Assert.Equal(1, damaged.Code);
        Assert.Contains("Removed position", damaged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_made_proved_and_restored_and_the_doctor_sees_all_of_it()
    {
        Assert.Equal(0, (await RunAsync(["db", "up"], "")).Code);
        Assert.Equal(0, (await RunAsync(["people", "add", "--sign-in", "alba", "--name", "Alba"], Password + "\n")).Code);
        var none = await RunAsync(["doctor"], "");
        Assert.Contains("warning backups", none.Output, StringComparison.Ordinal);

        var made = await RunAsync(["db", "backup", "--to", Path.Combine(folder, "b"), "--keys", Path.Combine(folder, "k")], "");
        Assert.Equal(0, made.Code);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "b"), "*.db"));
        var keys = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "k"))), TestContext.Current.CancellationToken);
        Assert.Contains("PayloadKeys", keys, StringComparison.Ordinal);
        Assert.Equal(78, (await RunAsync(["db", "backup", "--to", Path.Combine(folder, "b"), "--keys", Path.Combine(folder, "b", "k")], "")).Code);
        Assert.Contains("good", (await RunAsync(["db", "verify", "--from", file], "")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(["people", "add", "--sign-in", "ana", "--name", "Ana", "--roles", "nurse"], Password + "\n")).Code);
        var refused = await RunAsync(["db", "restore", "--from", file], "");
        Assert.Equal(1, refused.Code);
        Assert.Contains("holds data", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["db", "restore", "--from", file, "--replace"], "")).Code);
        Assert.Contains("CLN205", (await RunAsync(["people", "unlock", "--sign-in", "ana"], "")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["db", "copy", "--to", Path.Combine(folder, "copy.db")], "")).Code);
        Assert.Equal(1, (await RunAsync(["db", "copy", "--to", Path.Combine(folder, "copy.db")], "")).Code);

        var healthy = await RunAsync(["doctor"], "");
        Assert.Equal(0, healthy.Code);
        Assert.DoesNotContain("bad ", healthy.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["db", "down", "--set", "dispensing", "--to", "0", "--yes"], "")).Code);
        Assert.Equal(1, (await RunAsync(["doctor"], "")).Code);
        Assert.Contains("CREATE TABLE dispensations", (await RunAsync(["db", "script"], "")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor", "now")]
    [InlineData("db", "restore")]
    [InlineData("db", "copy")]
    [InlineData("db", "down", "--set", "core", "--to", "0")]
    [InlineData("db", "backup", "--too", "x")]
    [InlineData("people")]
    [InlineData("people", "add")]
    [InlineData("people", "remove", "--sign-in", "ana")]
    [InlineData("db")]
    [InlineData("db", "down")]
    [InlineData("audit")]
    [InlineData("audit", "export")]
    [InlineData("audit", "verify", "--fil", "x")]
    public async Task A_command_used_wrongly_says_how_to_use_it(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments, "");

        Assert.Equal(2, code);
        Assert.Contains(arguments[0], error, StringComparison.Ordinal);
    }

    private async Task ServeAsync(Func<ApiCaller, Task> talk)
    {
        using var process = Start(["--urls=http://127.0.0.1:0"]);
        try
        {
            string? address = null;
            while (address is null && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                address = line.Contains("Now listening on: ", StringComparison.Ordinal) ? line[(line.IndexOf("http", StringComparison.Ordinal))..].Trim() : null;
            Assert.NotNull(address);
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            await talk(new ApiCaller(client));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string input)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("Clinic__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Clinic__DataSource"] = Path.Combine(folder, "clinic.db");
        start.Environment["Clinic__PayloadKeys__k1"] = Convert.ToBase64String(new byte[32]);
        start.Environment["Clinic__AttachmentKeys__k1"] = Convert.ToBase64String(new byte[32]);
        start.Environment["Clinic__AuditKeys__k1"] = Convert.ToBase64String(new byte[32]);
        start.Environment["Clinic__Credentials__Iterations"] = "1000";
        start.Environment["LANG"] = "en_US.UTF-8";
        return Process.Start(start)!;
    }
}
