using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Which alerts of stays are wanted; every part that is not null must hold.</summary>
public sealed record StayAlertQuery
{
    /// <summary>Where they stand; empty for all.</summary>
    public IReadOnlyList<StayAlertStatus> Statuses { get; init; } = [];

    /// <summary>The stay.</summary>
    public StayId? Stay { get; init; }

    /// <summary>The site.</summary>
    public SiteId? Site { get; init; }
}
