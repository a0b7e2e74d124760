using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A part of the changes of times and prices.</summary>
/// <param name="Zone">The zone of the site.</param>
/// <param name="Page">The changes by the instant of recording.</param>
public sealed record ChangeReport(DateTimeZone Zone, Page<ChangeRow> Page);
