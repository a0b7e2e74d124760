using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>The cost of goods by product and department, with where all value came from and went.</summary>
/// <param name="Site">The site.</param>
/// <param name="Period">The days.</param>
/// <param name="Rows">By product code, then department.</param>
/// <param name="Flows">The conservation of value, one line per currency; its <c>used</c> is the sum of the rows.</param>
public sealed record CostOfGoodsReport(Site Site, ReportPeriod Period, IReadOnlyList<CostOfGoodsRow> Rows, IReadOnlyList<ValueFlows> Flows);
