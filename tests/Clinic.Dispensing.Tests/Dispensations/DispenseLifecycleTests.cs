using Clinic.Dispensing.Dispensations;
using Status = Clinic.Dispensing.Dispensations.DispenseStatus;
using Trigger = Clinic.Dispensing.Dispensations.DispenseTrigger;

namespace Clinic.Dispensing.Tests.Dispensations;

/// <summary>Every status × trigger × facts against a table written apart from the machine.</summary>
public sealed class DispenseLifecycleTests
{
    private enum When
    {
        Always,
        Urgent,
        Unauthorised,
        NothingOut,
        PartOut,
        UnauthorisedAndNothingOut,
    }

    private static readonly (Status From, Trigger Trigger, Status To, When When)[] Table =
    [
        (Status.Draft, Trigger.Submit, Status.Requested, When.Always),
        (Status.Draft, Trigger.Withdraw, Status.Cancelled, When.Always),
        (Status.Draft, Trigger.Lapse, Status.Cancelled, When.Always),
        (Status.Draft, Trigger.MarkEnteredInError, Status.EnteredInError, When.Always),
        (Status.Requested, Trigger.Authorise, Status.Authorised, When.Always),
        (Status.Requested, Trigger.Decline, Status.Declined, When.Always),
        (Status.Requested, Trigger.Withdraw, Status.Cancelled, When.Always),
        (Status.Requested, Trigger.Lapse, Status.Cancelled, When.Always),
        (Status.Requested, Trigger.BeginPreparation, Status.InPreparation, When.Urgent),
        (Status.Requested, Trigger.MarkEnteredInError, Status.EnteredInError, When.Always),
        (Status.Authorised, Trigger.Withdraw, Status.Cancelled, When.Always),
        (Status.Authorised, Trigger.Lapse, Status.Cancelled, When.Always),
        (Status.Authorised, Trigger.BeginPreparation, Status.InPreparation, When.Always),
        (Status.Authorised, Trigger.MarkEnteredInError, Status.EnteredInError, When.Always),
        (Status.InPreparation, Trigger.Authorise, Status.InPreparation, When.Unauthorised),
        (Status.InPreparation, Trigger.Decline, Status.Declined, When.UnauthorisedAndNothingOut),
        (Status.InPreparation, Trigger.Substitute, Status.InPreparation, When.Always),
        (Status.InPreparation, Trigger.Hold, Status.OnHold, When.Always),
        (Status.InPreparation, Trigger.MarkPrepared, Status.Ready, When.Always),
        (Status.InPreparation, Trigger.LotRecalled, Status.OnHold, When.Always),
        (Status.InPreparation, Trigger.Cancel, Status.Cancelled, When.NothingOut),
        (Status.InPreparation, Trigger.Stop, Status.Stopped, When.PartOut),
        (Status.InPreparation, Trigger.MarkEnteredInError, Status.EnteredInError, When.NothingOut),
        (Status.OnHold, Trigger.Authorise, Status.OnHold, When.Unauthorised),
        (Status.OnHold, Trigger.Decline, Status.Declined, When.UnauthorisedAndNothingOut),
        (Status.OnHold, Trigger.Resume, Status.InPreparation, When.Always),
        (Status.OnHold, Trigger.LotRecalled, Status.OnHold, When.Always),
        (Status.OnHold, Trigger.HoldExpired, Status.Cancelled, When.NothingOut),
        (Status.OnHold, Trigger.HoldExpired, Status.Stopped, When.PartOut),
        (Status.OnHold, Trigger.Cancel, Status.Cancelled, When.NothingOut),
        (Status.OnHold, Trigger.Stop, Status.Stopped, When.PartOut),
        (Status.OnHold, Trigger.MarkEnteredInError, Status.EnteredInError, When.NothingOut),
        (Status.Ready, Trigger.Authorise, Status.Ready, When.Unauthorised),
        (Status.Ready, Trigger.Decline, Status.Declined, When.UnauthorisedAndNothingOut),
        (Status.Ready, Trigger.Hold, Status.OnHold, When.Always),
        (Status.Ready, Trigger.LotRecalled, Status.OnHold, When.Always),
        (Status.Ready, Trigger.ReopenPreparation, Status.InPreparation, When.NothingOut),
        (Status.Ready, Trigger.HandOver, Status.Delivered, When.Always),
        (Status.Ready, Trigger.HandOverPart, Status.Ready, When.Always),
        (Status.Ready, Trigger.Cancel, Status.Cancelled, When.NothingOut),
        (Status.Ready, Trigger.Stop, Status.Stopped, When.PartOut),
        (Status.Ready, Trigger.MarkEnteredInError, Status.EnteredInError, When.NothingOut),
        (Status.Delivered, Trigger.Authorise, Status.Delivered, When.Unauthorised),
        (Status.Stopped, Trigger.Authorise, Status.Stopped, When.Unauthorised),
    ];

    [Fact]
    public void Every_status_and_trigger_does_what_the_table_says()
    {
        foreach (var status in Enum.GetValues<Status>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                foreach (var facts in AllFacts())
                {
                    var allowed = Table.Where(t => t.From == status && t.Trigger == trigger && Holds(t.When, facts)).Select(t => t.To).ToList();
                    if (allowed.Count == 1)
                    {
                        Assert.Equal(allowed[0], DispenseLifecycle.Next(status, trigger, facts));
                        Assert.Contains(trigger, DispenseLifecycle.Allowed(status, facts));
                    }
                    else
                    {
                        Assert.Empty(allowed);
                        var refused = Assert.Throws<DispensingException>(() => DispenseLifecycle.Next(status, trigger, facts));
                        Assert.Equal(DispensingRules.TransitionRefused, refused.Code);
                        Assert.DoesNotContain(trigger, DispenseLifecycle.Allowed(status, facts));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_refusal_names_the_conditions_that_do_not_hold()
    {
        var refused = Assert.Throws<DispensingException>(() => DispenseLifecycle.Next(Status.Requested, Trigger.BeginPreparation, new(false, false, false)));

        Assert.Equal("urgent", refused.Failures[0].Facts["unmet"]);
        Assert.Contains("Authorise", refused.Failures[0].Facts["allowed"], StringComparison.Ordinal);
    }

    private static IEnumerable<DispenseFacts> AllFacts() =>
        from urgent in new[] { false, true }
        from authorised in new[] { false, true }
        from part in new[] { false, true }
        select new DispenseFacts(urgent, authorised, part);

    private static bool Holds(When when, DispenseFacts facts) => when switch
    {
        When.Urgent => facts.IsUrgent,
        When.Unauthorised => !facts.IsAuthorised,
        When.NothingOut => !facts.IsPartlyDelivered,
        When.PartOut => facts.IsPartlyDelivered,
        When.UnauthorisedAndNothingOut => !facts.IsAuthorised && !facts.IsPartlyDelivered,
        _ => true,
    };
}
