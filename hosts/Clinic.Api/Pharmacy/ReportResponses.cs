using Clinic.Abstractions;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>A part of a report.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Items">The rows of this part.</param>
/// <param name="Totals">The sums over all rows.</param>
/// <param name="Next">The mark of the next part; null at the end.</param>
internal sealed record ReportResponse<TRow>(LocalDate From, LocalDate Through, IReadOnlyList<TRow> Items, IReadOnlyList<ReportTotal> Totals, string? Next);

/// <summary>A part of the cost of goods, with the conservation of value over the whole.</summary>
internal sealed record CostOfGoodsResponse(LocalDate From, LocalDate Through, IReadOnlyList<CostOfGoodsRow> Items, IReadOnlyList<ValueFlows> Flows, string? Next);

/// <summary>A part of a kardex.</summary>
internal sealed record KardexResponse(
    LocalDate From, LocalDate Through, ReportProduct Product, StockQuantity Opening, IReadOnlyList<Money> OpeningValues, IReadOnlyList<KardexRow> Items,
    StockQuantity Closing, IReadOnlyList<Money> ClosingValues, string? Next);

/// <summary>The differences among a part of the sales.</summary>
internal sealed record ReconciliationResponse(
    LocalDate From, LocalDate Through, int Compared, IReadOnlyList<SaleDifference> Items, IReadOnlyList<LedgerDifference> Ledger, string? Next);
