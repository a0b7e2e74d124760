namespace Clinic.Dispensing.HandOvers;

/// <summary>How much of a line goes with a hand-over.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">How much, in base units; positive.</param>
public sealed record HandOverLine(int Line, decimal Quantity);
