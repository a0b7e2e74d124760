using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Issuing;

/// <summary>What left of one presentation.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Parts">The lots in picking order.</param>
/// <param name="Unallocated">What was asked and did not leave; only where partial was allowed.</param>
/// <param name="OrderRelaxed">Whether a remnant of a pack that cannot be opened was passed over.</param>
public sealed record IssuedLine(PresentationId Presentation, IReadOnlyList<IssuedPart> Parts, StockQuantity Unallocated, bool OrderRelaxed);
