using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Testing.Wards;

/// <summary>What people would do next with a dispensation; a figure chooses among what is usual.</summary>
internal static class WardPath
{
    public static WardAct Next(Dispensation d, int figure) => d.Status switch
    {
        DispenseStatus.Draft => WardAct.Submit,
        DispenseStatus.Requested => d.Urgency == Urgency.Urgent && figure % 2 == 0 ? WardAct.Begin : WardAct.Authorise,
        DispenseStatus.Authorised => WardAct.Begin,
        DispenseStatus.InPreparation => Preparing(d, figure),
        DispenseStatus.OnHold => figure % 6 == 0 ? WardAct.Stop : WardAct.Resume,
        DispenseStatus.Ready when d.IsPartlyDelivered && figure % 5 == 0 => WardAct.Stop,
        DispenseStatus.Ready when figure % 11 == 0 => WardAct.ReopenPreparation,
        DispenseStatus.Ready => (figure % 4) switch { 0 => WardAct.HandOverPart, 1 => WardAct.HandOverAttested, _ => WardAct.HandOver },
        DispenseStatus.Delivered or DispenseStatus.Stopped => Accounting(d, figure),
        _ => WardAct.Request,
    };

    private static WardAct Preparing(Dispensation d, int figure)
    {
        if (figure % 13 == 0) return WardAct.Hold;
        if (figure % 13 == 1) return WardAct.Substitute;
        return d.Lines.Any(l => l.Parts.Any(p => p.Confirmed is null)) ? WardAct.Confirm : WardAct.MarkPrepared;
    }

    private static WardAct Accounting(Dispensation d, int figure)
    {
        if (d.Authorised is null && figure % 3 == 0) return WardAct.Authorise;
        if (d.HandOvers.Any(h => h.Attestation is { Confirmed: null }) && figure % 3 == 1) return WardAct.ConfirmReceipt;
        return d.Accountability switch
        {
            AccountabilityStatus.Open => (figure % 9) switch
            {
                0 or 1 => WardAct.Dose,
                2 => figure % 2 == 0 ? WardAct.Waste : WardAct.CorrectWaste,
                3 => WardAct.DeclareReturn,
                4 => WardAct.CountReturn,
                5 => WardAct.AllUsed,
                6 => WardAct.CorrectDose,
                _ => WardAct.Finish,
            },
            AccountabilityStatus.ToReconcile when d.Returns.Any(r => r.IsPending) => WardAct.CountReturn,
            AccountabilityStatus.ToReconcile when Reconciliation.Of(d).Any(r => r.Difference != 0) => figure % 4 == 0 ? WardAct.Raise : figure % 4 == 1 ? WardAct.AllUsed : WardAct.Waste,
            AccountabilityStatus.ToReconcile when d.Tickets.Any(t => t.IsOpen) => WardAct.ResolveExplained,
            AccountabilityStatus.ToReconcile => WardAct.Close,
            AccountabilityStatus.UnderReview => (figure % 5) switch { 0 => WardAct.AddEvidence, 1 => WardAct.CorrectDose, 2 => WardAct.ResolveExplained, _ => WardAct.ResolveUnexplained },
            AccountabilityStatus.Closed when figure % 8 == 0 => WardAct.ReopenBooks,
            _ => WardAct.Request,
        };
    }
}
