using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>Knows how long people worked; an app that keeps rosters registers one, and losses are also judged per hour.</summary>
public interface IWorkedHours
{
    /// <summary>Hours worked per person within [from, until) at a site; people who are not named are not judged by hours.</summary>
    Task<IReadOnlyDictionary<PersonId, decimal>> HoursAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken);
}
