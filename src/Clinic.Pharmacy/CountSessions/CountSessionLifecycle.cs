using Stateless;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The whole machine of a counting session; approved and cancelled are its ends.</summary>
public static class CountSessionLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static CountSessionStatus Next(CountSessionId session, CountSessionStatus status, CountSessionTrigger trigger) =>
        Machine(status).To(trigger, PharmacyRules.CountTransitionRefused, ("session", session));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<CountSessionTrigger> Allowed(CountSessionStatus status) => Machine(status).Allowed();

    private static StateMachine<CountSessionStatus, CountSessionTrigger> Machine(CountSessionStatus status)
    {
        var machine = new StateMachine<CountSessionStatus, CountSessionTrigger>(status);
        machine.Configure(CountSessionStatus.Draft)
            .Permit(CountSessionTrigger.Start, CountSessionStatus.Counting)
            .Permit(CountSessionTrigger.Cancel, CountSessionStatus.Cancelled);
        machine.Configure(CountSessionStatus.Counting)
            .Permit(CountSessionTrigger.AskRecount, CountSessionStatus.Recounting)
            .Permit(CountSessionTrigger.Review, CountSessionStatus.InReview)
            .Permit(CountSessionTrigger.Cancel, CountSessionStatus.Cancelled);
        machine.Configure(CountSessionStatus.Recounting)
            .Permit(CountSessionTrigger.Review, CountSessionStatus.InReview)
            .Permit(CountSessionTrigger.Cancel, CountSessionStatus.Cancelled);
        machine.Configure(CountSessionStatus.InReview)
            .Permit(CountSessionTrigger.AskRecount, CountSessionStatus.Recounting)
            .Permit(CountSessionTrigger.Approve, CountSessionStatus.Approved)
            .Permit(CountSessionTrigger.Cancel, CountSessionStatus.Cancelled);
        machine.Configure(CountSessionStatus.Approved);
        machine.Configure(CountSessionStatus.Cancelled);
        return machine;
    }
}
