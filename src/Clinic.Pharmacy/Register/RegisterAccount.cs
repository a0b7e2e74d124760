using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Register;

/// <summary>One controlled lot at one place over a period.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Name">Its code and name.</param>
/// <param name="Unit">The unit in which it is counted.</param>
/// <param name="Controlled">The controlled class.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Location">The place.</param>
/// <param name="LocationName">Its name.</param>
/// <param name="Opening">What lay there before the period.</param>
/// <param name="In">What came in the period.</param>
/// <param name="Out">What left in the period.</param>
/// <param name="Closing">What lay there at its end.</param>
/// <param name="Lines">How many movements.</param>
/// <param name="Unwitnessed">How many of them were handed out by one person alone.</param>
public sealed record RegisterAccount(
    PresentationId Presentation, string Name, UnitCode Unit, ControlledClass Controlled, LotId Lot, LotNumber Number, ExpirationDate? Expiration,
    LocationId Location, string LocationName, StockQuantity Opening, StockQuantity In, StockQuantity Out, StockQuantity Closing, int Lines, int Unwitnessed);
