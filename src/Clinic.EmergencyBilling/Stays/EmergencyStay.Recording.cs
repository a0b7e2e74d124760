
namespace Clinic.EmergencyBilling.Stays;

public sealed partial class EmergencyStay
{
    private const int LongestReason = 300;

    private static readonly Disposition[] Closings = [Stays.Disposition.Discharged, Stays.Disposition.Admitted, Stays.Disposition.Transferred, Stays.Disposition.Deceased];

    private static readonly Disposition[] Abandonments = [Stays.Disposition.LeftWithoutBeingSeen, Stays.Disposition.AgainstAdvice];

    /// <summary>The kind of entry that a trigger leaves.</summary>
    internal static StayEventKind KindOf(StayTrigger trigger) => trigger switch
    {
        StayTrigger.Start => StayEventKind.Started,
        StayTrigger.Cancel => StayEventKind.Cancelled,
        StayTrigger.EnterInError => StayEventKind.EnteredInError,
        StayTrigger.Pause => StayEventKind.Paused,
        StayTrigger.Resume => StayEventKind.Resumed,
        StayTrigger.Close => StayEventKind.Closed,
        StayTrigger.Abandon => StayEventKind.Abandoned,
        StayTrigger.ChangeAcuity => StayEventKind.AcuityChanged,
        StayTrigger.ChangePayer => StayEventKind.PayerChanged,
        StayTrigger.AddCarveOut => StayEventKind.CarvedOut,
        StayTrigger.Transfer => StayEventKind.Transferred,
        StayTrigger.CorrectTime => StayEventKind.TimeCorrected,
        StayTrigger.Reopen => StayEventKind.Reopened,
        StayTrigger.Invoice => StayEventKind.Invoiced,
        StayTrigger.MarkNotBillable => StayEventKind.MarkedNotBillable,
        StayTrigger.Settle => StayEventKind.Settled,
        StayTrigger.Credit => StayEventKind.Credited,
        _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
    };

    /// <summary>A new stay from its registration.</summary>
    internal static EmergencyStay Register(Failures failures, StaySnapshot first)
    {
        var entry = first.Events[0];
        Code(failures, "payer", entry.Payer);
        Code(failures, "serviceLine", entry.ServiceLine);
        failures.OptionalText("reason", entry.Reason, LongestReason);
        failures.Field("acuity", entry.Acuity is null || Enum.IsDefined(entry.Acuity.Value), entry.Acuity, "1 to 5, or nothing");
        return new(first, 0);
    }

    /// <summary>The next state after a trigger and its entry; what is broken is collected, and then nothing changes.</summary>
    internal EmergencyStay Record(Failures failures, StayTrigger trigger, StayEvent entry)
    {
        var before = failures.Count;
        var next = NextStatus(failures, trigger);
        entry = entry with { Kind = KindOf(trigger) };
        if (EffectiveLog.IsTimed(entry.Kind)) InOrder(failures, entry, clinical: false);
        CheckContent(failures, entry);
        if (trigger == StayTrigger.AddCarveOut) CheckCarveOut(failures, entry);
        if (trigger == StayTrigger.CorrectTime) entry = CheckCorrection(failures, entry);
        if (failures.Count > before) return this;
        var clinical = trigger is StayTrigger.Cancel or StayTrigger.EnterInError && ClinicalLifecycle.Allowed(Clinical).Contains(ClinicalTrigger.Cancel)
            ? ClinicalStatus.Cancelled
            : Clinical;
        return Next(next, clinical, entry);
    }

    /// <summary>The next state after care moved on; billing is not asked.</summary>
    internal EmergencyStay RecordClinical(Failures failures, ClinicalTrigger trigger, StayEvent entry)
    {
        var before = failures.Count;
        var allowed = ClinicalLifecycle.Allowed(Clinical);
        failures.Require(allowed.Contains(trigger), EmergencyBillingRules.StayTransitionRefused,
            ("machine", "care"), ("status", Clinical), ("trigger", trigger), ("allowed", Moves.Text(allowed)));
        InOrder(failures, entry, clinical: true);
        failures.OptionalText("reason", entry.Reason, LongestReason);
        var departs = trigger == ClinicalTrigger.Depart;
        failures.Field("disposition", departs ? entry.Disposition is { } d && Enum.IsDefined(d) : entry.Disposition is null, entry.Disposition, departs ? "how the patient left" : "nothing");
        if (failures.Count > before) return this;
        var next = ClinicalLifecycle.Next(Clinical, trigger);
        return Next(Status, next, entry with { Kind = StayEventKind.ClinicallyMoved, Clinical = next });
    }

