using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>Rows of a report with their exact sums.</summary>
/// <typeparam name="TRow">What a row says.</typeparam>
/// <param name="Site">The site.</param>
/// <param name="Period">The days it is about; a report as of a date ends with it.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Totals">The sums over all rows, one per name and currency.</param>
/// <param name="Next">Where the next part begins, for reports read part by part; else null.</param>
public sealed record Report<TRow>(Site Site, ReportPeriod Period, IReadOnlyList<TRow> Rows, IReadOnlyList<ReportTotal> Totals, string? Next = null);
