using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;

namespace Clinic.Api.Pharmacy;

/// <summary>Everything that changes stock at one location.</summary>
internal static class HandlingRoutes
{
    public static Task<IssueAnswer> IssueAsync(SiteCommand command, Body<IssueRequest> body, StockIssuing issuing, CancellationToken ct) =>
        issuing.IssueAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<ReturnAnswer> ReturnAsync(SiteCommand command, Body<ReturnRequest> body, StockReturning returning, CancellationToken ct) =>
        returning.ReturnAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<AdjustAnswer> WasteAsync(SiteCommand command, Body<WasteRequest> body, StockAdjusting adjusting, CancellationToken ct) =>
        adjusting.WasteAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<AdjustAnswer> AdjustAsync(SiteCommand command, Body<AdjustRequest> body, StockAdjusting adjusting, CancellationToken ct) =>
        adjusting.AdjustAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<CountAnswer> CountAsync(SiteCommand command, Body<CountRequest> body, StockCounting counting, CancellationToken ct) =>
        counting.CountAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<Page<StockCount>> CountsAsync(Caller caller, LocationId? location, [AsParameters] Paged paged, ICountStore counts, CancellationToken ct) =>
        counts.ListAsync(caller.Tenant, location, paged.Request, ct);

    public static Task<ReverseAnswer> ReverseAsync(SiteCommand command, PostingId posting, Body<ReasonRequest> body, StockReversing reversing, CancellationToken ct) =>
        reversing.ReverseAsync(command.X, new ReverseStock(posting, body.Value.Reason), ct);
}
