using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Raises and escalates what is due, each level of a stay once, however many workers look.</summary>
public sealed class StayAlertRaising
{
    private readonly IUnitOfWork work;
    private readonly IStayAlertStore alerts;
    private readonly IStayStore stays;
    private readonly StayWatching watching;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal StayAlertRaising(IUnitOfWork work, IStayAlertStore alerts, IStayStore stays, StayWatching watching, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.alerts = alerts;
        this.stays = stays;
        this.watching = watching;
        this.clock = clock;
        this.ids = ids;
    }

    /// <summary>Looks at what is due, soonest first; one query when nothing is.</summary>
    /// <returns>How many alerts were raised or escalated, how many stays failed, and the kind of the first failure.</returns>
    public async Task<JobReport> RunDueAsync(TenantId tenant, int most, CancellationToken cancellationToken = default)
    {
        var due = await alerts.DueAsync(tenant, clock.GetCurrentInstant(), most, cancellationToken).ConfigureAwait(false);
        return await JobReport.OfEachAsync(due, RaiseAsync, cancellationToken).ConfigureAwait(false);

        async Task<int> RaiseAsync(StayDue one, CancellationToken ct)
        {
            var x = new CommandContext(tenant, one.Site, Actor.System, "job", ids.Next<CommandId>());
            var raised = await work.RunAsync(x, new RaiseStayAlerts(one.Stay), (unit, token) => StageAsync(unit, one.Stay, token), ct).ConfigureAwait(false);
            return raised.Raised + raised.Escalated;
        }
    }

    private async Task<RaisedStayAlerts> StageAsync(IUnit unit, StayId id, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        var before = await alerts.FindAsync(tenant, id, ct).ConfigureAwait(false);
        var stay = await stays.FindAsync(tenant, id, ct).ConfigureAwait(false);
        // Another worker was faster: there is nothing to do, and nothing is written.
        if (before is null || stay is null || before.Due is not { } due || due > unit.Now) return new(0, 0);
        var rules = await watching.RulesAsync(tenant, stay.Site, ct).ConfigureAwait(false);
        var after = before.Advance(stay, rules, unit.Now, ids.Next<StayAlertId>);
        unit.Require(stay.Fact, stay.Version);
        unit.Require(rules.Fact, rules.Version);
        alerts.Save(unit, before, after);
        var known = before.Alerts.ToDictionary(a => a.Id);
        var (raised, escalated) = (0, 0);
        foreach (var alert in after.Alerts)
        {
            if (!known.TryGetValue(alert.Id, out var earlier))
            {
                raised++;
                Tell(unit, alert, EmergencyEvents.StayAlertRaised, "stay-alert.raised");
            }
            else if (alert.Told > earlier.Told)
            {
                escalated++;
                Tell(unit, alert, EmergencyEvents.StayAlertEscalated, "stay-alert.escalated");
            }
        }

        if (raised + escalated == 0) unit.Audit("stay-alert.rescheduled", after.Fact, after.Next?.Code);
        return new(raised, escalated);
    }

    private static void Tell(IUnit unit, StayAlert alert, string type, string action)
    {
        unit.Publish(type, JsonSerializer.Serialize(StayAlertHappening.Of(alert), ClinicJson.Options));
        unit.Audit(action, StayWatch.FactOf(alert.Stay), string.Create(CultureInfo.InvariantCulture, $"{alert.Code}, level {alert.Level}, told {alert.Told}"));
    }
}
