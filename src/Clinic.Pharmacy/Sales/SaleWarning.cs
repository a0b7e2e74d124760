using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a cashier should know before going on; it refuses nothing.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Presentation">Of which presentation.</param>
/// <param name="Note">Figures and codes.</param>
public sealed record SaleWarning(SaleWarningKind Kind, PresentationId Presentation, string? Note = null);
