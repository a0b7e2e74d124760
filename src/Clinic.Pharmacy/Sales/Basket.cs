namespace Clinic.Pharmacy.Sales;

/// <summary>The head of a sale and one of its lines: all that a change of that line needs.</summary>
/// <param name="Head">The head.</param>
/// <param name="Line">The line asked for, or null when there is none.</param>
public sealed record Basket(SaleHead Head, SaleLine? Line);
