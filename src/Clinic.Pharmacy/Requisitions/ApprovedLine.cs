using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What is granted of a line.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Quantity">How much, at most what was asked; null grants nothing.</param>
/// <param name="Reason">Why less than asked; needed where it is less.</param>
public sealed record ApprovedLine(PresentationId Presentation, Quantity? Quantity = null, string? Reason = null);
