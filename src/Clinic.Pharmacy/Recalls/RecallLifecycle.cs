using Stateless;

namespace Clinic.Pharmacy.Recalls;

/// <summary>The machines of a campaign and of its notices.</summary>
public static class RecallLifecycle
{
    /// <summary>The status of a campaign after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status.</exception>
    public static RecallCampaignStatus Next(RecallCampaignId campaign, RecallCampaignStatus status, RecallCampaignTrigger trigger) =>
        Campaign(status).To(trigger, PharmacyRules.RecallTransitionRefused, ("campaign", campaign));

    /// <summary>The status of a notice after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static RecallNoticeStatus Next(RecallNoticeId notice, RecallNoticeStatus status, RecallNoticeTrigger trigger) =>
        Notice(status).To(trigger, PharmacyRules.RecallNoticeTransitionRefused, ("notice", notice));

    private static StateMachine<RecallCampaignStatus, RecallCampaignTrigger> Campaign(RecallCampaignStatus status)
    {
        var machine = new StateMachine<RecallCampaignStatus, RecallCampaignTrigger>(status);
        machine.Configure(RecallCampaignStatus.Open)
            .PermitReentry(RecallCampaignTrigger.TakeIn)
            .Permit(RecallCampaignTrigger.Close, RecallCampaignStatus.Closed);
        machine.Configure(RecallCampaignStatus.Closed);
        return machine;
    }

    private static StateMachine<RecallNoticeStatus, RecallNoticeTrigger> Notice(RecallNoticeStatus status)
    {
        var machine = new StateMachine<RecallNoticeStatus, RecallNoticeTrigger>(status);
        machine.Configure(RecallNoticeStatus.ToNotify)
            .PermitReentry(RecallNoticeTrigger.Attempt)
            .Permit(RecallNoticeTrigger.Notify, RecallNoticeStatus.Notified)
            .Permit(RecallNoticeTrigger.Answer, RecallNoticeStatus.Answered);
        machine.Configure(RecallNoticeStatus.Notified)
            .PermitReentry(RecallNoticeTrigger.Attempt)
            .PermitReentry(RecallNoticeTrigger.Notify)
            .Permit(RecallNoticeTrigger.Answer, RecallNoticeStatus.Answered);
        machine.Configure(RecallNoticeStatus.Answered)
            .PermitReentry(RecallNoticeTrigger.Answer)
            .Permit(RecallNoticeTrigger.Close, RecallNoticeStatus.Closed);
        machine.Configure(RecallNoticeStatus.Closed);
        return machine;
    }
}
