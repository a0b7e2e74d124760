using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a buyer asks for.</summary>
/// <param name="Presentation">What.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
/// <param name="Prescription">The prescription, where one is needed.</param>
public sealed record BasketLine(PresentationId Presentation, Quantity Quantity, PrescriptionReference? Prescription = null);
