using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Stock, its value and the ledger.</summary>
internal static class StockRoutes
{
    public static async Task<Page<StockResponse>> NowAsync(
        Caller caller, [AsParameters] StockFilter filter, [AsParameters] Paged paged, StockInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.NowAsync(caller.Tenant, filter.Query, paged.Request, ct);
        return new([.. page.Items.Select(StockResponse.Of)], page.Next);
    }

    public static async Task<AsOfResponse> AsOfAsync(
        Caller caller, Moment at, Moment? knownAt, [AsParameters] StockFilter filter, [AsParameters] Paged paged, StockInquiries inquiries, CancellationToken ct)
    {
        var stock = await inquiries.AsOfAsync(caller.Tenant, new(filter.Query, at.Value, knownAt?.Value), ct);
        var page = paged.Slice(stock.Lines, l => $"{l.Presentation}|{l.Lot}|{l.Location}");
        return new(stock.At, stock.KnownAt, page.Items, stock.Values, page.Next is { } mark ? PageMarks.Seal(paged.Http, mark) : null);
    }

    public static async Task<ValueResponse> ValueAsync(
        Caller caller, Moment? at, Moment? knownAt, [AsParameters] StockFilter filter, StockInquiries inquiries, IClock clock, CancellationToken ct)
    {
        var stock = await inquiries.AsOfAsync(caller.Tenant, new(filter.Query, at?.Value ?? clock.GetCurrentInstant(), knownAt?.Value), ct);
        return new(stock.At, stock.KnownAt, stock.Values);
    }

    public static Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(Caller caller, StockInquiries inquiries, CancellationToken ct) =>
        inquiries.VerifyAsync(caller.Tenant, ct);

    public static Task<Page<StockMovement>> MovementsAsync(
        Caller caller, [AsParameters] MovementFilter filter, [AsParameters] Paged paged, StockInquiries inquiries, CancellationToken ct) =>
        inquiries.MovementsAsync(caller.Tenant, filter.Query, paged.Request, ct);

    public static async Task<PostingResponse> PostingAsync(Caller caller, PostingId posting, IMovementStore movements, CancellationToken ct) =>
        PostingResponse.Of(await movements.FindPostingAsync(caller.Tenant, posting, ct) ?? throw new PharmacyException(PharmacyRules.PostingUnknown, ("posting", posting)));
}
