using Stateless;

namespace Clinic.Pharmacy.Recalls;

/// <summary>The machines of a campaign and of its notices.</summary>
public static class RecallLifecycle
{
    /// <summary>The status of a campaign after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status.</exception>
    public static RecallCampaignStatus Next(RecallCampaignId campaign, RecallCampaignStatus status, RecallCampaignTrigger trigger)
    {
        var machine = Campaign(status);
        if (!machine.CanFire(trigger)) throw new PharmacyException(PharmacyRules.RecallTransitionRefused, ("campaign", campaign), ("status", status), ("trigger", trigger));
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The status of a notice after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static RecallNoticeStatus Next(RecallNoticeId notice, RecallNoticeStatus status, RecallNoticeTrigger trigger)
    {
        var machine = Notice(status);
        if (!machine.CanFire(trigger))
        {
            var allowed = Enum.GetValues<RecallNoticeTrigger>().Where(machine.CanFire).ToList();
            throw new PharmacyException(PharmacyRules.RecallNoticeTransitionRefused, ("notice", notice), ("status", status), ("trigger", trigger),
                ("allowed", allowed.Count > 0 ? string.Join(", ", allowed) : "nothing"));
        }

        machine.Fire(trigger);
        return machine.State;
    }

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
