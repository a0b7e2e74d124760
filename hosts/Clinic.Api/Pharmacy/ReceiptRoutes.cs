using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Pharmacy.Receiving;

namespace Clinic.Api.Pharmacy;

/// <summary>Deliveries.</summary>
internal static class ReceiptRoutes
{
    public static Task<Page<Receipt>> ListAsync(Caller caller, [AsParameters] Paged paged, IReceiptStore store, CancellationToken ct) =>
        store.ListAsync(caller.Tenant, paged.Request, ct);

    public static async Task<Receipt> FindAsync(Caller caller, ReceiptId receipt, IReceiptStore store, CancellationToken ct) =>
        await store.FindAsync(caller.Tenant, receipt, ct) ?? throw new ApiException(404, ApiRules.NothingOfThatId, ("kind", "receipt"), ("id", receipt));

    public static Task<ReceiveAnswer> ReceiveAsync(SiteCommand command, Body<ReceiveRequest> body, StockReceiving receiving, CancellationToken ct) =>
        receiving.ReceiveAsync(command.X, body.Value.ToCommand(), ct);
}
