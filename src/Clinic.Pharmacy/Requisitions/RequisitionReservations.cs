using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Reservations;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Stock kept aside for approved requisitions, where the options say so.</summary>
internal sealed class RequisitionReservations(StockReservations book, IReservationStore reservations, RequisitionOptions options)
{
    public async Task<IReadOnlyList<Reservation>> ActiveAsync(TenantId tenant, Requisition requisition, CancellationToken ct)
    {
        var active = new List<Reservation>();
        await foreach (var r in Pages.AllAsync(p => reservations.ListAsync(tenant, requisition.Owner, activeOnly: true, p, ct)).ConfigureAwait(false)) active.Add(r);
        return active;
    }

    /// <summary>Keeps what there is of each granted line; what is not there is picked later or never.</summary>
    public async Task KeepAsync(IUnit unit, Requisition approved, Func<PresentationId, Task<UnitCode>> unitOf, CancellationToken ct)
    {
        if (!options.ReserveOnApproval) return;
        foreach (var line in approved.Figures.Where(f => !f.Unsent.IsZero))
        {
            try
            {
                await book.StageAsync(unit, new ReserveStock
                {
                    Owner = approved.Owner,
                    OnBehalfOf = approved.Owner,
                    Location = approved.Origin,
                    Line = new(line.Presentation, new Quantity(line.Unsent.Value, await unitOf(line.Presentation).ConfigureAwait(false))),
                    Expires = unit.Now + Duration.FromHours(options.ReservationHours),
                    Policy = AllocationPolicy.Default with { Completeness = Completeness.Partial },
                }, ct).ConfigureAwait(false);
            }
            catch (PharmacyException e) when (e.Failures.All(f => f.Code == PharmacyRules.StockShort))
            {
                // Nothing is free now; the approval stands.
            }
        }
    }

    public async Task ReleaseAsync(IUnit unit, Requisition requisition, string reason, CancellationToken ct)
    {
        foreach (var r in await ActiveAsync(unit.Context.Tenant, requisition, ct).ConfigureAwait(false))
            await book.StageAsync(unit, new ReleaseReservation(r.Id, reason) { OnBehalfOf = requisition.Owner }, ct).ConfigureAwait(false);
    }
}
