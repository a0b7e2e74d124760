namespace Clinic.Abstractions;

/// <summary>Two quantities of different units were added, subtracted or compared.</summary>
public sealed class UnitMismatchException(UnitCode left, UnitCode right)
    : InvalidOperationException($"The units {left} and {right} differ; convert one of them first.")
{
    /// <summary>The unit on the left.</summary>
    public UnitCode Left { get; } = left;

    /// <summary>The unit on the right.</summary>
    public UnitCode Right { get; } = right;
}
