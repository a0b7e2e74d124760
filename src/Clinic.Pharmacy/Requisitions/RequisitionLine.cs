using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One presentation of a requisition: what was asked and what was granted.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="Approved">What was granted; null before the approval.</param>
/// <param name="CutReason">Why less was granted than asked; null where nothing was cut.</param>
public sealed record RequisitionLine(PresentationId Presentation, StockQuantity Asked, StockQuantity? Approved = null, string? CutReason = null);
