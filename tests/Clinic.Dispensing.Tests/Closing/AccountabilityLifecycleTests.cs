using Clinic.Dispensing.Closing;
using Status = Clinic.Dispensing.Closing.AccountabilityStatus;
using Trigger = Clinic.Dispensing.Closing.AccountabilityTrigger;

namespace Clinic.Dispensing.Tests.Closing;

/// <summary>Every status × trigger × facts against a table written apart from the machine.</summary>
public sealed class AccountabilityLifecycleTests
{
    private static readonly Trigger[] KeepingBooks =
    [
        Trigger.RecordDose, Trigger.CorrectDose, Trigger.DeclareReturn, Trigger.ConfirmReturn, Trigger.RecordWaste, Trigger.AddEvidence,
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
                    if (Expected(status, trigger, facts) is { } to)
                    {
                        Assert.Equal(to, AccountabilityLifecycle.Next(status, trigger, facts));
                        Assert.Contains(trigger, AccountabilityLifecycle.Allowed(status, facts));
                    }
                    else
                    {
                        Assert.Equal(DispensingRules.TransitionRefused, Assert.Throws<DispensingException>(() => AccountabilityLifecycle.Next(status, trigger, facts)).Code);
                        Assert.DoesNotContain(trigger, AccountabilityLifecycle.Allowed(status, facts));
                    }
                }
            }
        }
    }

    private static Status? Expected(Status from, Trigger trigger, AccountabilityFacts facts) => (from, trigger) switch
    {
        (Status.None, Trigger.HandOver) => Status.Open,
        (Status.Open or Status.ToReconcile, Trigger.HandOver) => Status.Open,
        (Status.UnderReview, Trigger.HandOver) => Status.UnderReview,
        (Status.Open or Status.ToReconcile or Status.UnderReview, Trigger.RecordDoseBeyond) => Status.UnderReview,
        (Status.Open or Status.ToReconcile or Status.UnderReview, _) when KeepingBooks.Contains(trigger) => from,
        (Status.Open or Status.ToReconcile, Trigger.ResolveExplained) => from,
        (Status.Open, Trigger.FinishUse or Trigger.Overdue) => Status.ToReconcile,
        (Status.ToReconcile, Trigger.Close) => facts.HasDifference ? Status.ClosedWithDifference : Status.Closed,
        (Status.ToReconcile, Trigger.RaiseDiscrepancy) => Status.UnderReview,
        (Status.UnderReview, Trigger.ResolveExplained) => facts.OthersUnderReview ? Status.UnderReview : Status.ToReconcile,
        (Status.UnderReview, Trigger.ResolveUnexplained) => facts.IsSettled ? Status.ClosedWithDifference : facts.OthersUnderReview ? Status.UnderReview : Status.ToReconcile,
        (Status.Closed, Trigger.Reopen) => Status.ToReconcile,
        _ => null,
    };

    // What is settled has no other ticket open.
    private static IEnumerable<AccountabilityFacts> AllFacts() =>
        from others in new[] { false, true }
        from settled in new[] { false, true }
        from difference in new[] { false, true }
        where !(others && settled)
        select new AccountabilityFacts(others, settled, difference);
}
