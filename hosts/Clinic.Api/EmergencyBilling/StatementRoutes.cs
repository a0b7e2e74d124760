using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using static Clinic.EmergencyBilling.Rights.EmergencyAct;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Bills of stays, their invoices, and what takes them back.</summary>
internal static class StatementRoutes
{
    public static void MapStatements(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. EmergencyRights.RolesFor(ReadBills)];
        var r = api.MapGroup("").WithTags("Emergency bills");
        r.Read("/emergency/stays/{stay}/bill", "All that a stay costs: its time as recorded or so far, medicines of the visit, invoices.", BillAsync, readers);
        r.Read("/emergency/stays/{stay}/bill/page", "The bill ready to print on A4, in es or en: as it counts now, or one revision; the look is in the audit.", BillPrinting.PageAsync, readers);
        r.Read("/emergency/stays/{stay}/bill/text", "The bill as text of 42 columns for the till; the look is in the audit.", BillPrinting.TextAsync, readers);
        r.Read("/emergency/stays/{stay}/statements", "Every revision of the bill of a stay, first first.", RevisionsAsync, readers);
        r.Read("/emergency/stays/{stay}/statements/{revision}", "A revision of the bill of a stay, with the sentences that explain it.", ExplainAsync, readers);
        r.Act("/emergency/stays/{stay}/invoice", "Asks for the invoices of a closed stay, one for each who owes.", EmergencyAct.InvoiceStay, InvoiceAsync);
        r.Act("/emergency/stays/{stay}/settle", "Says that every invoice of a stay is paid; the reason names the receipt.", EmergencyAct.SettleStay, SettleAsync);
        r.Act("/emergency/stays/{stay}/credit", "Takes back what was invoiced by exact negation, line by line.", EmergencyAct.CreditStay, CreditAsync);
        r.Act("/emergency/stays/{stay}/reprice", "Prices a closed stay again after its tariff was corrected.", EmergencyAct.RepriceStay, RepriceAsync);
        r.Read("/emergency/invoices", "Invoices and credit notes of stays, last requested first.", InvoicesAsync, readers);
        r.Act("/emergency/invoices/{invoice}/ask-again", "Asks the issuer again for a rejected invoice of a stay.", EmergencyAct.InvoiceStay, AskAgainAsync);
    }

    // Whose bill was looked at stands in the audit, as every look at a stay does.
    private const string Seen = "stay-bill.seen";

    private static async Task<StayBillResponse> BillAsync(
        SiteReading reading, StayId stay, StatementInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var bill = await inquiries.BillAsync(reading.X, stay, ct);
        await reads.NoteAsync(reading.X, Seen, [bill.Stay.Patient], ct);
        ReadVersion.Tell(http, bill.Stay.Version);
        return StayBillResponse.Of(bill);
    }

    private static async Task<IReadOnlyList<RecordedStatement>> RevisionsAsync(
        SiteReading reading, StayId stay, StatementInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var (patient, revisions) = await inquiries.RevisionsAsync(reading.X, stay, ct);
        await reads.NoteAsync(reading.X, Seen, [patient], ct);
        return revisions;
    }

    private static async Task<ExplainedStatement> ExplainAsync(
        SiteReading reading, StayId stay, int revision, StatementInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var explained = await inquiries.ExplainAsync(reading.X, stay, revision, Languages.Of(http), ct);
        await reads.NoteAsync(reading.X, Seen, [explained.Patient], ct);
        return explained;
    }

    private static Task<StayAnswer> InvoiceAsync(SiteCommand command, StayId stay, ReadVersion read, Body<BillStepRequest> body, StatementDesk desk, CancellationToken ct) =>
        desk.InvoiceAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<StayAnswer> SettleAsync(SiteCommand command, StayId stay, ReadVersion read, Body<BillStepRequest> body, StatementDesk desk, CancellationToken ct) =>
        desk.SettleAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<StayAnswer> CreditAsync(SiteCommand command, StayId stay, ReadVersion read, Body<BillStepRequest> body, StatementDesk desk, CancellationToken ct) =>
        desk.CreditAsync(command.X, new() { Stay = stay, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<StatementAnswer> RepriceAsync(SiteCommand command, StayId stay, ReadVersion read, Body<RepriceStayRequest> body, StatementDesk desk, CancellationToken ct) =>
        desk.RepriceAsync(command.X, new(stay, body.Value.Reason, read.OrAny(body.Value.Version)), ct);

    private static async Task<Page<StayInvoiceSnapshot>> InvoicesAsync(
        SiteReading reading, Word<StayInvoiceStatus>? status, [AsParameters] Paged paged, StatementInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.InvoicesAsync(reading.X, status?.Value, paged.Request, ct);
        return new([.. page.Items.Select(i => i.ToSnapshot())], page.Next);
    }

    private static Task<StayInvoiceAnswer> AskAgainAsync(
        SiteCommand command, StayInvoiceId invoice, ReadVersion read, Body<AskAgainRequest> body, StayInvoicing invoicing, CancellationToken ct) =>
        invoicing.AskAgainAsync(command.X, new(invoice, read.OrAny(body.Value.Version)), ct);
}
