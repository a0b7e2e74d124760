using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A part of the charges of a period.</summary>
/// <param name="Period">The days.</param>
/// <param name="Page">The rows of this part, by the instant of the close.</param>
public sealed record ChargeReport(StayReportPeriod Period, Page<ChargeRow> Page);
