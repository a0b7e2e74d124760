using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>Sales against ledger and documents; every sale was compared, only differences are listed.</summary>
/// <param name="Site">The site.</param>
/// <param name="Period">The days in which the sales were completed.</param>
/// <param name="Compared">How many sales were compared in this part.</param>
/// <param name="Rows">The differences; none when the books agree.</param>
/// <param name="Ledger">Balances that do not equal the sum of their movements; only in the first part.</param>
/// <param name="Next">Where the next part begins, or null at the end.</param>
public sealed record ReconciliationReport(
    Site Site, ReportPeriod Period, int Compared, IReadOnlyList<SaleDifference> Rows, IReadOnlyList<Stock.LedgerDifference> Ledger, string? Next);
