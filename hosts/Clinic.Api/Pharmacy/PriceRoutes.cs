using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Rights;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>Price lists, special prices, taxes and quotes.</summary>
internal static class PriceRoutes
{
    // Some are for one patient.
    private static readonly Role[] SpecialReaders = [Role.Pharmacist, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator];

    public static void MapPrices(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Prices");
        r.Read("/price-lists", "Lists price lists by code, each in its last version, without prices.", ListsAsync);
        r.Read("/price-lists/{list}", "Reads a price list in its last version or another.", ListAsync);
        r.Read("/price-lists/{list}/history", "The versions of a price list, last first.", HistoryAsync);
        r.Act("/price-lists", "Publishes a new price list.", ManagePrices, ApprovePrice, PublishAsync);
        r.Act("/price-lists/{list}/revise", "Publishes the next version of a price list.", ManagePrices, ApprovePrice, ReviseAsync);
        r.Act("/price-lists/{list}/retire", "Ends a price list for good.", ManagePrices, ApprovePrice, RetireAsync);
        r.Read("/special-prices", "Lists special prices, first begun first.", SpecialsAsync, SpecialReaders);
        r.Act("/special-prices", "Approves a special price.", ApprovePrice, SetSpecialAsync);
        r.Act("/special-prices/{special}/end", "Ends a special price before its time.", ApprovePrice, EndSpecialAsync);
        r.Read("/tax-groups", "Lists tax groups with every rate.", TaxGroupsAsync);
        r.Act("/tax-groups", "Adds a tax group, or a rate to one.", ManagePrices, SetTaxGroupAsync);
        r.MapPost("/prices/quote", QuoteAsync).With("/prices/quote", "The price of something with its explanation; changes nothing.", "read", [], changes: false);
        r.MapPost("/prices/simulate", SimulateAsync).With("/prices/simulate", "What a price would leave over the cost of the stock of today; changes nothing.", "read", PharmacyRights.RolesFor(ReadCosts), changes: false);
    }

    private static async Task<Page<PriceListSnapshot>> ListsAsync(
        Caller caller, [AsParameters] PriceListFilter filter, [AsParameters] Paged paged, PriceInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.ListsAsync(caller.Tenant, filter.Query, paged.Request, ct);
        return new([.. page.Items.Select(l => l.ToSnapshot())], page.Next);
    }

    private static async Task<PriceListSnapshot> ListAsync(Caller caller, PriceListId list, long? version, PriceInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.ListAsync(caller.Tenant, caller.Actor, list, version, ct);
        ReadVersion.Tell(http, found.Version);
        return found;
    }

    private static async Task<Page<PriceListSnapshot>> HistoryAsync(
        Caller caller, PriceListId list, [AsParameters] Paged paged, PriceInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.HistoryAsync(caller.Tenant, list, paged.Request, ct);
        return new([.. page.Items.Select(l => l.ToSnapshot())], page.Next);
    }

    private static Task<CatalogueAnswer<PriceListId>> PublishAsync(SiteCommand command, Body<PublishPriceListRequest> body, PriceBook book, CancellationToken ct) =>
        book.PublishAsync(command.X, new(body.Value.Data, body.Value.Reason, body.Value.PreparedBy), ct);

    private static Task<CatalogueAnswer<PriceListId>> ReviseAsync(
        SiteCommand command, PriceListId list, ReadVersion read, Body<RevisePriceListRequest> body, PriceBook book, CancellationToken ct)
    {
        var b = body.Value;
        return book.ReviseAsync(command.X, new(list, read.Or(b.Version), b.Effective, b.Reason, b.Set, b.Remove, b.Name, b.Until, b.PreparedBy), ct);
    }

    private static Task<CatalogueAnswer<PriceListId>> RetireAsync(
        SiteCommand command, PriceListId list, ReadVersion read, Body<RetirePriceListRequest> body, PriceBook book, CancellationToken ct) =>
        book.RetireAsync(command.X, new(list, read.Or(body.Value.Version), body.Value.Effective, body.Value.Reason, body.Value.PreparedBy), ct);

    private static async Task<Page<SpecialPriceSnapshot>> SpecialsAsync(
        Caller caller, [AsParameters] SpecialPriceFilter filter, [AsParameters] Paged paged, PriceInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.SpecialsAsync(caller.Tenant, filter.Query, paged.Request, ct);
        return new([.. page.Items.Select(s => s.ToSnapshot())], page.Next);
    }

    private static Task<CatalogueAnswer<SpecialPriceId>> SetSpecialAsync(SiteCommand command, Body<SetSpecialPriceRequest> body, SpecialPrices specials, CancellationToken ct) =>
        specials.SetAsync(command.X, new(body.Value.Data, body.Value.Reason, body.Value.PreparedBy), ct);

    private static Task<CatalogueAnswer<SpecialPriceId>> EndSpecialAsync(
        SiteCommand command, SpecialPriceId special, ReadVersion read, Body<EndSpecialPriceRequest> body, SpecialPrices specials, CancellationToken ct) =>
        specials.EndAsync(command.X, new(special, read.Or(body.Value.Version), body.Value.Last, body.Value.Reason), ct);

    private static async Task<IReadOnlyList<TaxGroupSnapshot>> TaxGroupsAsync(Caller caller, ITaxGroupStore store, CancellationToken ct) =>
        [.. (await store.ListAsync(caller.Tenant, ct)).Select(g => g.ToSnapshot())];

    private static Task<CatalogueAnswer<TaxGroupId>> SetTaxGroupAsync(
        SiteCommand command, ReadVersion read, Body<SetTaxGroupRequest> body, TaxGroups groups, CancellationToken ct)
    {
        var b = body.Value;
        return groups.SetAsync(command.X, new(b.Code, b.Name, b.From, b.Percent, b.Reason, b.IsExempt, read.OrAny(b.Version) ?? 0), ct);
    }

    private static Task<PriceQuote> QuoteAsync(Caller caller, Body<PriceInquiry> body, PriceInquiries inquiries, CancellationToken ct) =>
        inquiries.QuoteAsync(caller.Tenant, caller.Actor, body.Value, ct);

    private static Task<PriceSimulation> SimulateAsync(Caller caller, Body<SimulatePrice> body, PriceInquiries inquiries, CancellationToken ct) =>
        inquiries.SimulateAsync(caller.Tenant, caller.Actor, body.Value, ct);
}
