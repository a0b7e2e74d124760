using Clinic.Abstractions;
using Clinic.Api.Security;
using Clinic.Dispensing.Rights;
using static Clinic.Dispensing.Rights.DispensingAct;

namespace Clinic.Api.Dispensing;

/// <summary>The routes of dispensing.</summary>
public static class DispensingRoutes
{
    /// <summary>Maps the table below.</summary>
    public static void MapDispensing(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. DispensingRights.RolesFor(Read)];
        Role[] writers = [.. readers.Union(DispensingRights.RolesFor(ManageChecklists))];

        var r = api.MapGroup("").WithTags("Requests");
        r.Read("/dispensations", "Lists dispensations that the caller may see, newest first.", ReadingRoutes.ListAsync, readers);
        r.Read("/dispensations/{dispensation}", "Reads one dispensation whole.", ReadingRoutes.FindAsync, readers);
        r.Read("/dispensations/{dispensation}/trace", "One dispensation end to end: five identities, every dose, return and waste, and what is left per lot.", ReadingRoutes.TraceAsync, readers);
        r.Read("/dispensations/{dispensation}/responsible", "Who may authorise it and who may prepare it.", ReadingRoutes.ResponsibleAsync, readers);
        r.Read("/dispensations/{dispensation}/attachments/{attachment}", "Opens a signature, photo or paper; every look is in the audit.", ReadingRoutes.AttachmentAsync, readers);
        r.Read("/dispensations/{dispensation}/labels", "The labels of what was prepared or handed over, ready for the printer; each look is in the audit.", ReadingRoutes.LabelsAsync, readers);
        r.Read("/work-lists/{kind}", "What waits for the caller, by kind of work.", ReadingRoutes.WorkAsync, readers);
        r.Act("/dispensations", "Asks for medicines, freely or by checklist.", Request, RequestingRoutes.RequestAsync);
        r.Act("/dispensations/{dispensation}/submit", "Sends a draft off.", Request, RequestingRoutes.SubmitAsync);
        r.Act("/dispensations/{dispensation}/authorise", "Authorises a request, or an urgent hand-over afterwards.", Authorise, RequestingRoutes.AuthoriseAsync);
        r.Act("/dispensations/{dispensation}/decline", "Says no to a request.", Authorise, RequestingRoutes.DeclineAsync);
        r.Act("/dispensations/{dispensation}/withdraw", "Takes a request back before its preparation.", Request, RequestingRoutes.WithdrawAsync);

        r = api.MapGroup("").WithTags("Preparation");
        r.Act("/dispensations/{dispensation}/prepare", "Keeps the lots aside that will be handed over.", Prepare, PreparingRoutes.PrepareAsync);
        r.Act("/dispensations/{dispensation}/confirm", "Confirms by scan or by eye that the right lot lies on the table.", Prepare, PreparingRoutes.ConfirmAsync);
        r.Act("/dispensations/{dispensation}/substitute", "Puts another product, or other lots, in the place of a line.", Prepare, PreparingRoutes.SubstituteAsync);
        r.Act("/dispensations/{dispensation}/hold", "Pauses a preparation; its stock stays kept aside until the hold ends.", Prepare, PreparingRoutes.HoldAsync);
        r.Act("/dispensations/{dispensation}/resume", "Goes on with a paused preparation.", Prepare, PreparingRoutes.ResumeAsync);
        r.Act("/dispensations/{dispensation}/ready", "Says that everything is confirmed and checked, ready for pick-up.", Prepare, PreparingRoutes.ReadyAsync);
        r.Act("/dispensations/{dispensation}/reopen-preparation", "Takes what was ready back to preparation.", Prepare, PreparingRoutes.ReopenAsync);
        r.Act("/dispensations/{dispensation}/cancel", "Ends a preparation of which nothing was handed over.", Prepare, PreparingRoutes.CancelAsync);

        r = api.MapGroup("").WithTags("Hand-over");
        r.Act("/hand-overs", "Hands one or several dispensations over to a recipient who proves who they are.", HandOver, HandingOverRoutes.HandOverAsync);
        r.Act("/dispensations/{dispensation}/hand-overs/{handOver}/confirm", "Confirms as the recipient what two people attested.", Receive, HandingOverRoutes.ConfirmReceiptAsync);
        r.Act("/dispensations/{dispensation}/stop", "Ends a partly handed over dispensation.", Prepare, HandingOverRoutes.StopAsync);

