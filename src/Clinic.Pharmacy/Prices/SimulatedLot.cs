using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price would leave over the cost of one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number on the pack.</param>
/// <param name="OnHand">What lies of it at the site.</param>
/// <param name="Each">Per one of what the price is for.</param>
/// <param name="All">For everything that lies there, rounded once.</param>
public sealed record SimulatedLot(LotId Lot, LotNumber Number, StockQuantity OnHand, PriceEarnings Each, PriceEarnings All);
