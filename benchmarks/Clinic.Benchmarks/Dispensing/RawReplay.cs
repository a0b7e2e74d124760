using System.Globalization;
using Clinic.Storage.Turso;
using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>Runs captured statements again as prepared commands of Microsoft.Data.Sqlite, with nothing around them.</summary>
public sealed class RawReplay : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly Queue<(SqliteCommand Command, CapturedStatement Statement)[]> rounds = new();

    public RawReplay(string path, TursoSynchronous synchronous, IEnumerable<IReadOnlyList<CapturedStatement>> captured)
    {
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using (var pragmas = connection.CreateCommand())
        {
            // As every physical connection of the package sets them.
            pragmas.CommandText = $"""
                PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON; PRAGMA cache_size = -16384; PRAGMA synchronous = {synchronous};
                """;
            pragmas.ExecuteNonQuery();
        }

        foreach (var round in captured) rounds.Enqueue([.. round.Select(s => (Prepared(s), s))]);
    }

    /// <summary>Runs the statements of the next round.</summary>
    public Task RunAsync()
    {
        foreach (var (command, statement) in rounds.Dequeue())
        {
            for (var i = 0; i < statement.Values.Count; i++) command.Parameters[i].Value = statement.Values[i];
            if (statement.IsRead) Read(command);
            else command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public void Dispose() => connection.Dispose();

    private static void Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
        }
    }

    private SqliteCommand Prepared(CapturedStatement statement)
    {
        if (commands.TryGetValue(statement.Sql, out var known)) return known;
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"?{i + 1}"), statement.Values[i]);
        command.Prepare();
        commands.Add(statement.Sql, command);
        return command;
    }
}
