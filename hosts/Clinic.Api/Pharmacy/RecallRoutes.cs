using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.SupplierReturns;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>Recall campaigns and returns to suppliers.</summary>
internal static class RecallRoutes
{
    public static void MapRecalls(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Recalls");
        r.Read("/recalls", "Lists recall campaigns, last opened first.", ListAsync);
        r.Read("/recalls/{campaign}", "Reads one recall campaign with its lots.", FindAsync);
        r.Read("/recalls/{campaign}/notices", "Who received recalled goods, how to reach them and what they answered.", NoticesAsync, Role.Pharmacist, Role.Auxiliary, Role.Supervisor, Role.Auditor);
        r.Act("/recalls", "Opens a recall campaign: blocks every exit at once and lists who received the goods.", BlockLot, OpenAsync);
        r.Act("/recalls/{campaign}/close", "Closes a recall campaign once everybody answered and nothing blocked is left.", BlockLot, CloseAsync);
        r.Act("/recall-notices/{notice}/attempts", "Notes a try to reach a recipient of recalled goods.", FollowRecall, AttemptAsync);
        r.Act("/recall-notices/{notice}/answer", "Notes what became of recalled goods at a recipient.", FollowRecall, AnswerAsync);
        r.Act("/recall-notices/{notice}/close", "Closes a recall notice whose answer was looked at.", FollowRecall, CloseNoticeAsync);

        r = api.MapGroup("").WithTags("Supplier returns");
        r.Read("/supplier-returns", "Lists returns to suppliers, last drafted first.", ReturnsAsync);
        r.Read("/supplier-returns/{return}", "Reads one return to a supplier.", ReturnAsync);
        r.Act("/supplier-returns", "Writes down what shall go back to a supplier.", ReturnToSupplier, DraftAsync);
        r.Act("/supplier-returns/{return}/approve", "Allows a return to be shipped.", ReturnToSupplier, ApproveAsync);
        r.Act("/supplier-returns/{return}/ship", "Ships a return: the goods leave the ledger.", ReturnToSupplier, ShipAsync);
        r.Act("/supplier-returns/{return}/credit", "Notes the supplier's credit note.", ReturnToSupplier, CreditAsync);
        r.Act("/supplier-returns/{return}/cancel", "Gives a return up before anything has left.", ReturnToSupplier, CancelAsync);
    }

    private static async Task<Page<RecallCampaignSnapshot>> ListAsync(
        Caller caller, Word<RecallCampaignStatus>? status, [AsParameters] Paged paged, RecallInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.CampaignsAsync(caller.Tenant, status?.Value, paged.Request, ct);
        return new([.. page.Items.Select(c => c.ToSnapshot())], page.Next);
    }

