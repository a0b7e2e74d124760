using Clinic.Abstractions;
using Stateless;

namespace Clinic.Pharmacy.Lots;

/// <summary>The whole machine of a lot's status; recalled and damaged never return to approved.</summary>
public static class LotLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static LotStatus Next(LotId lot, LotStatus status, LotTrigger trigger) =>
        Machine(status).To(trigger, PharmacyRules.LotTransitionRefused, ("lot", lot));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<LotTrigger> Allowed(LotStatus status) => Machine(status).Allowed();

    private static StateMachine<LotStatus, LotTrigger> Machine(LotStatus status)
    {
        var machine = new StateMachine<LotStatus, LotTrigger>(status);
        machine.Configure(LotStatus.Approved)
            .Permit(LotTrigger.Hold, LotStatus.OnHold)
            .Permit(LotTrigger.Quarantine, LotStatus.Quarantined)
            .Permit(LotTrigger.Recall, LotStatus.Recalled)
            .Permit(LotTrigger.Damage, LotStatus.Damaged);
        machine.Configure(LotStatus.OnHold)
            .Permit(LotTrigger.Approve, LotStatus.Approved)
            .Permit(LotTrigger.Quarantine, LotStatus.Quarantined)
            .Permit(LotTrigger.Recall, LotStatus.Recalled)
            .Permit(LotTrigger.Damage, LotStatus.Damaged);
        machine.Configure(LotStatus.Quarantined)
            .Permit(LotTrigger.Approve, LotStatus.Approved)
            .Permit(LotTrigger.Hold, LotStatus.OnHold)
            .Permit(LotTrigger.Recall, LotStatus.Recalled)
            .Permit(LotTrigger.Damage, LotStatus.Damaged);
        machine.Configure(LotStatus.Recalled);
        machine.Configure(LotStatus.Damaged)
            .Permit(LotTrigger.Recall, LotStatus.Recalled);
        return machine;
    }
}
