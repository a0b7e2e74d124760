using System.Data;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class SchemaCases : ProviderCases
{
    [Fact]
    public async Task Tables_with_everything_that_belongs_to_them()
    {
        await using var connection = Open();
        var (parent, child) = (Name("Пациенты"), Name("病房"));
        Run(connection, $""""
            CREATE TABLE "{parent}" (
                [id] INTEGER PRIMARY KEY AUTOINCREMENT,
                `código` TEXT NOT NULL DEFAULT 'AUTOINCREMENT x' UNIQUE, -- AUTOINCREMENT
                "with ""quotes""" REAL,
                total GENERATED ALWAYS AS (id * 2) VIRTUAL,
                kept AS (id + 1) STORED);
            CREATE TABLE "{child}" (
                a INTEGER NOT NULL REFERENCES "{parent}" ON DELETE CASCADE,
                b INTEGER REFERENCES "{parent}" (id) ON UPDATE SET NULL ON DELETE RESTRICT,
                c TEXT REFERENCES "{parent}" (código),
                d INTEGER REFERENCES "{parent}" (id) ON DELETE SET DEFAULT ON UPDATE CASCADE,
                PRIMARY KEY (b, a)) WITHOUT ROWID;
            CREATE INDEX "{child}_i" ON "{child}" (c COLLATE NOCASE DESC, a) WHERE c IS NOT NULL;
            CREATE INDEX "{child}_e" ON "{child}" (lower(c));
            CREATE VIEW "{child}_v" AS SELECT a FROM "{child}";
            """");

        var tables = await connection.ReadTablesAsync(Stop);
        var p = Assert.Single(tables, t => t.Name == parent);
        var c = Assert.Single(tables, t => t.Name == child);
        var v = Assert.Single(tables, t => t.Name == child + "_v");

        Assert.Equal(["id", "código", "with \"quotes\"", "total", "kept"], p.Columns.Select(x => x.Name));
        Assert.Equal([true, false, false, false, false], p.Columns.Select(x => x.IsAutoIncrement));
        Assert.Equal(
            [TursoColumnKind.Plain, TursoColumnKind.Plain, TursoColumnKind.Plain, TursoColumnKind.GeneratedVirtual, TursoColumnKind.GeneratedStored],
            p.Columns.Select(x => x.Kind));
        Assert.Equal(("TEXT", true, "'AUTOINCREMENT x'"), (p.Columns[1].DeclaredType, p.Columns[1].IsNotNull, p.Columns[1].DefaultSql));
        Assert.True(Assert.Single(p.Indexes) is { IsUnique: true, IsConstraint: true, Sql: null });
        Assert.False(p.IsWithoutRowId);

        Assert.True(c.IsWithoutRowId);
        Assert.DoesNotContain(c.Columns, x => x.IsAutoIncrement);
        Assert.Equal(["b", "a"], c.PrimaryKey);
        Assert.Equal(
            [
                ("a", parent, "id", TursoForeignKeyAction.Cascade, TursoForeignKeyAction.NoAction),
                ("b", parent, "id", TursoForeignKeyAction.Restrict, TursoForeignKeyAction.SetNull),
                ("c", parent, "código", TursoForeignKeyAction.NoAction, TursoForeignKeyAction.NoAction),
                ("d", parent, "id", TursoForeignKeyAction.SetDefault, TursoForeignKeyAction.Cascade),
            ],
            c.ForeignKeys.Select(k => (Assert.Single(k.Columns), k.PrincipalTable, Assert.Single(k.PrincipalColumns), k.OnDelete, k.OnUpdate)));
        var index = Assert.Single(c.Indexes, i => i.Name == child + "_i");
        Assert.True(index is { IsUnique: false, IsPartial: true, IsPrimaryKey: false, IsConstraint: false });
        Assert.Equal([new TursoIndexColumn("c", 0, true, "NOCASE"), new TursoIndexColumn("a", 1, false, "BINARY")], index.Columns);
        Assert.Null(Assert.Single(c.Indexes, i => i.Name == child + "_e").Columns[0].Name);
        Assert.Contains(c.Indexes, i => i.IsPrimaryKey);
        Assert.Equal((TursoTableKind.View, "a"), (v.Kind, Assert.Single(v.Columns).Name));
    }

    [Fact]
    public void Collections_of_adonet()
    {
        using var connection = Open();
        var (t, u) = (Name("t"), Name("u"));
        Run(connection, $"CREATE TABLE {t} (id INTEGER PRIMARY KEY, a TEXT NOT NULL); CREATE TABLE {u} (t INTEGER REFERENCES {t} ON DELETE CASCADE); CREATE INDEX {u}_i ON {u} (t)");

        var all = connection.GetSchema();
        Assert.Equal(["CollectionName", "NumberOfRestrictions", "NumberOfIdentifierParts"], all.Columns.Cast<DataColumn>().Select(c => c.ColumnName));
        foreach (DataRow row in all.Rows) Assert.Equal((string)row[0], connection.GetSchema((string)row[0]).TableName);
        Assert.Single(connection.GetSchema("tables", [null, null, t]).Rows);
        Assert.Equal(["id", "a"], connection.GetSchema("Columns", [null, null, t]).Rows.Cast<DataRow>().Select(r => (string)r["COLUMN_NAME"]));
        Assert.Equal(false, connection.GetSchema("Columns", [null, null, t, "a"]).Rows[0]["IS_NULLABLE"]);
        Assert.Equal($"{u}_i", connection.GetSchema("Indexes", [null, null, u]).Rows[0]["INDEX_NAME"]);
        Assert.Equal("t", connection.GetSchema("IndexColumns", [null, null, u]).Rows[0]["COLUMN_NAME"]);
        var key = connection.GetSchema("ForeignKeys", [null, null, u]).Rows[0];
        Assert.Equal((t, "id", "CASCADE", "NO ACTION"), ((string)key["REFERENCED_TABLE_NAME"], (string)key["REFERENCED_COLUMN_NAME"], (string)key["DELETE_RULE"], (string)key["UPDATE_RULE"]));
        Assert.Contains("Tables", Assert.Throws<ArgumentException>(() => connection.GetSchema("Nothing")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => connection.GetSchema("Tables", ["a", "b", "c", "d"]));
        Assert.Throws<ArgumentNullException>(() => connection.GetSchema(null!));
    }
}