    private static async Task<RecallCampaignSnapshot> FindAsync(Caller caller, RecallCampaignId campaign, RecallInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.CampaignAsync(caller.Tenant, campaign, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    private static async Task<Page<RecallNoticeView>> NoticesAsync(
        SiteReading reading, RecallCampaignId campaign, Word<RecallNoticeStatus>? status, [AsParameters] Paged paged, RecallInquiries inquiries, PatientReadLog reads,
        CancellationToken ct)
    {
        var x = reading.X;
        var page = await inquiries.NoticesAsync(x.Tenant, campaign, status?.Value, paged.Request, ct);
        await reads.NoteAsync(x, "recall.notices-read", page.Items.Select(n => n.Recipient.Patient).OfType<PatientId>(), ct);
        return new(await inquiries.WithContactsAsync(x.Tenant, x.Site, page.Items, ct), page.Next);
    }

    private static Task<RecallCampaignAnswer> OpenAsync(SiteCommand command, Body<OpenRecallRequest> body, RecallCampaigns recalls, CancellationToken ct) =>
        recalls.OpenAsync(command.X, body.Value.ToCommand(), ct);

    private static Task<RecallCampaignAnswer> CloseAsync(
        SiteCommand command, RecallCampaignId campaign, ReadVersion read, Body<CloseRecallRequest> body, RecallCampaigns recalls, CancellationToken ct) =>
        recalls.CloseAsync(command.X, new CloseRecall(campaign, read.Or(body.Value.Version), body.Value.Conclusion), ct);

    private static Task<RecallNoticeAnswer> AttemptAsync(
        SiteCommand command, RecallNoticeId notice, ReadVersion read, Body<RecallAttemptRequest> body, RecallCampaigns recalls, CancellationToken ct) =>
        recalls.AttemptAsync(command.X, new NoteRecallAttempt(notice, read.Or(body.Value.Version), body.Value.How, body.Value.Reached, body.Value.At), ct);

    private static Task<RecallNoticeAnswer> AnswerAsync(
        SiteCommand command, RecallNoticeId notice, ReadVersion read, Body<RecallReplyRequest> body, RecallCampaigns recalls, CancellationToken ct) =>
        recalls.AnswerAsync(command.X, new AnswerRecallNotice(notice, read.Or(body.Value.Version), body.Value.IsUnreachable, body.Value.Outcomes ?? []), ct);

    private static Task<RecallNoticeAnswer> CloseNoticeAsync(
        SiteCommand command, RecallNoticeId notice, ReadVersion read, Body<VersionRequest> body, RecallCampaigns recalls, CancellationToken ct) =>
        recalls.CloseAsync(command.X, new CloseRecallNotice(notice, read.Or(body.Value.Version)), ct);

    private static async Task<Page<SupplierReturnSnapshot>> ReturnsAsync(
        Caller caller, Word<SupplierReturnStatus>? status, [AsParameters] Paged paged, ISupplierReturnStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, status?.Value, paged.Request, ct);
        return new([.. page.Items.Select(r => r.ToSnapshot())], page.Next);
    }

    private static async Task<SupplierReturnSnapshot> ReturnAsync(Caller caller, SupplierReturnId @return, ISupplierReturnStore store, HttpContext http, CancellationToken ct)
    {
        var found = await store.FindAsync(caller.Tenant, @return, ct) ?? throw new PharmacyException(PharmacyRules.SupplierReturnUnknown, ("return", @return));
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    private static Task<SupplierReturnAnswer> DraftAsync(SiteCommand command, Body<SupplierReturnRequest> body, SupplierReturning returning, CancellationToken ct) =>
        returning.DraftAsync(command.X, body.Value.ToCommand(), ct);

    private static Task<SupplierReturnAnswer> ApproveAsync(
        SiteCommand command, SupplierReturnId @return, ReadVersion read, Body<VersionRequest> body, SupplierReturning returning, CancellationToken ct) =>
        returning.ApproveAsync(command.X, new ApproveSupplierReturn(@return, read.Or(body.Value.Version)), ct);

    private static Task<SupplierReturnAnswer> ShipAsync(
        SiteCommand command, SupplierReturnId @return, ReadVersion read, Body<ShipReturnRequest> body, SupplierReturning returning, CancellationToken ct) =>
        returning.ShipAsync(command.X, new ShipSupplierReturn(@return, read.Or(body.Value.Version), body.Value.Occurred), ct);

    private static Task<SupplierReturnAnswer> CreditAsync(
        SiteCommand command, SupplierReturnId @return, ReadVersion read, Body<CreditReturnRequest> body, SupplierReturning returning, CancellationToken ct) =>
        returning.CreditAsync(command.X, new CreditSupplierReturn(@return, read.Or(body.Value.Version), body.Value.Number, body.Value.Amount), ct);

    private static Task<SupplierReturnAnswer> CancelAsync(
        SiteCommand command, SupplierReturnId @return, ReadVersion read, Body<GiveUpRequest> body, SupplierReturning returning, CancellationToken ct) =>
        returning.CancelAsync(command.X, new CancelSupplierReturn(@return, read.Or(body.Value.Version), body.Value.Reason), ct);
}
