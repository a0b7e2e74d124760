namespace Clinic.Benchmarks.Gates;

/// <summary>A short measurement that must stay within its limits on any machine.</summary>
/// <remarks>Limits are ratios of two measurements of one run, or bytes; never a time.</remarks>
public interface IGate
{
    /// <summary>The name in the table.</summary>
    string Name { get; }

    /// <summary>Measures; every figure has its limit.</summary>
    IReadOnlyList<GateFigure> Run();
}
