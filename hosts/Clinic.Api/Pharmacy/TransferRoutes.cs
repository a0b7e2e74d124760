using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Api.Pharmacy;

/// <summary>Stock between locations.</summary>
internal static class TransferRoutes
{
    public static async Task<Page<TransferSnapshot>> ListAsync(Caller caller, bool? inTransitOnly, [AsParameters] Paged paged, ITransferStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, inTransitOnly == true, paged.Request, ct);
        return new([.. page.Items.Select(t => t.ToSnapshot())], page.Next);
    }

    public static async Task<TransferSnapshot> FindAsync(Caller caller, TransferId transfer, ITransferStore store, CancellationToken ct) =>
        (await store.FindAsync(caller.Tenant, transfer, ct) ?? throw new PharmacyException(PharmacyRules.TransferUnknown, ("transfer", transfer))).ToSnapshot();

    public static Task<DispatchAnswer> DispatchAsync(SiteCommand command, Body<DispatchRequest> body, StockTransfers transfers, CancellationToken ct) =>
        transfers.DispatchAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<ArrivalAnswer> ReceiveAsync(SiteCommand command, TransferId transfer, Body<ArrivalRequest> body, StockTransfers transfers, CancellationToken ct) =>
        transfers.ReceiveAsync(command.X, new ReceiveTransfer { Transfer = transfer, Lots = body.Value.Lots, Occurred = body.Value.Occurred }, ct);

    public static Task<ArrivalAnswer> WriteOffAsync(SiteCommand command, TransferId transfer, Body<ReasonRequest> body, StockTransfers transfers, CancellationToken ct) =>
        transfers.WriteOffAsync(command.X, new WriteOffTransfer(transfer, body.Value.Reason), ct);

    public static Task<MoveAnswer> MoveAsync(SiteCommand command, Body<MoveRequest> body, StockTransfers transfers, CancellationToken ct) =>
        transfers.MoveAsync(command.X, body.Value.ToCommand(), ct);
}
