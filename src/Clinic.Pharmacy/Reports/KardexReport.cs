using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>The valued kardex of a product, or a part of it: opening, every movement, closing.</summary>
/// <param name="Site">The site.</param>
/// <param name="Period">The days.</param>
/// <param name="Product">The product.</param>
/// <param name="Opening">On hand before the first row of this part.</param>
/// <param name="OpeningValues">Its exact value, one sum per currency.</param>
/// <param name="Rows">The movements in the total order of the ledger.</param>
/// <param name="Closing">On hand after the last row of this part.</param>
/// <param name="ClosingValues">Its exact value, one sum per currency.</param>
/// <param name="Next">Where the next part begins, or null at the end.</param>
public sealed record KardexReport(
    Site Site, ReportPeriod Period, ReportProduct Product, StockQuantity Opening, IReadOnlyList<Money> OpeningValues, IReadOnlyList<KardexRow> Rows,
    StockQuantity Closing, IReadOnlyList<Money> ClosingValues, string? Next);
