using Clinic.EmergencyBilling.Reports;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>A part of the charges, with the sums of the whole period.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Items">The stays of this part.</param>
/// <param name="Sums">The sums over all parts, per currency and payer.</param>
/// <param name="Next">The mark of the next part; null at the end.</param>
internal sealed record ChargeReportResponse(LocalDate From, LocalDate Through, IReadOnlyList<ChargeRow> Items, ChargeSums Sums, string? Next);

/// <summary>A part of the open stays.</summary>
/// <param name="AsOf">The moment of all amounts.</param>
/// <param name="Items">The stays of this part.</param>
/// <param name="Next">The mark of the next part; null at the end.</param>
internal sealed record OpenStayReportResponse(Instant AsOf, IReadOnlyList<OpenStayRow> Items, string? Next);
