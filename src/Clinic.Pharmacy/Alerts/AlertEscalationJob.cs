using System.Text.Json;
using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Tells the next people of alerts that nobody answered, and opens again what was put off.</summary>
public sealed class AlertEscalationJob : IClinicJob
{
    private const int MostPerRun = 200;

    private readonly AlertScan scan;
    private readonly IUnitOfWork work;
    private readonly IAlertStore alerts;
    private readonly IClock clock;

    internal AlertEscalationJob(AlertScan scan, IUnitOfWork work, IAlertStore alerts, IClock clock)
    {
        this.scan = scan;
        this.work = work;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public string Name => "pharmacy.alert-escalation";

    /// <inheritdoc/>
    public Duration Every => Duration.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var sites = await scan.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (sites.Count == 0) return JobReport.Nothing;
        var site = sites[0].Site.Id;
        var due = await alerts.DueAsync(tenant, clock.GetCurrentInstant(), MostPerRun, cancellationToken).ConfigureAwait(false);
        if (due.Count == 0) return JobReport.Nothing;
        var book = await scan.BookAsync(tenant, cancellationToken).ConfigureAwait(false);
        foreach (var alert in due)
        {
            await work.RunAsync(scan.Job(tenant, site), new EscalateAlert(alert.Id), (unit, c) => StageAsync(unit, alert.Id, book, c), cancellationToken).ConfigureAwait(false);
        }

        await scan.AnnounceAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        return new(due.Count);
    }

    private async Task<AlertAnswer> StageAsync(IUnit unit, AlertId id, AlertRuleBook book, CancellationToken ct)
    {
        var alert = (await alerts.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false))!;
        // Another run was faster, or somebody answered.
        if (alert.Due is not { } due || due > unit.Now) return new(alert.Id, alert.Status, alert.Version);
        var steps = book.EscalationsOf(alert.Cause.Rule);
        var next = alert.Status == AlertStatus.Snoozed ? alert.Wake(unit.Now, steps)
            : alert.Level < steps.Count ? alert.Escalate(steps)
            : alert.Quiet();
        alerts.Save(unit, next);
        if (next.Level > alert.Level)
        {
            unit.Publish(PharmacyEvents.AlertEscalated, JsonSerializer.Serialize(new AlertEscalated(next.Id, next.Level), ClinicJson.Options));
        }

        unit.Audit(next.Level > alert.Level ? "alert.escalated" : next.Status == AlertStatus.Open ? "alert.reopened" : "alert.quiet", next.Fact, next.Cause.Kind.ToString());

        return new(next.Id, next.Status, next.Version);
    }
}
