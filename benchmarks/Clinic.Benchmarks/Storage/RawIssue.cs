using Clinic.Abstractions;
using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Storage;

/// <summary>The statements of one issue as prepared commands of Microsoft.Data.Sqlite, with nothing around them.</summary>
public sealed class RawIssue : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BenchClinic clinic;
    private readonly IIdGenerator ids;
    private readonly List<SqliteCommand> reads = [];
    private readonly List<SqliteCommand> writes = [];
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private long now = 1_900_000_000_000_000;

    public RawIssue(BenchClinic clinic)
    {
        this.clinic = clinic;
        ids = clinic.Get<IIdGenerator>();
        connection = clinic.Open();
        using (var pragmas = connection.CreateCommand())
        {
            // As every physical connection of the package sets them.
            pragmas.CommandText = """
                PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON; PRAGMA cache_size = -16384; PRAGMA synchronous = FULL;
                """;
            pragmas.ExecuteNonQuery();
        }

        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        reads.AddRange(RawIssueSql.Reads.Select(Prepare));
        writes.AddRange(RawIssueSql.Writes.Select(Prepare));
    }

    public Task RunAsync()
    {
        now++;
        foreach (var (name, value) in Values())
        {
            foreach (var command in reads.Concat(writes).Where(c => c.Parameters.Contains(name))) command.Parameters[name].Value = value;
        }

        foreach (var read in reads)
        {
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
            }
        }

        begin.ExecuteNonQuery();
        foreach (var write in writes) write.ExecuteNonQuery();
        commit.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public void Dispose() => connection.Dispose();

    private IEnumerable<(string Name, object Value)> Values()
    {
        yield return ("$command", ids.Next().ToString());
        yield return ("$movement", ids.Next().ToString());
        yield return ("$posting", ids.Next().ToString());
        yield return ("$audit", ids.Next().ToString());
        yield return ("$now", now);
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in Constants().Concat(Values()))
        {
            if (sql.Contains(name, StringComparison.Ordinal)) command.Parameters.AddWithValue(name, value);
        }

        command.Prepare();
        return command;
    }

    private IEnumerable<(string Name, object Value)> Constants() =>
    [
        ("$tenant", clinic.Tenant.ToString()),
        ("$site", clinic.Site.ToString()),
        ("$store", clinic.Store.ToString()),
        ("$presentation", clinic.Presentation.ToString()),
        ("$lot", clinic.Lot.ToString()),
        ("$actor", clinic.Pharmacist.ToString()),
        ("$hash", "random:" + new string('a', 64)),
        ("$answer", new string('x', 600)),
        ("$references", $"[\"pharmacy.lot/{clinic.Lot}@1\",\"pharmacy.presentation/{clinic.Presentation}@1\",\"core.location/{clinic.Store}@1\"]"),
    ];
}
