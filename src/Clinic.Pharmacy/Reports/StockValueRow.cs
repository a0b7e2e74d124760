using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>How much of a lot lay at a place, and what it had cost.</summary>
/// <param name="Product">The product.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Location">Where.</param>
/// <param name="LocationName">Its name for people.</param>
/// <param name="Department">The department that answers for the place.</param>
/// <param name="DepartmentName">Its name for people.</param>
/// <param name="Quantity">On hand; never zero.</param>
/// <param name="UnitCost">What one base unit of the lot cost.</param>
/// <param name="Value">The exact value.</param>
public sealed record StockValueRow(
    ReportProduct Product, LotId Lot, LotNumber Number, ExpirationDate? Expiration, LocationId Location, string LocationName, DepartmentId Department,
    string DepartmentName, StockQuantity Quantity, UnitCost UnitCost, Money Value);
