using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Moves every row of a database into an empty one of the same or another kind.</summary>
/// <remarks>
/// Tables first, in the order of their foreign keys; indexes and triggers last, so that append-only tables can be filled.
/// An interrupted copy goes on where it stopped: pages are whole and in the order of the key.
/// </remarks>
internal sealed class TableCopy(ClinicDatabase source, ClinicDatabase target, IProgress<TableProgress>? progress)
{
    // A look that the server ended is no loss: the copy goes on where it stopped, and is compared as a whole.
    public Task<IReadOnlyList<TableFigures>> RunAsync(Instant now, CancellationToken cancellationToken) =>
        source.LookAsync(look => RunAsync(look, now, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<TableFigures>> RunAsync(ISnapshot look, Instant now, CancellationToken cancellationToken)
    {
        if (await CopyMark.SourceAsync(look, cancellationToken).ConfigureAwait(false) is { } half)
            throw SqliteErrors.Refused($"The database {source.Path} is itself an unfinished copy from {half}; nothing was changed.");
        var shape = await DatabaseShape.ReadAsync(look, cancellationToken).ConfigureAwait(false);
        if (shape.Tables.All(t => t.Name != "migrations"))
            throw SqliteErrors.Refused($"The database {source.Path} is not a clinic's; nothing was changed.");
        await BeginAsync(shape, now, cancellationToken).ConfigureAwait(false);
        foreach (var table in shape.Tables) await FillAsync(look, table, cancellationToken).ConfigureAwait(false);
        var figures = await CompareAsync(look, shape, cancellationToken).ConfigureAwait(false);
        await EndAsync(look, shape, cancellationToken).ConfigureAwait(false);
        return figures;
    }

    private async Task BeginAsync(DatabaseShape shape, Instant now, CancellationToken cancellationToken)
    {
        await target.PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var there = new LooseSnapshot(target);
        if (await CopyMark.SourceAsync(there, cancellationToken).ConfigureAwait(false) is { } begun)
        {
            if (begun == source.Path) return;
            throw SqliteErrors.Refused($"A copy from {begun} into {target.Path} was not finished; finish that one, or begin with an empty database.");
        }

        var found = await DatabaseShape.ReadAsync(there, cancellationToken).ConfigureAwait(false);
        if (found.Tables.Count > 0)
            throw SqliteErrors.Refused($"The database {target.Path} is not empty: it has {found.Tables.Count} tables, {found.Tables[0].Name} first. Copy into an empty one.");
        await target.MigrateAsync(
            async (t, ct) =>
            {
                await t.ScriptAsync(string.Join(";\n", [CopyMark.Create, .. shape.Tables.Select(x => x.Sql)]) + ";", ct).ConfigureAwait(false);
                await t.ExecuteAsync([CopyMark.Mark(source.Path, now)], ct).ConfigureAwait(false);
                await t.MarkAsOursAsync(ct).ConfigureAwait(false);
                return true;
            },
            keep: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task FillAsync(ISnapshot look, TableShape table, CancellationToken cancellationToken)
    {
        var insert = $"INSERT INTO {TableShape.Quoted(table.Name)} ({string.Join(", ", table.Carried.Select(TableShape.Quoted))}) "
            + $"VALUES ({string.Join(", ", table.Carried.Select((_, i) => $"?{i + 1}"))})";
        using var there = new LooseSnapshot(target);
        var after = await new TablePages(there, table).LastKeyAsync(cancellationToken).ConfigureAwait(false);
        var pages = new TablePages(look, table, mustBeExact: true);
        var done = 0L;
        while (await pages.NextAsync(after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            Step[] steps = [.. rows.Select(r => new Step(insert, r, Guard.None))];
            await WriteAsync(steps, cancellationToken).ConfigureAwait(false);
            after = pages.KeyOf(rows[^1]);
            done += rows.Count;
            progress?.Report(new TableProgress("copy", table.Name, done));
        }
    }

    // What was copied in an earlier run may have changed since; then the table is copied anew, once.
    private async Task<IReadOnlyList<TableFigures>> CompareAsync(ISnapshot look, DatabaseShape shape, CancellationToken cancellationToken)
    {
        using var there = new LooseSnapshot(target);
        for (var again = true; ; again = false)
        {
            var wanted = await DatabaseDigest.OfAsync(look, shape, progress, cancellationToken).ConfigureAwait(false);
            var found = await DatabaseDigest.OfAsync(there, shape, progress, cancellationToken).ConfigureAwait(false);
            var different = wanted.Except(found).Select(f => f.Table).ToHashSet(StringComparer.Ordinal);
            if (different.Count == 0) return found;
            if (!again)
            {
                throw SqliteErrors.Refused(
                    $"After the copy these tables differ: {string.Join(", ", different.Order(StringComparer.Ordinal))}. "
                    + "Somebody still writes: stop the hosts, then run the same copy again.");
            }

            await CopyAgainAsync(look, shape, different, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CopyAgainAsync(ISnapshot look, DatabaseShape shape, HashSet<string> different, CancellationToken cancellationToken)
    {
        foreach (var table in shape.Tables)
        {
            if (table.Names.Any(different.Contains)) different.Add(table.Name);
        }

        TableShape[] tables = [.. shape.Tables.Where(t => different.Contains(t.Name))];
        await WriteAsync([.. tables.Reverse().Select(t => new Step($"DELETE FROM {TableShape.Quoted(t.Name)}", [], Guard.None))], cancellationToken).ConfigureAwait(false);
        foreach (var table in tables) await FillAsync(look, table, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndAsync(ISnapshot look, DatabaseShape shape, CancellationToken cancellationToken)
    {
        using var there = new LooseSnapshot(target);
        var present = (await DatabaseShape.ReadAsync(there, cancellationToken).ConfigureAwait(false)).Others.Select(o => (o.Type, o.Name)).ToHashSet();
        var made = 0L;
        foreach (var other in shape.Others.Where(o => !present.Contains((o.Type, o.Name))))
        {
            await target.MigrateAsync(
                async (t, ct) =>
                {
                    await t.ScriptAsync(other.Sql + ";", ct).ConfigureAwait(false);
                    return true;
                },
                keep: true, cancellationToken).ConfigureAwait(false);
            progress?.Report(new TableProgress("finish", "", ++made));
        }

        var counters = await CountersAsync(look, cancellationToken).ConfigureAwait(false);
        await WriteAsync([.. counters, new Step(CopyMark.Drop, [], Guard.None)], cancellationToken).ConfigureAwait(false);
        target.ForgetSchema();
    }

    // Numbers given once are never given again, even where the newest rows are gone.
    private static async Task<IReadOnlyList<Step>> CountersAsync(ISnapshot look, CancellationToken cancellationToken)
    {
        var exists = await look.QueryAsync("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'", [], r => r.Long(0), cancellationToken).ConfigureAwait(false);
        if (exists.Count == 0) return [];
        var rows = await look.QueryAsync("SELECT name, seq FROM sqlite_sequence", [], r => (Name: r.Text(0), Last: r.Long(1)), cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new Step("UPDATE sqlite_sequence SET seq = ?2 WHERE name = ?1 AND seq < ?2", [r.Name, r.Last], Guard.None)),
            .. rows.Select(r => new Step(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)", [r.Name, r.Last], Guard.None)),
        ];
    }

    private Task<bool> WriteAsync(Step[] steps, CancellationToken cancellationToken) =>
        target.MigrateAsync(
            async (t, ct) =>
            {
                await t.ExecuteAsync(steps, ct).ConfigureAwait(false);
                return true;
            },
            keep: true, cancellationToken);
}
