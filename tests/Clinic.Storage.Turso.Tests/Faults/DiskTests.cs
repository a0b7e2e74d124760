using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

/// <summary>A disk without room, and one that cannot be written: said clearly, nothing lost, nothing half done.</summary>
public class DiskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_stops_the_commit_whole_and_work_goes_on_once_there_is_room()
    {
        using var disk = SmallDisk.Make(8_192);
        await using var services = await OpenAsync(disk.File);
        await CommitAsync(services, "before");
        disk.Fill(full: true);

        var refused = await Assert.ThrowsAsync<TursoException>(async () =>
        {
            for (var i = 0; i < 1_000; i++) await CommitAsync(services, $"full {i} {new string('x', 20_000)}");
        });

        Assert.Equal(TursoErrorKind.Full, refused.Kind);
        Assert.Contains("disk", refused.Message, StringComparison.Ordinal);
        var kept = await CountsAsync(services);
        Assert.Equal(kept.Commands, kept.Entries);
        disk.Fill(full: false);
        await CommitAsync(services, "after");
        Assert.Equal((kept.Commands + 1, kept.Entries + 1), await CountsAsync(services));
        Assert.Empty(await services.GetRequiredService<TursoOperations>().CheckAsync(Stop));
    }

    [Fact]
    public async Task A_backup_without_room_leaves_no_half_file_and_the_database_as_it_was()
    {
        using var disk = SmallDisk.Make(8_192);
        await using var services = await OpenAsync(disk.File);
        for (var i = 0; i < 40; i++) await CommitAsync(services, new string('x', 20_000));
        disk.Fill(full: true);
        var folder = Path.Combine(Path.GetDirectoryName(disk.File)!, "backups");

        await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<TursoOperations>().BackUpAsync(folder, cancellationToken: Stop));

        Assert.Empty(Directory.GetFiles(folder));
        Assert.Equal((40, 40), await CountsAsync(services));
    }

    [Fact]
    public async Task A_disk_that_became_read_only_refuses_writes_and_still_answers()
    {
        using var disk = SmallDisk.Make(8_192);
        await using var services = await OpenAsync(disk.File);
        await CommitAsync(services, "before");
        await services.GetRequiredService<TursoOperations>().CheckAsync(Stop);
        await services.DisposeAsync();
        disk.MakeReadOnly(true);

        await using var later = Services(disk.File);
        var refused = await Assert.ThrowsAsync<TursoException>(() => CommitAsync(later, "while read-only"));

        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
        await later.DisposeAsync();
        disk.MakeReadOnly(false);
        await using var again = Services(disk.File);
        Assert.Equal((1, 1), await CountsAsync(again));
    }

    private static async Task<ServiceProvider> OpenAsync(string file)
    {
        var services = Services(file);
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        return services;
    }

    private static ServiceProvider Services(string file) =>
        new ServiceCollection().AddSingleton(PayloadKeyRing.Random()).AddClinicTurso(o => o.DataSource = file).BuildServiceProvider();

    private static async Task CommitAsync(IServiceProvider services, string note)
    {
        var x = new CommandContext(
            new TenantId(new Guid("00000000-0000-7000-8000-0000000000cc")), new SiteId(Guid.CreateVersion7()),
            new Actor(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []), "test", new CommandId(Guid.CreateVersion7()));
        await services.GetRequiredService<IUnitOfWork>().RunAsync(
            x,
            new Noting(),
            (unit, _) =>
            {
                unit.Audit("test.done", new FactKey("test.subject", x.Command.Value), note);
                unit.Publish("test.event", "{}");
                return Task.FromResult("done");
            },
            Stop);
    }

    private static async Task<(long Commands, long Entries)> CountsAsync(IServiceProvider services) =>
        (await services.GetRequiredService<ClinicDatabase>().ListAsync(
            "SELECT (SELECT count(*) FROM commands), (SELECT count(*) FROM audit_log)", [], r => (r.Long(0), r.Long(1)), Stop)).Single();

    private sealed record Noting : ICommand<string>
    {
        public string Name => "test.noting";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "same");
    }
}
