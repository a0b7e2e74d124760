using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reservations;

/// <summary>How much of which lot is kept aside where.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="Quantity">What is still kept aside; zero once issued or released.</param>
public sealed record ReservationLine(LotId Lot, LocationId Location, StockQuantity Quantity);
