namespace Clinic.Storage.Turso;

/// <summary>Reads the schema by pragma functions, which a file and a server both have, in four statements.</summary>
internal static class SchemaReader
{
    private const string Objects =
        "SELECT name, type, coalesce(sql, '') FROM sqlite_master WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";

    private const string Of = " FROM sqlite_master AS m, ";
    private const string Where = " WHERE m.type IN ('table', 'view') AND substr(m.name, 1, 7) <> 'sqlite_' ORDER BY m.name, ";

    private const string Columns =
        "SELECT m.name, x.name, x.cid, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden" + Of + "pragma_table_xinfo(m.name) AS x" + Where + "x.cid";

    private const string Indexes =
        "SELECT m.name, l.name, l.\"unique\", l.origin, l.partial, i.name, i.seqno, i.\"desc\", i.coll, (SELECT sql FROM sqlite_master AS s WHERE s.type = 'index' AND s.name = l.name)"
        + Of + "pragma_index_list(m.name) AS l, pragma_index_xinfo(l.name) AS i WHERE m.type = 'table' AND i.key = 1 AND substr(m.name, 1, 7) <> 'sqlite_'"
        + " ORDER BY m.name, l.seq DESC, i.seqno";

    private const string ForeignKeys =
        "SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_delete, f.on_update" + Of + "pragma_foreign_key_list(m.name) AS f" + Where + "f.id DESC, f.seq";

    private static readonly SqlText Script = SqlText.Of(string.Join(";\n", Objects, Columns, Indexes, ForeignKeys));

    public static async Task<IReadOnlyList<TursoTable>> ReadAsync(Session session, int timeout, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>[Script.Statements.Length];
        var results = session.Run(new Work(Script.Statements, [], default, timeout));
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                await results.NextResultAsync(cancellationToken).ConfigureAwait(false);
                rows[i] = [];
                while (await results.ReadAsync(cancellationToken).ConfigureAwait(false)) rows[i].Add(Row(results));
            }
        }
        finally
        {
            await results.CloseAsync().ConfigureAwait(false);
        }

        return Tables(rows);
    }

    private static object?[] Row(Results results)
    {
        var row = new object?[results.Columns.Length];
        for (var i = 0; i < row.Length; i++) row[i] = FieldReader.Value(results, i) is var value && value is DBNull ? null : value;
        return row;
    }

    private static List<TursoTable> Tables(List<object?[]>[] rows)
    {
        var columns = rows[1].ToLookup(r => (string)r[0]!);
        var indexes = rows[2].ToLookup(r => (string)r[0]!);
        var keys = rows[3].ToLookup(r => (string)r[0]!);
        var primary = columns.ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[.. t.Where(c => Number(c[6]) > 0).OrderBy(c => Number(c[6])).Select(c => (string)c[1]!)], StringComparer.OrdinalIgnoreCase);
        var tables = new List<TursoTable>(rows[0].Count);
        foreach (var found in rows[0])
        {
            var (name, sql) = ((string)found[0]!, (string)found[2]!);
            var written = TableSql.Of(sql);
            var key = primary.GetValueOrDefault(name, []);
            tables.Add(new TursoTable
            {
                Name = name,
                Sql = sql,
                Kind = (string)found[1]! == "view" ? TursoTableKind.View : written.IsVirtual ? TursoTableKind.Virtual : TursoTableKind.Table,
                IsWithoutRowId = written.IsWithoutRowId,
                IsStrict = written.IsStrict,
                Columns = [.. columns[name].Select(c => Column(c, written, key))],
                PrimaryKey = key,
                Indexes = [.. indexes[name].GroupBy(i => (string)i[1]!).Select(Index)],
                ForeignKeys = [.. keys[name].GroupBy(k => Number(k[1])).Select(k => ForeignKey([.. k], primary))],
            });
        }

        return tables;
    }

    private static TursoColumn Column(object?[] row, TableSql written, IReadOnlyList<string> key) => new()
    {
        Name = (string)row[1]!,
        Ordinal = Number(row[2]),
        DeclaredType = row[3] as string ?? "",
        IsNotNull = Number(row[4]) != 0,
        DefaultSql = row[5] as string,
        KeyPlace = Number(row[6]),
        IsAutoIncrement = written.IsAutoIncrement && key.Count == 1 && Number(row[6]) == 1,
        Kind = Number(row[7]) switch { 1 => TursoColumnKind.Hidden, 2 => TursoColumnKind.GeneratedVirtual, 3 => TursoColumnKind.GeneratedStored, _ => TursoColumnKind.Plain },
    };

    private static TursoIndex Index(IGrouping<string, object?[]> rows)
    {
        var first = rows.First();
        return new TursoIndex
        {
            Name = rows.Key,
            IsUnique = Number(first[2]) != 0,
            IsPrimaryKey = (string)first[3]! == "pk",
            IsConstraint = (string)first[3]! == "u",
            IsPartial = Number(first[4]) != 0,
            Columns = [.. rows.Select(r => new TursoIndexColumn(r[5] as string, Number(r[6]), Number(r[7]) != 0, r[8] as string ?? ""))],
            Sql = first[9] as string,
        };
    }

    private static TursoForeignKey ForeignKey(object?[][] rows, Dictionary<string, IReadOnlyList<string>> primary)
    {
        var principal = (string)rows[0][2]!;
        return new TursoForeignKey
        {
            Id = Number(rows[0][1]),
            PrincipalTable = principal,
            Columns = [.. rows.Select(r => (string)r[3]!)],
            PrincipalColumns = rows[0][4] is null ? primary.GetValueOrDefault(principal, []) : [.. rows.Select(r => (string)r[4]!)],
            OnDelete = Action((string)rows[0][5]!),
            OnUpdate = Action((string)rows[0][6]!),
        };
    }

    private static TursoForeignKeyAction Action(string written) => written switch
    {
        "CASCADE" => TursoForeignKeyAction.Cascade,
        "SET NULL" => TursoForeignKeyAction.SetNull,
        "SET DEFAULT" => TursoForeignKeyAction.SetDefault,
        "RESTRICT" => TursoForeignKeyAction.Restrict,
        _ => TursoForeignKeyAction.NoAction,
    };

    private static int Number(object? value) => value is long number ? checked((int)number) : 0;
}
