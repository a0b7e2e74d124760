using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Tests.Kit;

namespace Clinic.Pharmacy.Tests.Alerts;

/// <summary>Every status with every trigger.</summary>
public sealed class AlertLifecycleTests
{
    private static readonly Dictionary<(AlertStatus, AlertTrigger), AlertStatus> Edges = new()
    {
        [(AlertStatus.Open, AlertTrigger.Acknowledge)] = AlertStatus.Acknowledged,
        [(AlertStatus.Open, AlertTrigger.Snooze)] = AlertStatus.Snoozed,
        [(AlertStatus.Open, AlertTrigger.Escalate)] = AlertStatus.Escalated,
        [(AlertStatus.Open, AlertTrigger.Resolve)] = AlertStatus.Resolved,
        [(AlertStatus.Escalated, AlertTrigger.Acknowledge)] = AlertStatus.Acknowledged,
        [(AlertStatus.Escalated, AlertTrigger.Snooze)] = AlertStatus.Snoozed,
        [(AlertStatus.Escalated, AlertTrigger.Escalate)] = AlertStatus.Escalated,
        [(AlertStatus.Escalated, AlertTrigger.Resolve)] = AlertStatus.Resolved,
        [(AlertStatus.Acknowledged, AlertTrigger.Snooze)] = AlertStatus.Snoozed,
        [(AlertStatus.Acknowledged, AlertTrigger.Resolve)] = AlertStatus.Resolved,
        [(AlertStatus.Snoozed, AlertTrigger.Acknowledge)] = AlertStatus.Acknowledged,
        [(AlertStatus.Snoozed, AlertTrigger.Snooze)] = AlertStatus.Snoozed,
        [(AlertStatus.Snoozed, AlertTrigger.Wake)] = AlertStatus.Open,
        [(AlertStatus.Snoozed, AlertTrigger.Resolve)] = AlertStatus.Resolved,
    };

    [Fact]
    public void Every_status_allows_exactly_its_edges()
    {
        foreach (var status in Enum.GetValues<AlertStatus>())
        {
            foreach (var trigger in Enum.GetValues<AlertTrigger>())
            {
                if (Edges.TryGetValue((status, trigger), out var to)) Assert.Equal(to, AlertLifecycle.Next(Hospital.Id<AlertId>(1), status, trigger));
                else Assert.Equal(PharmacyRules.AlertTransitionRefused, Assert.Throws<PharmacyException>(() => AlertLifecycle.Next(Hospital.Id<AlertId>(1), status, trigger)).Code);
            }
        }
    }
}
