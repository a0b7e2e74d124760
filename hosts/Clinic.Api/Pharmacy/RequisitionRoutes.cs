using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Api.Pharmacy;

/// <summary>Requisitions between departments, their papers, and stock levels.</summary>
internal static class RequisitionRoutes
{
    public static void MapRequisitions(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Requisitions");
        r.Read("/requisitions", "Lists the requisitions of the caller's departments, last written first; with work, those that wait for them.", ListAsync);
        r.Read("/requisitions/suggestion", "What a location should ask for by its stock levels.", SuggestAsync);
        r.Read("/requisitions/{requisition}", "Reads one requisition with its quantities, deliveries and history.", FindAsync);
        r.Read("/requisitions/{requisition}/picking-list", "The picking list of what is still to be sent, to print.", PickingListAsync);
        r.Read("/requisitions/{requisition}/deliveries/{transfer}/note", "The note that goes with a delivery, to print.", NoteAsync);
        r.Act("/requisitions", "Writes a new requisition.", PharmacyAct.Requisition, DraftAsync);
        r.Act("/requisitions/{requisition}/change", "Writes a draft or returned requisition anew.", PharmacyAct.Requisition, ChangeAsync);
        r.Act("/requisitions/{requisition}/submit", "Hands a requisition to the supplying department.", PharmacyAct.Requisition, SubmitAsync);
        r.Act("/requisitions/{requisition}/cancel", "Withdraws a requisition of which nothing has left.", PharmacyAct.Requisition, CancelAsync);
        r.Act("/requisitions/{requisition}/approve", "Grants a requisition in whole or line by line.", PharmacyAct.ApproveRequisition, ApproveAsync);
        r.Act("/requisitions/{requisition}/reject", "Refuses a requisition for good.", PharmacyAct.ApproveRequisition, RejectAsync);
        r.Act("/requisitions/{requisition}/return", "Sends a requisition back for changes.", PharmacyAct.ApproveRequisition, ReturnAsync);
        r.Act("/requisitions/{requisition}/suspend", "Pauses a requisition of which nothing has left.", PharmacyAct.ApproveRequisition, SuspendAsync);
        r.Act("/requisitions/{requisition}/resume", "Goes on with a paused requisition.", PharmacyAct.ApproveRequisition, ResumeAsync);
        r.Act("/requisitions/{requisition}/pick", "Begins to gather the goods of a requisition.", PharmacyAct.FulfilRequisition, PickAsync);
        r.Act("/requisitions/{requisition}/dispatch", "Sends some or all that is still to be sent.", PharmacyAct.FulfilRequisition, DispatchAsync);
        r.Act("/requisitions/{requisition}/close-rest", "Decides that the unsent rest is not sent any more.", PharmacyAct.FulfilRequisition, CloseRestAsync);
        r.Act("/requisitions/{requisition}/receive", "Counts a delivery of a requisition; what is not named of it is short.", PharmacyAct.ReceiveRequisition, ReceiveAsync);
        r.Act("/requisitions/{requisition}/write-off", "Gives up what never arrived of a requisition.", PharmacyAct.WriteOffRequisition, WriteOffAsync);
        r.Read("/stock-levels", "Lists stock levels by location and presentation.", LevelsAsync);
        r.Act("/stock-levels", "Sets how much of a presentation a location should have.", PharmacyAct.SetStockLevel, SetLevelAsync);
    }

    private static Task<Page<RequisitionView>> ListAsync(
        Caller caller, [AsParameters] RequisitionFilter filter, [AsParameters] Paged paged, RequisitionInquiries inquiries, CancellationToken ct) =>
        inquiries.ListAsync(caller.Tenant, caller.Actor, filter.Query, paged.Request, ct);

    private static Task<IReadOnlyList<SuggestedLine>> SuggestAsync(Caller caller, LocationId location, RequisitionInquiries inquiries, CancellationToken ct) =>
        inquiries.SuggestAsync(caller.Tenant, caller.Actor, location, ct);

    private static async Task<RequisitionView> FindAsync(Caller caller, RequisitionId requisition, RequisitionInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.FindAsync(caller.Tenant, caller.Actor, requisition, ct);
        ReadVersion.Tell(http, found.State.Version);
        return found;
    }

    private static async Task<IResult> PickingListAsync(Caller caller, RequisitionId requisition, RequisitionPrinting printing, HttpContext http, CancellationToken ct) =>
        Paper(await printing.PickingListAsync(caller.Tenant, caller.Actor, requisition, ct), http);

