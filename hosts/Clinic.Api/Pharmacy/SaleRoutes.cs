using System.Net.Mime;
using System.Text;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Sales.Shifts;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>Sales to patients, tills and invoices.</summary>
internal static class SaleRoutes
{
    private static readonly Role[] Readers = [Role.Pharmacist, Role.Auxiliary, Role.Cashier, Role.Supervisor, Role.Auditor];

    public static void MapSales(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Sales");
        r.MapPost("/sales/quote", QuoteAsync).With("/sales/quote", "What a basket would cost now, with taxes and warnings; keeps nothing.", "read", [], changes: false);
        r.Read("/sales", "Lists sales, last begun first.", ListAsync, Readers);
        r.Read("/sales/{sale}", "Reads one sale with lines, payments and returns.", FindAsync, Readers);
        r.Read("/sales/{sale}/receipt", "The receipt, ready for the printer: html or text, 80 mm or A4, es or en.", ReceiptAsync, Readers);
        r.Act("/sales", "Begins an empty basket.", Sell, BeginAsync);
        r.Act("/sales/{sale}/lines", "Puts a presentation into a basket, at today's price.", Sell, AddAsync);
        r.Act("/sales/{sale}/lines/{line}/change", "Changes a line of a basket and prices it anew.", Sell, ChangeAsync);
        r.Act("/sales/{sale}/lines/{line}/remove", "Takes a line out of a basket.", Sell, RemoveAsync);
        r.Act("/sales/{sale}/reserve", "Keeps the stock of a basket aside for a while.", Sell, ReserveAsync);
        r.Act("/sales/{sale}/complete", "Takes the money, hands the goods over and asks for the invoice.", Sell, CompleteAsync);
        r.Act("/sales/{sale}/cancel", "Gives a basket up, or takes a whole sale back.", PharmacyAct.CancelSale, Sell, CancelAsync);
        r.Act("/sales/{sale}/return", "Takes goods back to their lots and pays for them.", PharmacyAct.CancelSale, ReturnAsync);
        r.Act("/sales/{sale}/mail-receipt", "Has the receipt mailed to the buyer.", Sell, MailAsync);

        r = api.MapGroup("").WithTags("Shifts");
        r.Read("/shifts", "Lists cashier shifts, last opened first.", ShiftsAsync, Readers);
        r.Read("/shifts/{shift}", "Reads one shift with what went through it per kind of payment.", ShiftAsync, Readers);
        r.Read("/shifts/{shift}/report", "The report of a shift, ready for the printer.", ReportAsync, Readers);
        r.Act("/shifts", "Opens the till of the person who asks.", PharmacyAct.CloseShift, OpenAsync);
        r.Act("/shifts/{shift}/close", "Counts a till per kind of payment and signs it off.", PharmacyAct.CloseShift, CloseAsync);

        r = api.MapGroup("").WithTags("Invoices");
        r.Read("/invoices", "Lists invoices and credit notes, last requested first.", InvoicesAsync, Readers);
        r.Read("/invoices/{invoice}", "Reads one invoice or credit note.", InvoiceAsync, Readers);
        r.Act("/invoices/{invoice}/ask-again", "Asks again for a document that was rejected.", PharmacyAct.CancelSale, AskAgainAsync);
    }

    private static async Task<SaleQuote> QuoteAsync(Caller caller, HttpContext http, Body<QuoteBasketRequest> body, SaleQuotes quotes, IIdGenerator ids, CancellationToken ct)
    {
        var site = await SiteCommand.SiteOfAsync(http, caller.Tenant);
        var b = body.Value;
        return await quotes.QuoteAsync(
            new CommandContext(caller.Tenant, site.Id, caller.Actor, SiteCommand.Source, ids.Next<CommandId>()), new(b.Location, b.Segment, b.Lines, b.Patient), ct);
    }