    /// <summary>The same, with a second person who stands by the entry just made.</summary>
    internal EmergencyStay Approved(StayApproval approval) =>
        new(state with { Events = [.. state.Events.SkipLast(1), state.Events[^1] with { Approval = approval }] }, loaded);

    private StayStatus NextStatus(Failures failures, StayTrigger trigger)
    {
        var allowed = StayLifecycle.Allowed(Status);
        if (allowed.Contains(trigger)) return StayLifecycle.Next(Status, trigger);
        if (trigger is StayTrigger.Close or StayTrigger.Abandon && EndedAt is { } ended && !IsVoid)
            failures.Add(EmergencyBillingRules.AlreadyClosed, ("stay", Id), ("status", Status), ("ended", ended));
        else
            failures.Add(EmergencyBillingRules.StayTransitionRefused, ("machine", "stay"), ("status", Status), ("trigger", trigger), ("allowed", Moves.Text(allowed)));
        return Status;
    }

    private void InOrder(Failures failures, StayEvent entry, bool clinical)
    {
        var last = Log.LastOf(clinical);
        failures.Require(entry.OccurredAt >= last.At, EmergencyBillingRules.BeforeLastEvent, ("at", entry.OccurredAt), ("kind", last.Kind), ("last", last.At));
    }

    private static void CheckContent(Failures failures, StayEvent entry)
    {
        switch (entry.Kind)
        {
            case StayEventKind.Paused:
                failures.Field("pause", entry.Pause is { } pause && Enum.IsDefined(pause), entry.Pause, string.Join(", ", Enum.GetNames<PauseKind>()));
                Reason(failures, entry, mandatory: entry.Pause == PauseKind.Other);
                break;
            case StayEventKind.Closed or StayEventKind.Abandoned:
                var allowed = entry.Kind == StayEventKind.Closed ? Closings : Abandonments;
                failures.Require(entry.Disposition is { } d && allowed.Contains(d), EmergencyBillingRules.DispositionWrong,
                    ("found", entry.Disposition?.ToString() ?? "nothing"), ("allowed", string.Join(", ", allowed)));
                Reason(failures, entry, mandatory: entry.Kind == StayEventKind.Abandoned);
                break;
            case StayEventKind.AcuityChanged:
                failures.Field("acuity", entry.Acuity is { } acuity && Enum.IsDefined(acuity), entry.Acuity, "1 to 5");
                Reason(failures, entry, mandatory: false);
                break;
            case StayEventKind.PayerChanged:
                Code(failures, "payer", entry.Payer);
                Reason(failures, entry, mandatory: false);
                break;
            case StayEventKind.Transferred:
                failures.Field("department", entry.Department is not null, null, "a department");
                Code(failures, "serviceLine", entry.ServiceLine);
                Reason(failures, entry, mandatory: false);
                break;
            case StayEventKind.Reopened:
                failures.Field("gap", entry.Gap is { } gap && Enum.IsDefined(gap), entry.Gap, string.Join(", ", Enum.GetNames<GapMode>()));
                Reason(failures, entry, mandatory: true);
                break;
            default:
                Reason(failures, entry, mandatory: entry.Kind is not (StayEventKind.Started or StayEventKind.Resumed or StayEventKind.Invoiced or StayEventKind.Settled));
                break;
        }
    }

    private void CheckCarveOut(Failures failures, StayEvent entry)
    {
        if (entry.Until is not { } until)
        {
            failures.Field("until", false, null, "the end of the time taken out");
            return;
        }

        failures.Require(until > entry.OccurredAt, EmergencyBillingRules.EndBeforeStart, ("field", "carveOut"), ("start", entry.OccurredAt), ("end", until));
        if (StartedAt is not { } start) return;
        var end = EndedAt ?? entry.RecordedAt;
        failures.Require(entry.OccurredAt >= start && until <= end, EmergencyBillingRules.CarveOutOutside, ("from", entry.OccurredAt), ("until", until), ("start", start), ("end", end));
    }

    private static void Reason(Failures failures, StayEvent entry, bool mandatory)
    {
        if (mandatory) failures.Text("reason", entry.Reason, LongestReason);
        else failures.OptionalText("reason", entry.Reason, LongestReason);
    }

    private static void Code(Failures failures, string field, string? value) => failures.OptionalText(field, value, 60);
}
