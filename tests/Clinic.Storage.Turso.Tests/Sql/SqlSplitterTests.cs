using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso.Tests.Sql;

/// <summary>The laws of the splitter are what SQLite itself does.</summary>
public sealed class SqlSplitterTests : IDisposable
{
    private const string Schema =
        "CREATE TABLE t (a, b, \"end\", \"ñ x\"); CREATE VIEW v AS SELECT a FROM t;";

    private static readonly string[] Statements =
    [
        "SELECT 1", "SELECT ';' AS \";\"", "SELECT 'it''s; --' || \"a\" FROM t", "SELECT [a], `b`, \"ñ x\" FROM t WHERE a = ':no'", "SELECT a$b FROM (SELECT 1 AS a$b)",
        "SELECT @a, :b, $c, ?, ?3, ?", "SELECT $a::b(c), @ñ, :数量", "SELECT ?2, @x, ?2, @x, ?", "INSERT INTO t (a) VALUES (x'3B'), (?1), (1e5), (.5), (0x1F)",
        "SELECT CASE WHEN a THEN ';' ELSE @e END FROM t", "WITH c AS (SELECT ? AS z) SELECT z FROM c", "EXPLAIN QUERY PLAN SELECT @p", "SELECT end FROM (SELECT 1 AS end)",
        "CREATE TRIGGER r1 AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; UPDATE t SET a = ';END;' WHERE \"end\" = 1; END",
        "CREATE TEMP TRIGGER r2 AFTER DELETE ON t WHEN old.a = 1 BEGIN DELETE FROM t /* ; END; */ WHERE a = 'x'; -- END;\n END",
        "create trigger if not exists r3 instead of insert on v begin select raise(ignore); end", "EXPLAIN CREATE TRIGGER r4 AFTER INSERT ON t BEGIN SELECT 1; END",
        "CREATE TABLE trigger_1 (a)", "BEGIN", "PRAGMA user_version", "SELECT 1 -/* minus */-1", "SELECT 'a' /* unclosed ' */ || '/*' || '*/'", "SELECT 5 / 2",
    ];

    private static readonly string[] Gaps = [" ", "\n", "", "-- ; comment\n", "/* ; */", "/**/", " \t\r\n", "/* ' */", "-- ' \" [ \n"];

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqlSplitterTests()
    {
        connection.Open();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(connection.Handle, Schema));
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Split_equals_the_tails_of_sqlite_and_parameters_its_names()
    {
        var part = from statement in Gen.Elements(Statements)
                   from before in Gen.Elements(Gaps)
                   from after in Gen.Elements(Gaps)
                   from end in Gen.Elements(";", "; ", ";\n", ";;", "; ;-- x\n")
                   select before + statement + after + end;
        var text = from parts in part.ListOf()
                   from last in Gen.Elements("", "SELECT 1", "-- nothing", " ", "SELECT @last /* open", "SELECT 2 -- @no")
                   select string.Concat(parts) + last;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(text.ToArbitrary(), Agrees));
    }

    [Fact]
    public void Every_piece_of_punctuation_is_cut_as_sqlite_cuts_it()
    {
        // Arbitrary text is mostly wrong SQL; where SQLite accepts it, both must agree.
        var piece = Gen.Elements("'", "\"", "[", "]", "`", ";", "--", "\n", "/*", "*/", "@a", ":b", "$c", "?", "?2", "1", ".", "e+", "x'00'", " ", "SELECT ", ", ", "a", "(", ")", "::", "$", "ñ");
        var text = piece.ListOf().Select(string.Concat).Select(s => "SELECT 1" + s);
        var accepted = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(text.ToArbitrary(), sql =>
        {
            if (Sqlite(sql) is null) return true;
            accepted++;
            return Agrees(sql);
        }));
        Assert.True(accepted > 50, $"Only {accepted} were accepted.");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(";;;", "")]
    [InlineData("-- only\n/* comments */", "")]
    [InlineData("SELECT 1", "SELECT")]
    [InlineData("with x as (select 1) delete from t", "DELETE")]
    [InlineData("WITH a(b) AS (VALUES (1)), c AS (SELECT 1) INSERT INTO t SELECT 1; values (1)", "INSERT VALUES")]
    [InlineData("/* x */ begin immediate; ROLLBACK TO a", "BEGIN ROLLBACK")]
    public void Verbs(string sql, string verbs) => Assert.Equal(verbs, string.Join(' ', SqlSplitter.Split(sql).Select(s => s.Verb)));

    [Theory]
    [InlineData("SELECT @a, ?, :b", "SELECT ?1, ?2, ?3")]
    [InlineData("SELECT ?3, '@x', ?3", "SELECT ?1, '@x', ?1")]
    [InlineData("SELECT @a, @a, $b", "SELECT ?1, ?1, ?2")]
    [InlineData("SELECT ?, ?2", "SELECT ?, ?2")]
    public void Positional_form_for_servers(string sql, string positional) => Assert.Equal(positional, SqlSplitter.Split(sql)[0].Positional);

    [Fact]
    public void Text_with_nul_is_refused() => Assert.Throws<ArgumentException>(() => SqlSplitter.Split("SELECT 1\0; DROP TABLE t"));

    [Theory]
    [InlineData("PRAGMA foreign_keys = OFF", true)]
    [InlineData("ATTACH 'x' AS y", true)]
    [InlineData("CREATE TEMP TABLE x (a)", true)]
    [InlineData("CREATE TABLE temp (a)", false)]
    [InlineData("SELECT 1", false)]
    public void What_touches_the_connection_is_known(string sql, bool touches) => Assert.Equal(touches, SqlSplitter.Split(sql)[0].TouchesConnection);

    private bool Agrees(string sql)
    {
        var found = Sqlite(sql);
        Assert.NotNull(found);
        var ours = SqlSplitter.Split(sql);
        Assert.Equal(found.Select(f => f.Text), ours.Select(o => o.Text.Trim()));
        Assert.Equal(found.Select(f => f.Parameters), ours.Select(o => string.Join(' ', o.Parameters.Select(p => p.Name ?? "-"))));
        return true;
    }

    // What sqlite3_prepare takes at a time; null where it refuses the text.
    private List<(string Text, string Parameters)>? Sqlite(string sql)
    {
        var found = new List<(string, string)>();
        var rest = sql;
        while (rest.Length > 0)
        {
            if (raw.sqlite3_prepare_v2(connection.Handle, rest, out var statement, out var tail) != raw.SQLITE_OK) return null;
            var taken = rest[..(rest.Length - (tail ?? "").Length)];
            rest = tail ?? "";
            using (statement)
            {
                if (statement.IsInvalid) continue;
                var names = new List<string>();
                for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++) names.Add(raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string() ?? "-");
                found.Add((Lead(taken), string.Join(' ', names)));
            }
        }

        return found;
    }

    // SQLite counts empty statements before the next one to it.
    private static string Lead(string taken)
    {
        var start = 0;
        var lexer = new SqlLexer(taken);
        while (lexer.Next(out var token) && token.Kind == SqlTokenKind.Semicolon) start = token.End;
        return new StringBuilder(taken[start..]).ToString().Trim();
    }
}
