using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>Keeps the stock of baskets aside and gives it free, always on behalf of the sale.</summary>
internal sealed class BasketReservations(StockReservations reserving, IReservationStore reservations, SalesOptions options)
{
    /// <summary>Stages keeping a line aside, in the place of what was kept for it before.</summary>
    public async Task<SaleLine> KeepAsync(IUnit unit, SaleHead head, SaleLine line, Instant until, CancellationToken ct)
    {
        var before = await ActiveAsync(unit.Context.Tenant, line, ct).ConfigureAwait(false);
        var kept = await reserving.StageAsync(unit, new ReserveStock
        {
            Owner = head.Owner(),
            OnBehalfOf = head.Owner(),
            Location = head.Location,
            Line = new PickLine(line.Presentation, line.Quantity),
            Expires = until,
            Policy = new AllocationPolicy(options.Picking),
            Replacing = before is null ? [] : [before.Id],
            Act = PharmacyAct.Sell,
        }, ct).ConfigureAwait(false);
        return line with { Reservation = kept.Reservation };
    }

    /// <summary>Stages giving free what is kept for a line, if anything still is.</summary>
    public async Task ReleaseAsync(IUnit unit, SaleHead head, SaleLine line, CancellationToken ct)
    {
        if (await ActiveAsync(unit.Context.Tenant, line, ct).ConfigureAwait(false) is not { } kept) return;
        await reserving.StageAsync(unit, new ReleaseReservation(kept.Id, "sale") { OnBehalfOf = head.Owner() }, ct).ConfigureAwait(false);
    }

    /// <summary>What is kept for a line and may be used now, or null.</summary>
    public async Task<Reservation?> UsableAsync(TenantId tenant, SaleLine line, Instant now, CancellationToken ct) =>
        await ActiveAsync(tenant, line, ct).ConfigureAwait(false) is { } kept && !kept.HasRunOutAt(now) ? kept : null;

    private async Task<Reservation?> ActiveAsync(TenantId tenant, SaleLine line, CancellationToken ct) =>
        line.Reservation is { } id && await reservations.FindAsync(tenant, id, ct).ConfigureAwait(false) is { Status: ReservationStatus.Active } kept ? kept : null;
}
