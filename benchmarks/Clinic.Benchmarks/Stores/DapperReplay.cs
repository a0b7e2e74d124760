using System.Text.RegularExpressions;
using Clinic.Benchmarks.Dispensing;
using Clinic.Storage.Turso;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Stores;

/// <summary>Runs captured statements again as plain Dapper calls on Microsoft.Data.Sqlite, on one connection that stays open.</summary>
public sealed partial class DapperReplay : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Queue<(string Sql, DynamicParameters Values, bool IsRead)[]> rounds = new();

    public DapperReplay(string path, TursoSynchronous synchronous, IEnumerable<IReadOnlyList<CapturedStatement>> captured)
    {
        connection = PackagePragmas.Open(path, synchronous);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var round in captured) rounds.Enqueue([.. round.Select(s => (Named(s.Sql, texts), Values(s), s.IsRead))]);
    }

    /// <summary>Runs the statements of the next round; every row is read.</summary>
    public Task RunAsync()
    {
        foreach (var (sql, values, isRead) in rounds.Dequeue())
        {
            if (isRead) _ = connection.Query(sql, values).AsList();
            else connection.Execute(sql, values);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => connection.Dispose();

    // One text per statement, so that Dapper finds what it knows of it.
    private static string Named(string sql, Dictionary<string, string> texts) =>
        texts.TryGetValue(sql, out var named) ? named : texts[sql] = Number().Replace(sql, "@p$1");

    // Made before the clock runs: what is measured is Dapper and what is below it.
    private static DynamicParameters Values(CapturedStatement statement)
    {
        var values = new DynamicParameters();
        for (var i = 0; i < statement.Values.Count; i++) values.Add(FormattableString.Invariant($"p{i + 1}"), statement.Values[i] is DBNull ? null : statement.Values[i]);
        return values;
    }

    [GeneratedRegex(@"\?(\d+)")]
    private static partial Regex Number();
}
