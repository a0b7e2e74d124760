namespace Clinic.Benchmarks.Dispensing;

/// <summary>A folder for database files that is gone at the end.</summary>
public sealed class BenchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clinic-bench-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
