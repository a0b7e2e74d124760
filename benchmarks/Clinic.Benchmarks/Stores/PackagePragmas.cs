using Clinic.Storage.Turso;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Stores;

/// <summary>Connections of Microsoft.Data.Sqlite with the settings that the package makes on each of its own.</summary>
internal static class PackagePragmas
{
    public static SqliteConnection Open(string path, TursoSynchronous synchronous)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute($"""
            PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
            PRAGMA secure_delete = ON; PRAGMA cache_size = -16384; PRAGMA synchronous = {synchronous};
            """);
        return connection;
    }
}
