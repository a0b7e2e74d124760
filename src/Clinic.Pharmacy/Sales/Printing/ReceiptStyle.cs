namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>How a receipt is printed.</summary>
/// <param name="Language"><c>es</c> or <c>en</c>; decides words and decimals.</param>
/// <param name="Paper">On what, for HTML.</param>
/// <param name="WithLots">Whether lots and expiration dates are printed.</param>
public sealed record ReceiptStyle(string Language = "es", ReceiptPaper Paper = ReceiptPaper.Roll80, bool WithLots = false);
