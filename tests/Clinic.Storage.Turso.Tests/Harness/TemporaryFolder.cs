namespace Clinic.Storage.Turso.Tests;

/// <summary>A folder of its own for each test, removed at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("clinic-turso-").FullName;

    public string Path { get; }

    public string File(string name = "clinic.db") => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
