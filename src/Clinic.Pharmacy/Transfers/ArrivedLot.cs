using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>A part of a lot that arrived, where it was put, and why it was discarded there if it was.</summary>
internal sealed record ArrivedLot(LotId Lot, StockQuantity Quantity, LocationId At, string? Discard = null);
