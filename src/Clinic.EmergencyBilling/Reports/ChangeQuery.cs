using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>Which changes of times and prices are wanted; every part that is not null must hold.</summary>
public sealed record ChangeQuery
{
    /// <summary>Recorded at this instant or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Recorded before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>Of this stay, and so of no tariff.</summary>
    public StayId? Stay { get; init; }

    /// <summary>Of this tariff, and so of no stay.</summary>
    public TariffId? Tariff { get; init; }

    /// <summary>Made or approved by this person.</summary>
    public PersonId? Person { get; init; }
}
