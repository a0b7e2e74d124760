using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Reads what was consumed; the store groups, so that a year is a few rows per day.</summary>
public interface IConsumptionStore
{
    /// <summary>The movements of a presentation that occurred at or after an instant, in slices, with what is on hand; both seen at once.</summary>
    Task<ConsumptionHistory> HistoryAsync(TenantId tenant, PresentationId presentation, Instant from, CancellationToken cancellationToken);
}
