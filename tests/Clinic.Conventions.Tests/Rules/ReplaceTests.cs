using System.Text.RegularExpressions;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>Servers leave <c>recursive_triggers</c> off, so REPLACE would delete rows past the append-only triggers.</summary>
public sealed partial class ReplaceTests
{
    [Fact]
    public void No_statement_and_no_table_replaces_rows()
    {
        var sources = new[] { "*.cs", "*.sql" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();

        Assert.True(sources.Count > 300);
        Assert.Empty(sources.Where(f => Replacing().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("REPLACE INTO t VALUES (1)")]
    [InlineData("INSERT OR REPLACE INTO t VALUES (1)")]
    [InlineData("update or\n replace t SET a = 1")]
    [InlineData("CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE)")]
    public void A_statement_that_replaces_is_seen(string sql) => Assert.Matches(Replacing(), sql);

    [Theory]
    [InlineData("SELECT replace(name, 'a', 'b') FROM t")]
    [InlineData("INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 2")]
    public void Other_statements_are_let_through(string sql) => Assert.DoesNotMatch(Replacing(), sql);

    [GeneratedRegex(@"\bREPLACE\s+INTO\b|\bOR\s+REPLACE\b|\bON\s+CONFLICT\s+REPLACE\b", RegexOptions.IgnoreCase)]
    private static partial Regex Replacing();
}
