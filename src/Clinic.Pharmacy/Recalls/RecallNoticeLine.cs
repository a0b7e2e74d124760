using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>What a recipient received of a recalled lot and had not given back when it was traced.</summary>
/// <param name="Movement">The line of the ledger.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Occurred">When.</param>
/// <param name="Department">The department that it went through, or null.</param>
/// <param name="Document">The paper, such as the dispensation or sale, or null.</param>
public sealed record RecallNoticeLine(
    MovementId Movement, LotId Lot, LotNumber Number, StockQuantity Quantity, Instant Occurred, DepartmentId? Department, string? Document);
