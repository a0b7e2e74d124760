using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Everything a receipt is made of.</summary>
internal sealed record ReceiptFacts(Sale Sale, Site Site, string Cashier, IReadOnlyList<Invoice> Invoices, string Seller, string? SellerNumber);
