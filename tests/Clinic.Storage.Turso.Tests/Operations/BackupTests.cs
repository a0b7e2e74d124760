using System.Runtime.Versioning;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class BackupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_while_others_write_is_one_moment_and_can_be_restored()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var busy = Task.Run(() => ward.WorkAsync(seed: 7, acts: 60), Stop);

        var made = await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
        await busy;

        Assert.Equal(made, await ward.Operations.VerifyAsync(made.File, cancellationToken: Stop), Same);
        Assert.Contains(made.Tables, t => t is { Table: "dispensations", Rows: > 0 });
        Assert.NotEqual(made.Tables, await ward.Operations.FiguresAsync(cancellationToken: Stop));
        Assert.Equal(2, Directory.GetFiles(ward.Backups).Length);
    }

    [Fact]
    public async Task Restoring_brings_back_every_row_and_keeps_what_was_there_aside()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var before = await ward.Operations.FiguresAsync(cancellationToken: Stop);
        var made = await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
        await ward.WorkAsync(seed: 9, acts: 40);

        var refused = await Assert.ThrowsAsync<TursoException>(() => ward.Operations.RestoreAsync(made.File, replace: false, cancellationToken: Stop));
        Assert.Contains("holds data", refused.Message, StringComparison.Ordinal);
        var aside = await ward.Operations.RestoreAsync(made.File, replace: true, cancellationToken: Stop);

        Assert.True(File.Exists(aside));
        Assert.Equal(before, await ward.Operations.FiguresAsync(cancellationToken: Stop));
        Assert.Empty(await ward.Operations.CheckAsync(Stop));
        await ward.WorkAsync(seed: 11, acts: 20);
    }

    [Fact]
    public async Task A_database_that_somebody_has_open_is_not_replaced()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        var made = await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
        using var other = PhysicalConnection.Open(ward.Path, Duration.Zero);
        other.Script("BEGIN; SELECT count(*) FROM people;");

        var refused = await Assert.ThrowsAsync<TursoException>(() => ward.Operations.RestoreAsync(made.File, replace: true, cancellationToken: Stop));

        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(ward.Path)!), f => f.Contains("restor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("undescribed")]
    [InlineData("description")]
    [InlineData("missing")]
    public async Task A_backup_that_is_not_whole_is_refused_and_nothing_is_changed(string damage)
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 20);
        var made = await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
        var before = await ward.Operations.FiguresAsync(cancellationToken: Stop);
        Damage(made.File, damage);

        await Assert.ThrowsAsync<TursoException>(() => ward.Operations.VerifyAsync(made.File, cancellationToken: Stop));
        await Assert.ThrowsAsync<TursoException>(() => ward.Operations.RestoreAsync(made.File, replace: true, cancellationToken: Stop));

        Assert.Equal(before, await ward.Operations.FiguresAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task The_job_backs_up_once_a_day_and_keeps_what_the_options_say()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        var tenant = new Abstractions.TenantId(Guid.CreateVersion7());
        for (var day = 0; day < 45; day++)
        {
            Assert.Equal(1, (await ward.Job.RunOnceAsync(tenant, Stop)).Done);
            Assert.Equal(0, (await ward.Job.RunOnceAsync(tenant, Stop)).Done);
            ward.Clock.Advance(Duration.FromHours(24));
        }

        var kept = await ward.Operations.ListAsync(ward.Backups, Stop);
        Assert.Equal(36, kept.Count);
        Assert.Equal(kept.OrderByDescending(b => b.MadeAt), kept);
    }

    [Fact]
    public async Task A_damaged_description_keeps_nobody_from_the_next_backup_and_old_leftovers_go()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        var made = await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
        await File.WriteAllTextAsync(made.File + ".json", "{", Stop);
        var part = made.File.Replace(".db", "-x.db.part", StringComparison.Ordinal);
        await File.WriteAllTextAsync(part, "half", Stop);
        File.SetLastWriteTimeUtc(part, ward.Clock.Now.ToDateTimeUtc().AddDays(-2));
        ward.Clock.Advance(Duration.FromHours(25));

        Assert.Equal(1, (await ward.Job.RunOnceAsync(new Abstractions.TenantId(Guid.CreateVersion7()), Stop)).Done);

        Assert.Single(await ward.Operations.ListAsync(ward.Backups, Stop));
        Assert.False(File.Exists(part));
        Assert.True(File.Exists(made.File));
    }

    [Fact]
    public async Task The_newest_backups_stay_however_old_they_are()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        for (var i = 0; i < 4; i++)
        {
            await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);
            ward.Clock.Advance(Duration.FromDays(400));
        }

        Assert.Equal(2, (await ward.Operations.PruneAsync(ward.Backups, Duration.FromDays(1), keepAtLeast: 2, Stop)).Count);
        Assert.Equal(2, (await ward.Operations.ListAsync(ward.Backups, Stop)).Count);
        Assert.Equal(4, Directory.GetFiles(ward.Backups).Length);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Backups_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using var ward = await WorkedWard.MakeAsync(acts: 5);

        await ward.Operations.BackUpAsync(ward.Backups, cancellationToken: Stop);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(ward.Backups).UnixFileMode);
        Assert.All(Directory.GetFiles(ward.Backups), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task A_backup_that_was_stopped_leaves_nothing_behind()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        using var stop = new CancellationTokenSource();
        var progress = new Told(_ => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ward.Operations.BackUpAsync(ward.Backups, progress, stop.Token));

        Assert.Empty(Directory.GetFiles(ward.Backups));
    }

    private static bool Same(BackupReport a, BackupReport b) =>
        a with { Tables = [], Migrations = [] } == b with { Tables = [], Migrations = [] } && a.Tables.SequenceEqual(b.Tables) && a.Migrations.SequenceEqual(b.Migrations);

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "cut":
                File.WriteAllBytes(file, bytes[..^4096]);
                break;
            case "changed":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(file, bytes);
                break;
            case "undescribed":
                File.Delete(file + ".json");
                break;
            case "description":
                File.WriteAllText(file + ".json", "{");
                break;
            default:
                File.Delete(file);
                break;
        }
    }
}
