using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>A pack that goes with a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Scan">The text of its DataMatrix.</param>
/// <param name="Presentation">What the line hands over.</param>
/// <param name="LotNumbers">The lots that the line hands over.</param>
public sealed record PackToSupply(int Line, string Scan, PresentationId Presentation, IReadOnlyList<string> LotNumbers);
