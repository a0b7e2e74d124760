using Clinic.Transcription.Reports;
using Status = Clinic.Transcription.Reports.ReportStatus;
using Trigger = Clinic.Transcription.Reports.ReportTrigger;

namespace Clinic.Transcription.Tests.Reports;

public class ReportLifecycleTests
{
    // The table of the field: every other pair is refused.
    private static readonly Dictionary<(Status, Trigger), Status> Edges = new()
    {
        [(Status.Drafting, Trigger.DraftReady)] = Status.InReview,
        [(Status.Drafting, Trigger.DraftFailed)] = Status.DraftFailed,
        [(Status.Drafting, Trigger.Erase)] = Status.Erased,
        [(Status.DraftFailed, Trigger.Retry)] = Status.Drafting,
        [(Status.DraftFailed, Trigger.UseOfflineDrafter)] = Status.Drafting,
        [(Status.DraftFailed, Trigger.WriteManually)] = Status.InReview,
        [(Status.DraftFailed, Trigger.Erase)] = Status.Erased,
        [(Status.InReview, Trigger.Edit)] = Status.InReview,
        [(Status.InReview, Trigger.Reject)] = Status.Rejected,
        [(Status.InReview, Trigger.Sign)] = Status.Signed,
        [(Status.InReview, Trigger.Erase)] = Status.Erased,
        [(Status.Rejected, Trigger.Redraft)] = Status.Drafting,
        [(Status.Rejected, Trigger.Erase)] = Status.Erased,
        [(Status.Signed, Trigger.File)] = Status.Filed,
        [(Status.Signed, Trigger.FilingFailed)] = Status.FilingFailed,
        [(Status.FilingFailed, Trigger.FilingFailed)] = Status.FilingFailed,
        [(Status.FilingFailed, Trigger.RetryFile)] = Status.Filed,
        [(Status.Filed, Trigger.Amend)] = Status.Filed,
        [(Status.Filed, Trigger.Addendum)] = Status.Filed,
        [(Status.Filed, Trigger.MarkEnteredInError)] = Status.EnteredInError,
    };

    public static TheoryData<Status, Trigger> Pairs { get; } = new(from s in Enum.GetValues<Status>() from t in Enum.GetValues<Trigger>() select (s, t));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_status_takes_the_triggers_of_the_table_and_refuses_every_other(Status status, Trigger trigger)
    {
        if (Edges.TryGetValue((status, trigger), out var next))
        {
            Assert.Equal(next, ReportLifecycle.Next(status, trigger));
            Assert.Contains(trigger, ReportLifecycle.Allowed(status));
            return;
        }

        var refusal = Assert.Throws<TranscriptionException>(() => ReportLifecycle.Next(status, trigger));
        Assert.Equal(TranscriptionRules.ReportTransitionRefused, refusal.Code);
        Assert.DoesNotContain(trigger, ReportLifecycle.Allowed(status));
    }
}
