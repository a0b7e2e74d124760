using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>One line of an invoice or credit note.</summary>
/// <param name="Code">The clinic's code of the presentation.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Quantity">How much, with its unit.</param>
/// <param name="Net">The amount before taxes, after discount.</param>
/// <param name="Discount">What was taken off.</param>
/// <param name="Taxes">The taxes, each with its code.</param>
/// <param name="Total">Net and taxes.</param>
public sealed record InvoiceLine(
    string Code, string Description, Quantity Quantity, Money Net, Money Discount, IReadOnlyList<TaxPart> Taxes, Money Total);
