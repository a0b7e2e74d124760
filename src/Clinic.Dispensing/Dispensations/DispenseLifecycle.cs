using Stateless;
using Status = Clinic.Dispensing.Dispensations.DispenseStatus;
using Trigger = Clinic.Dispensing.Dispensations.DispenseTrigger;

namespace Clinic.Dispensing.Dispensations;

/// <summary>The whole machine of a dispensation on its way to the recipient.</summary>
public static class DispenseLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="DispensingException">The trigger is not allowed in this status with these facts; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger, DispenseFacts facts)
    {
        var machine = Machine(status, facts);
        if (!machine.CanFire(trigger, out var unmet)) throw new DispensingException([Transitions.Refused("dispense", status, trigger, Allowed(status, facts), unmet)]);
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The triggers allowed in a status with these facts, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status, DispenseFacts facts) => Machine(status, facts).Allowed();

    private static StateMachine<Status, Trigger> Machine(Status status, DispenseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        const string NothingOut = "nothing handed over", PartOut = "part handed over", Urgent = "urgent", Unauthorised = "not yet authorised";
        bool Out() => facts.IsPartlyDelivered;
        bool NotOut() => !facts.IsPartlyDelivered;
        bool Unsigned() => !facts.IsAuthorised;
        bool UnsignedAndNotOut() => !facts.IsAuthorised && !facts.IsPartlyDelivered;

        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Draft)
            .Permit(Trigger.Submit, Status.Requested)
            .Permit(Trigger.Withdraw, Status.Cancelled)
            .Permit(Trigger.Lapse, Status.Cancelled)
            .Permit(Trigger.MarkEnteredInError, Status.EnteredInError);
        machine.Configure(Status.Requested)
            .Permit(Trigger.Authorise, Status.Authorised)
            .Permit(Trigger.Decline, Status.Declined)
            .Permit(Trigger.Withdraw, Status.Cancelled)
            .Permit(Trigger.Lapse, Status.Cancelled)
            .PermitIf(Trigger.BeginPreparation, Status.InPreparation, () => facts.IsUrgent, Urgent)
            .Permit(Trigger.MarkEnteredInError, Status.EnteredInError);
        machine.Configure(Status.Authorised)
            .Permit(Trigger.Withdraw, Status.Cancelled)
            .Permit(Trigger.Lapse, Status.Cancelled)
            .Permit(Trigger.BeginPreparation, Status.InPreparation)
            .Permit(Trigger.MarkEnteredInError, Status.EnteredInError);
        machine.Configure(Status.InPreparation)
            .PermitReentryIf(Trigger.Authorise, Unsigned, Unauthorised)
            .PermitIf(Trigger.Decline, Status.Declined, UnsignedAndNotOut, $"{Unauthorised}, {NothingOut}")
            .PermitReentry(Trigger.Substitute)
            .Permit(Trigger.Hold, Status.OnHold)
            .Permit(Trigger.MarkPrepared, Status.Ready)
            .Permit(Trigger.LotRecalled, Status.OnHold)
            .PermitIf(Trigger.Cancel, Status.Cancelled, NotOut, NothingOut)
            .PermitIf(Trigger.Stop, Status.Stopped, Out, PartOut)
            .PermitIf(Trigger.MarkEnteredInError, Status.EnteredInError, NotOut, NothingOut);
        machine.Configure(Status.OnHold)
            .PermitReentryIf(Trigger.Authorise, Unsigned, Unauthorised)
            .PermitIf(Trigger.Decline, Status.Declined, UnsignedAndNotOut, $"{Unauthorised}, {NothingOut}")
            .Permit(Trigger.Resume, Status.InPreparation)
            .PermitReentry(Trigger.LotRecalled)
            .PermitIf(Trigger.HoldExpired, Status.Cancelled, NotOut, NothingOut)
            .PermitIf(Trigger.HoldExpired, Status.Stopped, Out, PartOut)
            .PermitIf(Trigger.Cancel, Status.Cancelled, NotOut, NothingOut)
            .PermitIf(Trigger.Stop, Status.Stopped, Out, PartOut)
            .PermitIf(Trigger.MarkEnteredInError, Status.EnteredInError, NotOut, NothingOut);
        machine.Configure(Status.Ready)
            .PermitReentryIf(Trigger.Authorise, Unsigned, Unauthorised)
            .PermitIf(Trigger.Decline, Status.Declined, UnsignedAndNotOut, $"{Unauthorised}, {NothingOut}")
            .Permit(Trigger.Hold, Status.OnHold)
            .Permit(Trigger.LotRecalled, Status.OnHold)
            .PermitIf(Trigger.ReopenPreparation, Status.InPreparation, NotOut, NothingOut)
            .Permit(Trigger.HandOver, Status.Delivered)
            .PermitReentry(Trigger.HandOverPart)
            .PermitIf(Trigger.Cancel, Status.Cancelled, NotOut, NothingOut)
            .PermitIf(Trigger.Stop, Status.Stopped, Out, PartOut)
            .PermitIf(Trigger.MarkEnteredInError, Status.EnteredInError, NotOut, NothingOut);
        machine.Configure(Status.Delivered).PermitReentryIf(Trigger.Authorise, Unsigned, Unauthorised);
        machine.Configure(Status.Stopped).PermitReentryIf(Trigger.Authorise, Unsigned, Unauthorised);
        return machine;
    }
}
