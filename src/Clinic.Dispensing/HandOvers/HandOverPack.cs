namespace Clinic.Dispensing.HandOvers;

/// <summary>A serialised pack that goes with a hand-over.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Scan">The text of its DataMatrix.</param>
public sealed record HandOverPack(int Line, string Scan);