    private static async Task<IResult> NoteAsync(Caller caller, RequisitionId requisition, TransferId transfer, RequisitionPrinting printing, HttpContext http, CancellationToken ct) =>
        Paper(await printing.DeliveryNoteAsync(caller.Tenant, caller.Actor, requisition, transfer, ct), http);

    private static IResult Paper(RequisitionPaper paper, HttpContext http)
    {
        var language = Languages.Of(http);
        return Printed.Html(http, RequisitionPapers.Html(paper, language), language);
    }

    private static Task<RequisitionAnswer> DraftAsync(SiteCommand command, Body<RequisitionData> body, RequisitionDrafting drafting, CancellationToken ct) =>
        drafting.DraftAsync(command.X, new(body.Value), ct);

    private static Task<RequisitionAnswer> ChangeAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<ChangeRequisitionRequest> body, RequisitionDrafting drafting, CancellationToken ct) =>
        drafting.ChangeAsync(command.X, new(requisition, read.Or(body.Value.Version), body.Value.Data), ct);

    private static Task<RequisitionAnswer> SubmitAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionVersionRequest> body, RequisitionDrafting drafting, CancellationToken ct) =>
        drafting.SubmitAsync(command.X, new(requisition, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> CancelAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionReasonRequest> body, RequisitionDrafting drafting, CancellationToken ct) =>
        drafting.CancelAsync(command.X, new(requisition, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> ApproveAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<ApproveRequisitionRequest> body, RequisitionApproval approval, CancellationToken ct) =>
        approval.ApproveAsync(command.X, new(requisition, read.OrAny(body.Value.Version), body.Value.Lines), ct);

    private static Task<RequisitionAnswer> RejectAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionReasonRequest> body, RequisitionApproval approval, CancellationToken ct) =>
        approval.RejectAsync(command.X, new(requisition, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> ReturnAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionReasonRequest> body, RequisitionApproval approval, CancellationToken ct) =>
        approval.ReturnAsync(command.X, new(requisition, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> SuspendAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionReasonRequest> body, RequisitionApproval approval, CancellationToken ct) =>
        approval.SuspendAsync(command.X, new(requisition, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> ResumeAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionVersionRequest> body, RequisitionApproval approval, CancellationToken ct) =>
        approval.ResumeAsync(command.X, new(requisition, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> PickAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionVersionRequest> body, RequisitionFulfilment fulfilment, CancellationToken ct) =>
        fulfilment.PickAsync(command.X, new(requisition, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> DispatchAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<DispatchRequisitionRequest> body, RequisitionFulfilment fulfilment, CancellationToken ct)
    {
        var b = body.Value;
        return fulfilment.DispatchAsync(command.X, new(requisition, b.Lines, b.Policy, b.Occurred, read.OrAny(b.Version)), ct);
    }

    private static Task<RequisitionAnswer> CloseRestAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<RequisitionReasonRequest> body, RequisitionFulfilment fulfilment, CancellationToken ct) =>
        fulfilment.CloseRestAsync(command.X, new(requisition, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static Task<RequisitionAnswer> ReceiveAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<ReceiveRequisitionRequest> body, RequisitionReceiving receiving, CancellationToken ct)
    {
        var b = body.Value;
        return receiving.ReceiveAsync(command.X, new(requisition, b.Delivery, b.Lots, b.Quarantine, b.Occurred, b.Note, read.OrAny(b.Version)), ct);
    }

    private static Task<RequisitionAnswer> WriteOffAsync(
        SiteCommand command, RequisitionId requisition, ReadVersion read, Body<WriteOffRequisitionRequest> body, RequisitionReceiving receiving, CancellationToken ct) =>
        receiving.WriteOffAsync(command.X, new(requisition, body.Value.Reason, body.Value.Delivery, read.OrAny(body.Value.Version)), ct);

    private static async Task<Page<StockLevelSnapshot>> LevelsAsync(Caller caller, LocationId? location, [AsParameters] Paged paged, RequisitionInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.LevelsAsync(caller.Tenant, location, paged.Request, ct);
        return new([.. page.Items.Select(l => l.ToSnapshot())], page.Next);
    }

    private static Task<CatalogueAnswer<StockLevelId>> SetLevelAsync(SiteCommand command, ReadVersion read, Body<SetStockLevelRequest> body, StockLevels levels, CancellationToken ct)
    {
        var b = body.Value;
        return levels.SetAsync(command.X, new(b.Location, b.Presentation, b.Minimum, b.Maximum, b.Pack, read.OrAny(b.Version)), ct);
    }
}
