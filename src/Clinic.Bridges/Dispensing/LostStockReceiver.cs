using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Preparing;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Reservations;

namespace Clinic.Bridges.Dispensing;

/// <summary>Tells dispensing when the pharmacy took away what was kept aside: a recall, a count, an expired reservation.</summary>
/// <remarks>The event's id is the command id, so an event that comes twice changes nothing twice.</remarks>
public sealed class LostStockReceiver(DispensationPreparing preparing, IDispensationStore dispensations) : IOutboxReceiver
{
    private const string Owner = "dispensation/";

    /// <inheritdoc/>
    public string Name => "dispensing-stock";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (occurrence.Type != PharmacyEvents.ReservationReleased) return;
        var released = JsonSerializer.Deserialize<ReservationReleased>(occurrence.Json, ClinicJson.Options)
            ?? throw new JsonException("The event of a released reservation has no content.");
        if (!released.Owner.StartsWith(Owner, StringComparison.Ordinal) || !DispensationId.TryParse(released.Owner[Owner.Length..], out var id)) return;
        if (await dispensations.FindAsync(occurrence.Tenant, id, cancellationToken).ConfigureAwait(false) is not { } dispensation) return;
        var x = new CommandContext(occurrence.Tenant, dispensation.Site, Actor.System, "outbox", new CommandId(occurrence.Id));
        await preparing.LoseStockAsync(x, new()
        {
            Dispensation = id,
            Reservation = released.Reservation.Value,
            Lots = [.. released.Released.Select(l => new Clinic.Dispensing.Stock.LotChoice(l.Lot, l.Quantity.Value))],
            Cause = released.Cause,
        }, cancellationToken).ConfigureAwait(false);
    }
}
