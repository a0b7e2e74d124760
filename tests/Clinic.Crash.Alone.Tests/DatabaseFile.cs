using Microsoft.Data.Sqlite;

namespace Clinic.Crash.Alone.Tests;

/// <summary>A database file in a folder of its own, looked at with plain SQL.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-crash-");

    public string Path => System.IO.Path.Combine(folder.FullName, "clinic.db");

    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return rows;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