    private static async Task<Page<SaleHead>> ListAsync(
        Caller caller, [AsParameters] SaleFilter filter, [AsParameters] Paged paged, ISaleStore store, PatientReadLog reads, IIdGenerator ids, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, filter.Query, paged.Request, ct);
        await reads.NoteAsync(caller.Looking(ids), "sale.listed", page.Items.Select(s => s.Patient).OfType<PatientId>(), ct);
        return page;
    }

    private static async Task<SaleResponse> FindAsync(
        Caller caller, SaleId sale, ISaleStore store, PatientReadLog reads, IIdGenerator ids, HttpContext http, CancellationToken ct)
    {
        var found = await store.FindAsync(caller.Tenant, sale, ct) ?? throw new PharmacyException(PharmacyRules.SaleUnknown, ("sale", sale));
        await NoteAsync(caller, found.Head, reads, ids, ct);
        ReadVersion.Tell(http, found.Version);
        return SaleResponse.Of(found, caller.Actor.HasAny([.. PharmacyRights.RolesFor(ReadCosts)]));
    }

    private static async Task<IResult> ReceiptAsync(
        Caller caller, SaleId sale, string? format, string? width, string? lang, bool? lots, SaleReceipts receipts, ISaleStore store, PatientReadLog reads,
        IIdGenerator ids, HttpContext http, CancellationToken ct)
    {
        var style = Style(width, lang) with { WithLots = lots == true };
        var isText = OneOf("format", format ?? "html", "html", "text") == "text";
        if (await store.FindBasketAsync(caller.Tenant, sale, null, null, ct) is { } seen) await NoteAsync(caller, seen.Head, reads, ids, ct);
        return isText
            ? TypedResults.Content(await receipts.TextAsync(caller.Tenant, sale, style, ct), MediaTypeNames.Text.Plain, Encoding.UTF8)
            : Printed.Html(http, await receipts.HtmlAsync(caller.Tenant, sale, style, ct), style.Language);
    }

    // What somebody bought is health data, as what was dispensed is: each look is noted.
    private static Task NoteAsync(Caller caller, SaleHead seen, PatientReadLog reads, IIdGenerator ids, CancellationToken ct) =>
        reads.NoteAsync(caller.Looking(ids), "sale.read", seen.Patient is { } patient ? [patient] : [], ct);

    private static Task<BasketAnswer> BeginAsync(SiteCommand command, Body<BeginSaleRequest> body, SaleBaskets baskets, CancellationToken ct)
    {
        var b = body.Value;
        return baskets.BeginAsync(command.X, new(b.Location, b.Segment, b.Buyer, b.Patient, b.Department), ct);
    }

    private static Task<BasketAnswer> AddAsync(SiteCommand command, SaleId sale, Body<BasketLine> body, SaleBaskets baskets, CancellationToken ct) =>
        baskets.AddAsync(command.X, new(sale, body.Value), ct);

    private static Task<BasketAnswer> ChangeAsync(SiteCommand command, SaleId sale, int line, Body<ChangeSaleLineRequest> body, SaleBaskets baskets, CancellationToken ct) =>
        baskets.ChangeAsync(command.X, new(sale, line, body.Value.Quantity, body.Value.Prescription), ct);

    private static Task<BasketAnswer> RemoveAsync(
        SiteCommand command, SaleId sale, int line, ReadVersion read, Body<SaleStepRequest> body, SaleBaskets baskets, CancellationToken ct) =>
        baskets.RemoveAsync(command.X, new(sale, line, read.OrAny(body.Value.Version)), ct);

    private static Task<BasketAnswer> ReserveAsync(
        SiteCommand command, SaleId sale, ReadVersion read, Body<SaleStepRequest> body, SaleBaskets baskets, CancellationToken ct) =>
        baskets.ReserveAsync(command.X, new(sale, read.OrAny(body.Value.Version)), ct);

    private static Task<SaleAnswer> CompleteAsync(
        SiteCommand command, SaleId sale, ReadVersion read, Body<CompleteSaleRequest> body, SaleCheckout checkout, CancellationToken ct)
    {
        var b = body.Value;
        return checkout.CompleteAsync(command.X, new(sale, read.Or(b.Version), b.Payments, b.Buyer, b.MailReceipt), ct);
    }

    private static Task<SaleAnswer> CancelAsync(
        SiteCommand command, SaleId sale, ReadVersion read, Body<CancelSaleRequest> body, SaleTakebacks takebacks, CancellationToken ct) =>
        takebacks.CancelAsync(command.X, new(sale, read.Or(body.Value.Version), body.Value.Reason), ct);

    private static Task<SaleAnswer> ReturnAsync(
        SiteCommand command, SaleId sale, ReadVersion read, Body<ReturnSaleRequest> body, SaleTakebacks takebacks, CancellationToken ct) =>
        takebacks.ReturnAsync(command.X, new(sale, read.Or(body.Value.Version), body.Value.Goods, body.Value.Reason, body.Value.Refunds), ct);

    private static Task<SaleAnswer> MailAsync(SiteCommand command, SaleId sale, Body<MailReceiptRequest> body, SaleReceipts receipts, CancellationToken ct) =>
        receipts.RequestAsync(command.X, new(sale, body.Value.Language), ct);

    private static async Task<Page<ShiftSnapshot>> ShiftsAsync(
        Caller caller, PersonId? cashier, bool? openOnly, [AsParameters] Paged paged, IShiftStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, cashier, openOnly == true, paged.Request, ct);
        return new([.. page.Items.Select(s => s.ToSnapshot())], page.Next);
    }

    private static async Task<ShiftSnapshot> ShiftAsync(Caller caller, ShiftId shift, IShiftStore store, CancellationToken ct) =>
        (await store.FindAsync(caller.Tenant, shift, ct) ?? throw new PharmacyException(PharmacyRules.ShiftUnknown, ("shift", shift))).ToSnapshot();

    private static async Task<IResult> ReportAsync(
        Caller caller, ShiftId shift, string? width, string? lang, SaleReceipts receipts, HttpContext http, CancellationToken ct) =>
        Printed.Html(http, await receipts.ShiftHtmlAsync(caller.Tenant, shift, Style(width, lang), ct), Style(width, lang).Language);

    private static Task<ShiftAnswer> OpenAsync(SiteCommand command, Body<OpenShiftRequest> body, CashierShifts shifts, CancellationToken ct) =>
        shifts.OpenAsync(command.X, new(body.Value.Float), ct);

    private static Task<ShiftAnswer> CloseAsync(SiteCommand command, ShiftId shift, Body<CloseShiftRequest> body, CashierShifts shifts, CancellationToken ct) =>
        shifts.CloseAsync(command.X, new(shift, body.Value.Counted, body.Value.Reason), ct);

    private static async Task<Page<InvoiceSnapshot>> InvoicesAsync(
        Caller caller, SaleId? sale, Word<InvoiceStatus>? status, [AsParameters] Paged paged, IInvoiceStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, sale, status?.Value, paged.Request, ct);
        return new([.. page.Items.Select(i => i.ToSnapshot())], page.Next);
    }

    private static async Task<InvoiceSnapshot> InvoiceAsync(Caller caller, InvoiceId invoice, IInvoiceStore store, CancellationToken ct) =>
        (await store.FindAsync(caller.Tenant, invoice, ct) ?? throw new PharmacyException(PharmacyRules.InvoiceUnknown, ("invoice", invoice))).ToSnapshot();

    private static Task<InvoiceAnswer> AskAgainAsync(
        SiteCommand command, InvoiceId invoice, ReadVersion read, Body<SaleStepRequest> body, Invoicing invoicing, CancellationToken ct) =>
        invoicing.AskAgainAsync(command.X, new(invoice, read.OrAny(body.Value.Version)), ct);

    private static ReceiptStyle Style(string? width, string? lang) => new(
        OneOf("lang", lang ?? "es", "es", "en"), OneOf("width", width ?? "80", "80", "a4") == "a4" ? ReceiptPaper.A4 : ReceiptPaper.Roll80);

    private static string OneOf(string field, string asked, string one, string other) =>
        asked == one || asked == other ? asked : throw new PharmacyException(PharmacyRules.FieldInvalid, ("field", field), ("found", asked), ("allowed", $"{one}, {other}"));
}
