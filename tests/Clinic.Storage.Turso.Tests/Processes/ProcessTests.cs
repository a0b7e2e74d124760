using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_killed_process_leaves_whole_commits_that_answer_again()
    {
        const int Rounds = 8;
        await MigrateAsync();
        for (var seed = 1; seed <= Rounds; seed++)
        {
            List<int> acknowledged;
            using (var writer = WriterProcess.Start(folder.File(), "add", seed, 100_000))
                acknowledged = await writer.KillAfterAsync(20, TimeSpan.FromMilliseconds(Random.Shared.Next(30)));

            await using var services = WriterProcess.Services(folder.File());
            var source = services.GetRequiredService<ClinicDatabase>();
            Assert.Empty(await IntegrityCheck.RunAsync(source, TestContext.Current.CancellationToken));
            await ExpectWholeAsync(source);

            // Acknowledged ones answer from the record; the one after may have been committed before the kill, and is done once all the same.
            var store = services.GetRequiredService<ICommitStore>();
            foreach (var number in acknowledged)
                Assert.NotNull(await store.FindCommandAsync(WriterProcess.Tenant, WriterProcess.Context(seed, number).Command, TestContext.Current.CancellationToken));
            foreach (var number in acknowledged.TakeLast(5).Append(acknowledged.Max() + 1).Append(acknowledged.Max() + 2))
                Assert.Equal(number, await WriterProcess.AddAsync(services, seed, number));
            await ExpectWholeAsync(source);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} rounds of kill and look");
    }

    [Fact]
    public async Task Processes_that_change_one_fact_lose_no_change()
    {
        const int Writers = 4;
        const int Each = 40;
        await MigrateAsync();
        await using var services = WriterProcess.Services(folder.File());
        await AddSharedAsync(services);

        var writers = Enumerable.Range(1, Writers).Select(seed => WriterProcess.Start(folder.File(), "race", seed, Each)).ToList();
        await Task.WhenAll(writers.Select(w => w.EndAsync()));
        foreach (var writer in writers) writer.Dispose();

        var shared = await services.GetRequiredService<IPersonStore>().FindAsync(WriterProcess.Tenant, WriterProcess.Shared, TestContext.Current.CancellationToken);
        Assert.Equal(1 + (Writers * Each), shared!.Version);
    }

    [Fact]
    public async Task The_same_commands_from_several_processes_are_done_once()
    {
        await MigrateAsync();
        var writers = Enumerable.Range(0, 3).Select(_ => WriterProcess.Start(folder.File(), "add", seed: 1, count: 60)).ToList();

        var answers = await Task.WhenAll(writers.Select(w => w.EndAsync()));
        foreach (var writer in writers) writer.Dispose();

        Assert.Single(answers.Distinct());
        await using var services = WriterProcess.Services(folder.File());
        Assert.Equal(60, await ExpectWholeAsync(services.GetRequiredService<ClinicDatabase>()));
    }

    private static async Task AddSharedAsync(ServiceProvider services)
    {
        var person = new Person(WriterProcess.Shared, "Persona", "shared", new HashSet<Role>(), new HashSet<DepartmentId>(), false, 1);
        var store = services.GetRequiredService<ICommitStore>();
        var x = WriterProcess.Context(99, 1);
        var unit = store.Begin(x, "test.shared", default);
        services.GetRequiredService<IPersonStore>().Add(unit, person);
        await store.CommitAsync(unit, new CommandRecord(x.Tenant, x.Command, "test.shared", x.Actor.Person, "test:00", "{}", default), TestContext.Current.CancellationToken);
    }

    /// <summary>Each command has its person with two roles, its audit entry and its event; says how many commands.</summary>
    private static async Task<int> ExpectWholeAsync(ClinicDatabase source)
    {
        var counts = (await source.ListAsync(
            """
            SELECT (SELECT count(*) FROM commands), (SELECT count(*) FROM people), (SELECT count(*) FROM person_roles) / 2,
                   (SELECT count(*) FROM audit_log), (SELECT count(*) FROM outbox)
            """,
            [],
            r => Enumerable.Range(0, 5).Select(r.Int).ToArray(),
            TestContext.Current.CancellationToken)).Single();
        Assert.Single(counts.Distinct());
        return counts[0];
    }

    private async Task MigrateAsync()
    {
        await using var services = WriterProcess.Services(folder.File());
        await services.GetRequiredService<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
    }
}
