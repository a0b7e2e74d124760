namespace Clinic.Storage.Turso.Tests.Provider;

/// <summary>A file of its own for each case.</summary>
public sealed class LocalTarget : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string ConnectionString => $"Data Source={folder.File()}";

    public string Path => folder.File();

    public void Dispose()
    {
        TursoConnection.ClearAllPools();
        folder.Dispose();
    }
}
