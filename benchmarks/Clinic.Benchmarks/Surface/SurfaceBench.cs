using Clinic.Storage.Turso;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Clinic.Benchmarks.Surface;

/// <summary>Two files with the same table, rows and settings: one through the surface, one through Microsoft.Data.Sqlite.</summary>
internal sealed class SurfaceBench : IDisposable
{
    private const string Settings =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-bench-");

    public SurfaceBench()
    {
        Ours = new TursoConnection($"Data Source={Path.Combine(folder.FullName, "ours.db")};Synchronous=Normal");
        Theirs = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "theirs.db")};Pooling=False");
        Ours.Open();
        Theirs.Open();
        Theirs.Execute(Settings);
        foreach (var connection in new System.Data.Common.DbConnection[] { Ours, Theirs })
        {
            connection.Execute(SurfaceWork.Table);
            SurfaceWork.Fill(connection);
        }
    }

    public TursoConnection Ours { get; }

    public SqliteConnection Theirs { get; }

    public void Dispose()
    {
        Ours.Dispose();
        Theirs.Dispose();
        TursoConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
