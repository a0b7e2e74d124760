namespace Clinic.Pharmacy.Sales;

/// <summary>The content of the event <see cref="PharmacyEvents.SaleReceiptRequested"/>; whoever sends it looks the address up.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record SaleReceiptRequested(SaleId Sale, string Language);
