using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>The schema as the tables of <see cref="DbConnection.GetSchema()"/>.</summary>
internal static class SchemaCollections
{
    public const string MetaDataCollections = "MetaDataCollections";

    private static readonly Collection[] All =
    [
        new("Tables", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,TABLE_TYPE,TABLE_DEFINITION", 3, 3, Tables),
        new("Views", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,VIEW_DEFINITION", 3, 3, Views),
        new("Columns", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,ORDINAL_POSITION:i,COLUMN_DEFAULT,IS_NULLABLE:b,DATA_TYPE,PRIMARY_KEY:b,AUTOINCREMENT:b,GENERATED", 4, 4, Columns),
        new("PrimaryKeys", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,ORDINAL_POSITION:i", 3, 4, PrimaryKeys),
        new("Indexes", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,INDEX_NAME,UNIQUE:b,PRIMARY_KEY:b,PARTIAL:b,INDEX_DEFINITION", 4, 4, Indexes),
        new("IndexColumns", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,INDEX_NAME,COLUMN_NAME,ORDINAL_POSITION:i,SORT_MODE,COLLATION", 5, 5, IndexColumns),
        new("ForeignKeys", "TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,CONSTRAINT_NAME,COLUMN_NAME,ORDINAL_POSITION:i,REFERENCED_TABLE_NAME,REFERENCED_COLUMN_NAME,DELETE_RULE,UPDATE_RULE", 4, 4, ForeignKeys),
    ];

    private static readonly string[] Fixed = [MetaDataCollections, "DataSourceInformation", "DataTypes", "Restrictions", "ReservedWords"];

    /// <summary>Whether the database must be asked.</summary>
    public static bool NeedsTables(string name) => Named(name) is not null;

    /// <exception cref="ArgumentException">There is no such collection, or it takes fewer restrictions.</exception>
    public static DataTable Of(string name, string?[]? restrictions, IReadOnlyList<TursoTable> tables, string version)
    {
        if (Named(name) is { } found) return found.Fill(tables, restrictions ?? []);
        if (!Fixed.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"There is no collection {name}; there are {string.Join(", ", Fixed.Concat(All.Select(c => c.Name)))}.", nameof(name));
        if (restrictions is { Length: > 0 }) throw new ArgumentException($"The collection {name} takes no restrictions.", nameof(restrictions));
        return name.ToUpperInvariant() switch
        {
            "METADATACOLLECTIONS" => Collections(),
            "DATASOURCEINFORMATION" => Information(version),
            "DATATYPES" => Types(),
            "RESTRICTIONS" => Restrictions(),
            _ => Table("ReservedWords", [("ReservedWord", typeof(string))], SqlWords.Reserved.Select(w => new object?[] { w })),
        };
    }

    private static Collection? Named(string name) => All.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static DataTable Collections() => Table(
        MetaDataCollections,
        [("CollectionName", typeof(string)), ("NumberOfRestrictions", typeof(int)), ("NumberOfIdentifierParts", typeof(int))],
        Fixed.Select(f => new object?[] { f, 0, 0 }).Concat(All.Select(c => new object?[] { c.Name, c.Restrictions, c.Parts })));

    private static DataTable Restrictions() => Table(
        "Restrictions",
        [("CollectionName", typeof(string)), ("RestrictionName", typeof(string)), ("RestrictionDefault", typeof(string)), ("RestrictionNumber", typeof(int))],
        All.SelectMany(c => Enumerable.Range(0, c.Restrictions).Select(i => new object?[] { c.Name, c.ColumnName(i), null, i + 1 })));

    private static DataTable Information(string version) => Table(
        "DataSourceInformation",
        [
            ("DataSourceProductName", typeof(string)), ("DataSourceProductVersion", typeof(string)), ("DataSourceProductVersionNormalized", typeof(string)),
            ("IdentifierPattern", typeof(string)), ("QuotedIdentifierPattern", typeof(string)), ("ParameterMarkerFormat", typeof(string)),
            ("ParameterMarkerPattern", typeof(string)), ("ParameterNameMaxLength", typeof(int)), ("StatementSeparatorPattern", typeof(string)),
            ("StringLiteralPattern", typeof(string)), ("SupportedJoinOperators", typeof(int)),
        ],
        [["SQLite", version, version, @"[\p{L}_][\p{L}\p{N}_$]*", "\"(([^\"]|\"\")*)\"", "{0}", @"[@:$][\p{L}\p{N}_]+|\?\d*", 128, ";", "'(([^']|'')*)'", (int)(SupportedJoinOperators.Inner | SupportedJoinOperators.LeftOuter)]]);

    private static DataTable Types() => Table(
        "DataTypes",
        [("TypeName", typeof(string)), ("DataType", typeof(string)), ("IsBestMatch", typeof(bool)), ("IsNullable", typeof(bool))],
        [
            ["INTEGER", "System.Int64", true, true], ["REAL", "System.Double", true, true],
            ["TEXT", "System.String", true, true], ["BLOB", "System.Byte[]", true, true],
        ]);

    private static IEnumerable<object?[]> Tables(TursoTable t)
    {
        if (t.Kind != TursoTableKind.View) yield return ["main", null, t.Name, t.Kind == TursoTableKind.Virtual ? "VIRTUAL TABLE" : "BASE TABLE", t.Sql];
    }

    private static IEnumerable<object?[]> Views(TursoTable t)
    {
        if (t.Kind == TursoTableKind.View) yield return ["main", null, t.Name, t.Sql];
    }

    private static IEnumerable<object?[]> Columns(TursoTable t) => t.Columns.Select(c => new object?[]
    {
        "main", null, t.Name, c.Name, c.Ordinal, c.DefaultSql, !c.IsNotNull, c.DeclaredType, c.KeyPlace > 0, c.IsAutoIncrement,
        c.Kind switch { TursoColumnKind.GeneratedStored => "STORED", TursoColumnKind.GeneratedVirtual => "VIRTUAL", _ => null },
    });

    private static IEnumerable<object?[]> PrimaryKeys(TursoTable t) => t.PrimaryKey.Select((k, i) => new object?[] { "main", null, t.Name, k, i });

    private static IEnumerable<object?[]> Indexes(TursoTable t) =>
        t.Indexes.Select(i => new object?[] { "main", null, t.Name, i.Name, i.IsUnique, i.IsPrimaryKey, i.IsPartial, i.Sql });

    private static IEnumerable<object?[]> IndexColumns(TursoTable t) => t.Indexes.SelectMany(i => i.Columns.Select(c => new object?[]
    {
        "main", null, t.Name, i.Name, c.Name, c.Place, c.IsDescending ? "DESC" : "ASC", c.Collation,
    }));

    private static IEnumerable<object?[]> ForeignKeys(TursoTable t) => t.ForeignKeys.SelectMany(k => k.Columns.Select((c, i) => new object?[]
    {
        "main", null, t.Name, $"FK_{t.Name}_{k.Id}", c, i, k.PrincipalTable, i < k.PrincipalColumns.Count ? k.PrincipalColumns[i] : null, Rule(k.OnDelete), Rule(k.OnUpdate),
    }));

    private static string Rule(TursoForeignKeyAction action) => action switch
    {
        TursoForeignKeyAction.Cascade => "CASCADE",
        TursoForeignKeyAction.SetNull => "SET NULL",
        TursoForeignKeyAction.SetDefault => "SET DEFAULT",
        TursoForeignKeyAction.Restrict => "RESTRICT",
        _ => "NO ACTION",
    };

    private static DataTable Table(string name, IEnumerable<(string Name, Type Type)> columns, IEnumerable<object?[]> rows)
    {
        var table = new DataTable(name) { Locale = CultureInfo.InvariantCulture };
        foreach (var (column, type) in columns) table.Columns.Add(column, type);
        foreach (var row in rows) table.Rows.Add(row);
        return table;
    }

    /// <summary>A collection of the database; its first columns are what it can be restricted by.</summary>
    private sealed class Collection(string name, string columns, int restrictions, int parts, Func<TursoTable, IEnumerable<object?[]>> rows)
    {
        private readonly string[] columns = columns.Split(',');

        public string Name => name;

        public int Restrictions => restrictions;

        public int Parts => parts;

        public string ColumnName(int column) => columns[column].Split(':')[0];

        public DataTable Fill(IReadOnlyList<TursoTable> tables, string?[] wanted)
        {
            if (wanted.Length > restrictions)
                throw new ArgumentException($"The collection {name} takes at most {restrictions} restrictions; {wanted.Length} were given.", nameof(wanted));
            return Table(name, columns.Select(c => (c.Split(':')[0], TypeOf(c))), tables.SelectMany(rows).Where(r => Fits(r, wanted)));
        }

        private static bool Fits(object?[] row, string?[] wanted)
        {
            for (var i = 0; i < wanted.Length; i++)
            {
                if (wanted[i] is { } value && !string.Equals(row[i] as string, value, StringComparison.OrdinalIgnoreCase)) return false;
            }

            return true;
        }

        private static Type TypeOf(string column) => column[^2..] switch
        {
            ":i" => typeof(int),
            ":b" => typeof(bool),
            _ => typeof(string),
        };
    }
}
