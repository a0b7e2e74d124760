using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One lot of a printed list.</summary>
/// <param name="Code">The clinic's code of the presentation.</param>
/// <param name="Name">The name of the presentation.</param>
/// <param name="Lot">The manufacturer's lot number; null where none is there.</param>
/// <param name="Expiration">The last usable date; null for what does not expire.</param>
/// <param name="Quantity">How much, in the base unit.</param>
public sealed record RequisitionPaperLine(string Code, string Name, string? Lot, string? Expiration, Quantity Quantity);
