using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What a change of a stay means for its watch, staged once every guard of the command holds.</summary>
internal sealed record WatchChange(Action Stage)
{
    public static WatchChange None { get; } = new(() => { });

    /// <summary>Nothing to write, but only while what was looked at still holds.</summary>
    public static WatchChange Same(IUnit unit, StayWatch watch, StayAlertRules rules) => new(() =>
    {
        unit.Require(watch.Fact, watch.Version);
        unit.Require(rules.Fact, rules.Version);
    });
}
