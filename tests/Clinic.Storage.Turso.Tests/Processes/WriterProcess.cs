using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

/// <summary>This program once more, as a process that commits until it is done or killed.</summary>
/// <remarks>The environment says what to do: the database, the kind of work, a seed and a count.</remarks>
internal sealed class WriterProcess : IDisposable
{
    private const string Variable = "CLINIC_TEST_WRITER";

    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    public static TenantId Tenant { get; } = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));

    public static PersonId Shared { get; } = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));

    public static WriterProcess Start(string database, string work, int seed, int count)
    {
        var program = Path.ChangeExtension(typeof(WriterProcess).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = string.Join('|', work, seed.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture), database);
        return new WriterProcess(Process.Start(start)!);
    }

    /// <summary>Reads the numbers of the commands that were acknowledged, and kills the process after some of them.</summary>
    public async Task<List<int>> KillAfterAsync(int acknowledged, TimeSpan then)
    {
        var done = new List<int>();
        while (done.Count < acknowledged && await process.StandardOutput.ReadLineAsync() is { } line) done.Add(int.Parse(line, CultureInfo.InvariantCulture));
        await Task.Delay(then);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var number)) done.Add(number);
        }

        await process.WaitForExitAsync();
        return done;
    }

    public async Task<string> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        return output;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    public static CommandContext Context(int seed, int number) => new(
        Tenant, new SiteId(Id(seed, number, 1)), new Actor(new PersonId(Id(seed, 0, 2)), [Role.Administrator], []), "test", new CommandId(Id(seed, number, 3)));

    /// <summary>Adds a person, an audit entry and an event; the number decides every id.</summary>
    public static Task<int> AddAsync(IServiceProvider services, int seed, int number) =>
        services.GetRequiredService<IUnitOfWork>().RunAsync(Context(seed, number), new Numbered(number), (unit, _) =>
        {
            var person = new Person(
                new PersonId(Id(seed, number, 4)), "Persona", $"p{seed}.{number}", new HashSet<Role> { Role.Nurse, Role.Cashier }, new HashSet<DepartmentId>(), false, 1);
            services.GetRequiredService<IPersonStore>().Add(unit, person);
            unit.Audit("test.added", new FactKey("test.person", person.Id.Value));
            unit.Publish("test.added", "{}");
            return Task.FromResult(number);
        });

    /// <summary>Moves one shared person on by one version.</summary>
    public static Task<int> RaceAsync(IServiceProvider services, int seed, int number) =>
        services.GetRequiredService<IUnitOfWork>().RunAsync(Context(seed, number), new Numbered(number), async (unit, ct) =>
        {
            var people = services.GetRequiredService<IPersonStore>();
            var read = (await people.FindAsync(Tenant, Shared, ct))!;
            people.Save(unit, read with { Version = read.Version + 1 });
            unit.Audit("test.raced", new FactKey("test.person", Shared.Value));
            return number;
        });

    public static ServiceProvider Services(string database) =>
        new ServiceCollection()
            .AddSingleton(new PayloadKeyRing("test", new Dictionary<string, byte[]> { ["test"] = new byte[32] }))
            .AddSingleton(new UnitOfWorkOptions { MaxAttempts = 100 })
            .AddClinicTurso(o => o.DataSource = database)
            .BuildServiceProvider();

    // Runs before the test runner, and ends the process, when the environment asks for a writer.
    [ModuleInitializer]
#pragma warning disable CA2255 // The test program is its own helper process.
    internal static void RunIfAsked()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|', 4) is not { } order) return;
        var (seed, count) = (int.Parse(order[1], CultureInfo.InvariantCulture), int.Parse(order[2], CultureInfo.InvariantCulture));
        using var services = Services(order[3]);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var number = 1; number <= count; number++)
        {
            var done = order[0] == "add" ? AddAsync(services, seed, number) : RaceAsync(services, seed, number);
            output.WriteLine(done.GetAwaiter().GetResult().ToString(CultureInfo.InvariantCulture));
        }

        services.Dispose();
        Environment.Exit(0);
    }

    private static Guid Id(int seed, int number, int kind) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01900000-{seed:x4}-7{kind:x3}-8000-{number:x12}"));

    private sealed record Numbered(int Number) : ICommand<int>
    {
        public string Name => "test.numbered";

        public void Describe(IPayloadWriter payload) => payload.Write("number", (long)Number);
    }
}
