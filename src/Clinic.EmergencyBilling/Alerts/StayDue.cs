using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>A stay in which something is to be raised or escalated.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Site">Its site.</param>
/// <param name="Due">When the job should have looked at it.</param>
public sealed record StayDue(StayId Stay, SiteId Site, Instant Due);