        r = api.MapGroup("").WithTags("Use");
        r.Read("/dispensations/{dispensation}/doses", "The dose log of a dispensation, oldest first.", ReadingRoutes.DosesAsync, readers);
        r.Act("/dispensations/{dispensation}/doses", "Reports a dose; beyond what was delivered it is kept and raises a ticket.", Use, UsingRoutes.DoseAsync);
        r.Act("/dispensations/{dispensation}/doses/{dose}/correct", "Takes a dose back by a reversing entry, and enters the right one.", Use, Supervise, UsingRoutes.CorrectAsync);
        r.Act("/dispensations/{dispensation}/all-used", "Confirms that all was given, where each dose need not be entered.", Use, UsingRoutes.AllUsedAsync);
        r.Act("/dispensations/{dispensation}/finish", "Says that the ward has finished.", Use, UsingRoutes.FinishAsync);
        r.Act("/dispensations/{dispensation}/returns", "The ward says what comes back.", Use, UsingRoutes.DeclareReturnAsync);
        r.Act("/dispensations/{dispensation}/returns/{returned}/count", "The pharmacy counts what came back and puts it away.", CountReturn, UsingRoutes.CountReturnAsync);
        r.Read("/dispensations/{dispensation}/waste", "Discarded remainders of a dispensation, oldest first.", ReadingRoutes.WasteAsync, readers);
        r.Act("/dispensations/{dispensation}/waste", "Discards a remainder before a witness who proves who they are.", Waste, UsingRoutes.WasteAsync);
        r.Act("/dispensations/{dispensation}/waste/{waste}/correct", "Takes a waste entry back by a reversing one.", Waste, Supervise, UsingRoutes.CorrectWasteAsync);

        r = api.MapGroup("").WithTags("Closing");
        r.Act("/dispensations/{dispensation}/close", "Closes the books: used, returned and wasted must be what was delivered.", Close, ClosingRoutes.CloseAsync);
        r.Act("/dispensations/{dispensation}/discrepancy", "Puts every difference under review, one ticket per lot.", Close, ClosingRoutes.DiscrepancyAsync);
        r.Act("/dispensations/{dispensation}/reopen", "Opens closed books again.", Supervise, ClosingRoutes.ReopenAsync);
        r.Act("/dispensations/{dispensation}/entered-in-error", "Nullifies a dispensation of which nothing was handed over.", Supervise, ClosingRoutes.EnteredInErrorAsync);
        r.Read("/tickets", "Tickets of the caller's departments, soonest due first.", TicketRoutes.ListAsync, readers);
        r.Act("/dispensations/{dispensation}/tickets/{ticket}/evidence", "Adds what somebody knows to an open ticket.", AddEvidence, TicketRoutes.EvidenceAsync);
        r.Act("/dispensations/{dispensation}/tickets/{ticket}/assign", "Gives a ticket to somebody who took no part.", Supervise, TicketRoutes.AssignAsync);
        r.Act("/dispensations/{dispensation}/tickets/{ticket}/resolve", "Ends a ticket: explained, or unexplained and booked.", Supervise, TicketRoutes.ResolveAsync);

        r.Act("/encounters/{encounter}/billing-match", "Compares the deliveries of a visit with its bill; every exception becomes a ticket, once.", MatchBilling, ReviewingRoutes.MatchBillingAsync);
        r.Read("/loss-patterns", "Losses of a period that keep a pattern, with the rows behind them: an invitation to review; every look is in the audit.", ReviewingRoutes.ReviewAsync, [.. DispensingRights.RolesFor(ReviewLosses)]);

        r = api.MapGroup("").WithTags("Checklists");
        r.Read("/checklists", "Lists the checklists in use by name, of one department or all.", ChecklistRoutes.ListAsync, writers);
        r.Read("/checklists/{checklist}", "Reads one checklist.", ChecklistRoutes.FindAsync, writers);
        r.Act("/checklists", "Writes a new checklist.", ManageChecklists, ChecklistRoutes.AddAsync);
        r.Act("/checklists/{checklist}/change", "Changes a checklist, or takes it out of use.", ManageChecklists, ChecklistRoutes.ChangeAsync);
    }
}
