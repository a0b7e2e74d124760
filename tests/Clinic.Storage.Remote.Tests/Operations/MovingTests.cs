using Clinic.Storage.Turso.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clinic.Storage.Remote.Tests;

/// <summary>A clinic that has worked moves from a file to a server and back, and its backups go both ways.</summary>
public class MovingTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clinic_moves_from_a_file_to_a_server_and_back_with_the_same_contents()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var there = await SpaceAsync();
        var back = new TursoOptions { DataSource = ward.File("back.db") };

        var figures = await ward.Operations.CopyToAsync(there, cancellationToken: Stop);

        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), figures);
        using var server = Open(ward, there);
        Assert.Empty(await Operations(ward, server).CheckAsync(Stop));
        Assert.Equal(await SchemaAsync(ward.Database), await SchemaAsync(server));
        Assert.Equal(await SequencesAsync(ward.Database), await SequencesAsync(server));
        var refused = await Assert.ThrowsAsync<TursoException>(() => server.WriteAsync("DELETE FROM stock_movements", [], Stop));
        Assert.Equal(TursoErrorKind.Trigger, refused.Kind);

        Assert.Equal(figures, await Operations(ward, server).CopyToAsync(back, cancellationToken: Stop));
        using var returned = Open(ward, back);
        Assert.Equal(await SchemaAsync(ward.Database), await SchemaAsync(returned));
    }

    [Fact]
    public async Task A_move_that_was_stopped_goes_on_where_it_stopped_and_nobody_works_in_it_before()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var there = await SpaceAsync();
        var stops = 0;
        for (var after = 1; ; after += 9)
        {
            using var stop = new CancellationTokenSource();
            var left = after;
            try
            {
                await ward.Operations.CopyToAsync(there, new Told(_ => StopAt(ref left, stop)), stop.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                stops++;
                using var half = Open(ward, there);
                Assert.Contains("not finished", (await Assert.ThrowsAsync<TursoException>(() => SchemaAsync(half))).Message, StringComparison.Ordinal);
            }

            if (stops == 3) await ward.WorkAsync(seed: 21, acts: 10);
        }

        Assert.True(stops > 4, $"It was stopped {stops} times only.");
        using var server = Open(ward, there);
        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), await Operations(ward, server).FiguresAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task A_backup_of_a_server_is_a_file_that_can_be_proved_and_restored_to_another_server()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var first = await SpaceAsync();
        await ward.Operations.CopyToAsync(first, cancellationToken: Stop);
        using var server = Open(ward, first);

        var made = await Operations(ward, server).BackUpAsync(ward.Backups, cancellationToken: Stop);

        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), made.Tables);
        await Operations(ward, server).VerifyAsync(made.File, cancellationToken: Stop);
        var second = await SpaceAsync();
        using var other = Open(ward, second);
        Assert.Null(await Operations(ward, other).RestoreAsync(made.File, replace: false, cancellationToken: Stop));
        Assert.Equal(made.Tables, await Operations(ward, other).FiguresAsync(cancellationToken: Stop));
        var refused = await Assert.ThrowsAsync<TursoException>(() => Operations(ward, other).RestoreAsync(made.File, replace: true, cancellationToken: Stop));
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_backed_up_at_one_moment_while_others_write()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 20);
        var space = await SpaceAsync();
        await ward.Operations.CopyToAsync(space, cancellationToken: Stop);
        using var server = Open(ward, space);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(() => WriteOnAsync(server, end.Token), Stop);

        var made = await Operations(ward, server).BackUpAsync(ward.Backups, cancellationToken: Stop);
        await end.CancelAsync();

        Assert.True(await writing > 3);
        await Operations(ward, server).VerifyAsync(made.File, cancellationToken: Stop);
        using var file = Open(ward, new TursoOptions { DataSource = made.File });
        Assert.Equal(["1"], await file.ListAsync("SELECT DISTINCT (SELECT count(*) FROM outbox WHERE id LIKE 'w%') = (SELECT count(*) FROM attachments WHERE id LIKE 'w%')", [], r => r.Text(0), Stop));
    }

    [Fact]
    public async Task A_look_at_a_server_stays_the_same_while_it_idles_and_others_write()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        var space = await SpaceAsync();
        await ward.Operations.CopyToAsync(space, cancellationToken: Stop);
        using var server = Open(ward, space);
        using var look = await server.SnapshotAsync(Stop);
        Task<List<long>> CountAsync() => look.QueryAsync("SELECT count(*) FROM outbox", [], r => r.Long(0), Stop);
        var before = await CountAsync();

        await server.WriteAsync("INSERT INTO outbox (tenant_id, id, type, content, at, attempts) VALUES ('t', 'w', 't', '', 1, 0)", [], Stop);
        await Task.Delay(TimeSpan.FromSeconds(13), Stop);

        Assert.Equal(before, await CountAsync());
        Assert.Equal(before[0] + 1, (await server.ListAsync("SELECT count(*) FROM outbox", [], r => r.Long(0), Stop))[0]);
    }

    [Fact]
    public async Task A_large_table_with_large_rows_moves_both_ways()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        var insert = "INSERT INTO attachments (tenant_id, id, subject_kind, subject_id, kind, media_type, length, sha256, key_id, made_at, made_by, content) "
            + "VALUES ('t', ?1, 's', 's', 'photo', 'image/png', 1, 'h', 'k', 1, 'p', randomblob(?2))";
        for (var i = 0; i < 24; i++) await ward.Database.WriteAsync(insert, [$"a{i:00}", i % 6 == 0 ? 3_000_000 : 40_000], Stop);
        await ward.Database.WriteAsync(
            "INSERT INTO outbox (tenant_id, id, type, content, at, attempts) "
            + "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT 't', 'e' || i, 'Ñandú 漢字 ' || i, char(0) || i, i, 0 FROM n", [], Stop);
        var there = await SpaceAsync();
        var back = new TursoOptions { DataSource = ward.File("back.db") };

        var figures = await ward.Operations.CopyToAsync(there, cancellationToken: Stop);
        using var server = Open(ward, there);

        Assert.Equal(figures, await Operations(ward, server).CopyToAsync(back, cancellationToken: Stop));
        Assert.Contains(figures, f => f is { Table: "outbox", Rows: >= 20_000 });
    }

    // Two tables in one commit: whoever sees one of the rows must see the other.
    private static async Task<int> WriteOnAsync(ClinicDatabase server, CancellationToken end)
    {
        for (var i = 0; ; i++)
        {
            if (end.IsCancellationRequested) return i;
            await server.CommitAsync(
                [
                    new Step("INSERT INTO outbox (tenant_id, id, type, content, at, attempts) VALUES ('t', ?1, 't', '', 1, 0)", [$"w{i}"], Guard.None),
                    new Step(
                        "INSERT INTO attachments (tenant_id, id, subject_kind, subject_id, kind, media_type, length, sha256, key_id, made_at, made_by, content) "
                        + "VALUES ('t', ?1, 's', 's', 'photo', 'image/png', 1, 'h', 'k', 1, 'p', x'00')", [$"w{i}"], Guard.None),
                ],
                CancellationToken.None);
        }
    }

    private static void StopAt(ref int left, CancellationTokenSource stop)
    {
        if (--left == 0) stop.Cancel();
    }

    private async Task<TursoOptions> SpaceAsync()
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        return new TursoOptions { DataSource = server.Url, Namespace = space };
    }

    private static ClinicDatabase Open(WorkedWard ward, TursoOptions options) => ClinicDatabase.Of(options, ward.Database.Sets, NullLoggerFactory.Instance);

    private static TursoOperations Operations(WorkedWard ward, ClinicDatabase database) => new(database, ward.Clock, NullLoggerFactory.Instance);

    private static Task<List<string>> SchemaAsync(ClinicDatabase database) =>
        database.ListAsync("SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'libsql%' ORDER BY type, name", [], r => r.Text(0), Stop);

    private static Task<List<string>> SequencesAsync(ClinicDatabase database) =>
        database.ListAsync("SELECT name || ' ' || seq FROM sqlite_sequence ORDER BY name", [], r => r.Text(0), Stop);
}
