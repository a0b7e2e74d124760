using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>One line of a quote.</summary>
/// <param name="Presentation">What.</param>
/// <param name="Description">Its name for people.</param>
/// <param name="Quantity">How much, as asked.</param>
/// <param name="Stock">How much in the base unit.</param>
/// <param name="Price">The price.</param>
public sealed record QuotedLine(PresentationId Presentation, string Description, Quantity Quantity, StockQuantity Stock, LinePrice Price);
