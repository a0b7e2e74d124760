using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Raises alerts of stays that are due, and tells the next where nobody answered.</summary>
/// <remarks>Two runs at once, and a run that dies in the middle, raise nothing twice and lose nothing.</remarks>
public sealed class StayAlertJob(StayAlertRaising raising) : IClinicJob
{
    private const int PerRun = 500;

    /// <inheritdoc/>
    public string Name => "emergency.alerts";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(10);

    /// <inheritdoc/>
    public Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken) => raising.RunDueAsync(tenant, PerRun, cancellationToken);
}
