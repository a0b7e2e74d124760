using Microsoft.Extensions.Logging.Abstractions;

namespace Clinic.Storage.Turso.Tests;

public class CopyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_holds_every_row_trigger_and_index_and_the_clinic_works_on_in_it()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var target = new TursoOptions { DataSource = ward.File("copy.db") };

        var figures = await ward.Operations.CopyToAsync(target, cancellationToken: Stop);

        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), figures);
        using var there = Open(ward, target);
        Assert.Equal(await SchemaAsync(ward.Database), await SchemaAsync(there));
        Assert.Equal(await SequencesAsync(ward.Database), await SequencesAsync(there));
        var refused = await Assert.ThrowsAsync<TursoException>(() => there.WriteAsync("DELETE FROM stock_movements", [], Stop));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_stopped_at_any_table_is_refused_for_work_and_goes_on_where_it_stopped()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var target = new TursoOptions { DataSource = ward.File("copy.db") };
        var stops = 0;
        for (var after = 1; ; after += 7)
        {
            using var stop = new CancellationTokenSource();
            var left = after;
            var progress = new Told(_ =>
            {
                if (--left == 0) stop.Cancel();
            });
            try
            {
                await ward.Operations.CopyToAsync(target, progress, stop.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                stops++;
                using var half = Open(ward, target);
                var refused = await Assert.ThrowsAsync<TursoException>(() => SchemaAsync(half));
                Assert.Contains("not finished", refused.Message, StringComparison.Ordinal);
            }

            if (stops == 3) await ward.WorkAsync(seed: 21, acts: 10);
        }

        Assert.True(stops > 5, $"It was stopped {stops} times only.");
        using var there = Open(ward, target);
        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), await Figures(ward, target));
        Assert.Equal(await SchemaAsync(ward.Database), await SchemaAsync(there));
    }

    [Fact]
    public async Task Figures_tell_apart_numbers_with_a_fraction()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        await ward.Database.WriteAsync("CREATE TABLE measured (id INTEGER PRIMARY KEY, v REAL)", [], Stop);
        await ward.Database.WriteAsync("INSERT INTO measured VALUES (1, 1.5)", [], Stop);
        var before = await ward.Operations.FiguresAsync(cancellationToken: Stop);

        await ward.Database.WriteAsync("UPDATE measured SET v = 2.5", [], Stop);
        var after = await ward.Operations.FiguresAsync(cancellationToken: Stop);

        Assert.Equal("measured", Assert.Single(after.Except(before)).Table);
    }

    [Fact]
    public async Task Rows_that_have_no_key_are_refused_and_not_left_behind()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        await ward.Database.WriteAsync("CREATE TABLE loose (id TEXT PRIMARY KEY, v)", [], Stop);
        await ward.Database.WriteAsync("INSERT INTO loose VALUES (NULL, 1), ('a', 2)", [], Stop);

        var refused = await Assert.ThrowsAsync<TursoException>(
            () => ward.Operations.CopyToAsync(new() { DataSource = ward.File("copy.db") }, cancellationToken: Stop));

        Assert.Contains("loose", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_empty_or_another_copy_is_refused()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        await using var other = await WorkedWard.MakeAsync(acts: 5);
        var before = await other.Operations.FiguresAsync(cancellationToken: Stop);

        var refused = await Assert.ThrowsAsync<TursoException>(() => ward.Operations.CopyToAsync(new() { DataSource = other.Path }, cancellationToken: Stop));

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await other.Operations.FiguresAsync(cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => ward.Operations.CopyToAsync(new() { DataSource = ward.Path }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_text_that_is_not_utf_8_is_refused_and_not_mended_silently()
    {
        await using var ward = await WorkedWard.MakeAsync(acts: 5);
        await ward.Database.WriteAsync("UPDATE people SET name = CAST(x'41ff42' AS TEXT) WHERE id = (SELECT min(id) FROM people)", [], Stop);

        var refused = await Assert.ThrowsAsync<TursoException>(() => ward.Operations.CopyToAsync(new() { DataSource = ward.File("copy.db") }, cancellationToken: Stop));

        Assert.Contains("UTF-8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_there_and_back_is_the_same()
    {
        await using var ward = await WorkedWard.MakeAsync();
        var there = new TursoOptions { DataSource = ward.File("there.db") };
        var back = new TursoOptions { DataSource = ward.File("back.db") };

        await ward.Operations.CopyToAsync(there, cancellationToken: Stop);
        using var middle = Open(ward, there);
        await new TursoOperations(middle, ward.Clock, NullLoggerFactory.Instance).CopyToAsync(back, cancellationToken: Stop);

        Assert.Equal(await ward.Operations.FiguresAsync(cancellationToken: Stop), await Figures(ward, back));
    }

    private static LocalDatabase Open(WorkedWard ward, TursoOptions options) => new(options, ward.Database.Sets, NullLogger<LocalDatabase>.Instance);

    private static async Task<IReadOnlyList<TableFigures>> Figures(WorkedWard ward, TursoOptions options)
    {
        using var database = Open(ward, options);
        return await new TursoOperations(database, ward.Clock, NullLoggerFactory.Instance).FiguresAsync(cancellationToken: Stop);
    }

    private static Task<List<string>> SchemaAsync(ClinicDatabase database) =>
        database.ListAsync("SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name", [], r => r.Text(0), Stop);

    private static Task<List<string>> SequencesAsync(ClinicDatabase database) =>
        database.ListAsync("SELECT name || ' ' || seq FROM sqlite_sequence ORDER BY name", [], r => r.Text(0), Stop);
}
