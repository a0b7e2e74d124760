using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Api.Pharmacy;

/// <summary>Lots, their status and recalls.</summary>
internal static class LotRoutes
{
    public static async Task<Page<LotResponse>> ListAsync(
        Caller caller, [AsParameters] LotFilter filter, [AsParameters] Paged paged, StockInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.LotsAsync(caller.Tenant, filter.Query, paged.Request, ct);
        return new([.. page.Items.Select(LotResponse.Of)], page.Next);
    }

    public static async Task<LotResponse> FindAsync(Caller caller, LotId lot, StockInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.LotAsync(caller.Tenant, lot, ct);
        ReadVersion.Tell(http, found.Lot.Version);
        return LotResponse.Of(found);
    }

    public static async Task<Page<StockMovement>> RecipientsAsync(
        Caller caller, PresentationId presentation, string number, [AsParameters] Paged paged, StockInquiries inquiries, CancellationToken ct)
    {
        var all = await inquiries.RecipientsAsync(caller.Tenant, presentation, new LotNumber(number), ct);
        // Last first, so the mark counts down.
        return paged.Slice(all, m => $"{long.MaxValue - m.Occurred.ToUnixTimeMicroseconds():D20}|{long.MaxValue - m.Recorded.ToUnixTimeMicroseconds():D20}|{long.MaxValue - m.Sequence:D20}");
    }

    public static Task<LotStatusAnswer> ChangeStatusAsync(
        SiteCommand command, LotId lot, ReadVersion read, Body<LotStatusRequest> body, LotControl control, CancellationToken ct) =>
        control.ChangeStatusAsync(command.X, new ChangeLotStatus(lot, read.Or(body.Value.Version), body.Value.Trigger, body.Value.Reason), ct);

    public static Task<RecallAnswer> RecallAsync(SiteCommand command, Body<RecallRequest> body, LotControl control, CancellationToken ct) =>
        control.RecallAsync(command.X, new RecallLots(body.Value.Presentation, body.Value.Number, body.Value.Reason, body.Value.Document), ct);
}
