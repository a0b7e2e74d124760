namespace Clinic.Benchmarks.Surface;

/// <summary>A row as Dapper maps it.</summary>
internal sealed class SurfaceRow
{
    public long Id { get; set; }

    public string A { get; set; } = "";

    public long B { get; set; }

    public double C { get; set; }

    public string D { get; set; } = "";

    public string E { get; set; } = "";
}
