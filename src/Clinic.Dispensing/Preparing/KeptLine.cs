using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Preparing;

/// <summary>What is kept aside for a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Parts">The lots in picking order.</param>
/// <param name="Missing">What was asked and is neither kept aside nor handed over, in base units.</param>
public sealed record KeptLine(int Line, IReadOnlyList<AllocatedPart> Parts, decimal Missing);
