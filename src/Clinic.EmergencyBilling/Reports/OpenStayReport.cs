using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A part of the stays that are open now.</summary>
/// <param name="AsOf">The moment that all amounts speak of.</param>
/// <param name="Zone">The zone of the site.</param>
/// <param name="Page">The stays, last registered first.</param>
public sealed record OpenStayReport(Instant AsOf, DateTimeZone Zone, Page<OpenStayRow> Page);
