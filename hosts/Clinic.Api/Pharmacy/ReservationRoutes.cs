using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Reservations;

namespace Clinic.Api.Pharmacy;

/// <summary>Stock kept aside.</summary>
internal static class ReservationRoutes
{
    public static async Task<Page<ReservationSnapshot>> ListAsync(
        Caller caller, string? owner, bool? activeOnly, [AsParameters] Paged paged, IReservationStore store, CancellationToken ct)
    {
        var page = await store.ListAsync(caller.Tenant, TextParameter.Checked("owner", owner), activeOnly == true, paged.Request, ct);
        return new([.. page.Items.Select(r => r.ToSnapshot())], page.Next);
    }

    public static async Task<ReservationSnapshot> FindAsync(Caller caller, ReservationId reservation, IReservationStore store, CancellationToken ct) =>
        (await store.FindAsync(caller.Tenant, reservation, ct) ?? throw new PharmacyException(PharmacyRules.ReservationUnknown, ("reservation", reservation))).ToSnapshot();

    public static Task<ReserveAnswer> ReserveAsync(SiteCommand command, Body<ReserveRequest> body, StockReservations reservations, CancellationToken ct) =>
        reservations.ReserveAsync(command.X, body.Value.ToCommand(), ct);

    public static Task<ReleaseAnswer> ReleaseAsync(SiteCommand command, ReservationId reservation, Body<ReasonRequest> body, StockReservations reservations, CancellationToken ct) =>
        reservations.ReleaseAsync(command.X, new ReleaseReservation(reservation, body.Value.Reason), ct);
}
