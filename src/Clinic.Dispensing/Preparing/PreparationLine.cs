using Clinic.Abstractions;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

/// <summary>How a line is prepared, where it is not simply all of it by the pharmacy's policy.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">How much, in the base unit or a pack; null for what was asked.</param>
/// <param name="Lots">The lots that a person chose; null leaves the choice to the pharmacy.</param>
public sealed record PreparationLine(int Line, Quantity? Quantity = null, IReadOnlyList<LotChoice>? Lots = null);
