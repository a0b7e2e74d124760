using System.Text.RegularExpressions;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>Every SQL text names the tenant at least as often as tables that belong to tenants.</summary>
internal static partial class TenantRule
{
    /// <summary>The tables with a tenant, as the scripts create them.</summary>
    public static IReadOnlySet<string> TablesOf(IEnumerable<string> scripts) =>
        scripts.SelectMany(s => Created().Matches(s).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The SQL texts of a source file that touch such tables and do not name the tenant for each.</summary>
    public static IEnumerable<string> WithoutTenant(string source, IReadOnlySet<string> tables) =>
        Literals().Matches(source).Select(m => m.Value).Where(text =>
        {
            var touched = Touched().Matches(text).Count(m => tables.Contains(m.Groups[1].Value));
            return touched > 0 && Named().Count(text) < touched;
        });

    [GeneratedRegex(@"CREATE TABLE (\w+) \((?:(?!\);).)*?\btenant_id\s+TEXT", RegexOptions.Singleline)]
    private static partial Regex Created();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literals();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)")]
    private static partial Regex Touched();

    [GeneratedRegex(@"\btenant_id\b")]
    private static partial Regex Named();
}
