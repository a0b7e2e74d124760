using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Work that time triggers, such as releasing reservations that ran out.</summary>
/// <remarks>Safe to run twice and in two processes; a run does a bounded piece of work.</remarks>
public interface IClinicJob
{
    /// <summary>The permanent name, such as <c>pharmacy.reservation-expiry</c>.</summary>
    string Name { get; }

    /// <summary>How long after a run the next one is due.</summary>
    Duration Every { get; }

    /// <summary>Does what is due for one tenant, once.</summary>
    Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken);
}
