namespace Clinic.Benchmarks.Gates;

/// <summary>One measured ratio or number of bytes, with the most it may be.</summary>
/// <param name="Label">What was measured, and against what.</param>
/// <param name="Value">The measured figure.</param>
/// <param name="Limit">The highest figure that passes.</param>
public sealed record GateFigure(string Label, double Value, double Limit)
{
    /// <summary>Whether the figure is within its limit; a figure that is no number never is.</summary>
    public bool Holds => Value <= Limit;
}
