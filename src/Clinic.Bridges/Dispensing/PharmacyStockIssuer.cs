using Clinic.Abstractions;
using Clinic.Dispensing.Stock;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Stock;

namespace Clinic.Bridges.Dispensing;

/// <summary>Answers dispensing's needs of stock with the pharmacy's reservations, issues and returns, in one commit.</summary>
public sealed class PharmacyStockIssuer(
    StockReservations reserving, StockIssuing issuing, StockReturning returning, IReservationStore reservations, ILotStore lots, ISiteDirectory sites,
    NodaTime.IClock clock) : IStockIssuer
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeldStock>> ReserveAsync(IUnit unit, StockWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(wish);
        var picks = wish.Lots?.Select(l => new LotPick(l.Lot, new(l.Quantity, wish.Unit))).ToList();
        var command = new ReserveStock
        {
            Owner = wish.Owner,
            OnBehalfOf = wish.Owner,
            Replacing = await StillActiveAsync(unit.Context.Tenant, wish.Replacing, cancellationToken).ConfigureAwait(false),
            Location = wish.From,
            Line = new(wish.Presentation, new Quantity(wish.Quantity, wish.Unit), picks, wish.UsableThrough),
            Expires = wish.Expires,
            Policy = wish.MayBePartial ? AllocationPolicy.Default with { Completeness = Completeness.Partial } : null,
        };
        try
        {
            var made = await reserving.StageAsync(unit, command, cancellationToken).ConfigureAwait(false);
            return await DescribeAsync(unit.Context.Tenant, made.Reservation, made.Lines, cancellationToken).ConfigureAwait(false);
        }
        catch (PharmacyException e) when (wish.MayBePartial && e.Failures.All(f => f.Code == PharmacyRules.StockShort))
        {
            // Where less is welcome, nothing is no failure of the other lines.
            return [];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeldStock>> HeldAsync(CommandContext x, Guid reservation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        var now = clock.GetCurrentInstant();
        var kept = await reservations.FindAsync(x.Tenant, new ReservationId(reservation), cancellationToken).ConfigureAwait(false);
        if (kept is not { Status: ReservationStatus.Active } || kept.HasRunOutAt(now)) return [];
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));
        var usable = new List<ReservationLine>();
        foreach (var line in kept.Lines.Where(l => !l.Quantity.IsZero))
        {
            var lot = await lots.FindAsync(x.Tenant, line.Lot, cancellationToken).ConfigureAwait(false);
            if (lot?.WhyNotUsable(site.DateOf(now)) is null && lot is not null) usable.Add(line);
        }

        return await DescribeAsync(x.Tenant, kept.Id, usable, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(IUnit unit, Guid reservation, string owner, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var id = new ReservationId(reservation);
        var kept = await reservations.FindAsync(unit.Context.Tenant, id, cancellationToken).ConfigureAwait(false);
        if (kept is not { Status: ReservationStatus.Active }) return;
        await reserving.StageAsync(unit, new ReleaseReservation(id, reason) { OnBehalfOf = owner }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IssuedStock>> IssueAsync(IUnit unit, StockHandOut handOut, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOut);
        var answer = await issuing.StageAsync(unit, new IssueStock
        {
            From = handOut.From,
            Reservation = new ReservationId(handOut.Reservation),
            Lines = [new(handOut.Presentation, new Quantity(handOut.Quantity, handOut.Unit))],
            Target = new(handOut.Department, handOut.Patient, handOut.Encounter),
            Document = handOut.Document,
            OnBehalfOf = handOut.Document,
        }, cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Lines.SelectMany(l => l.Parts).Select(p => new IssuedStock(
                answer.Posting.Value, handOut.Reservation, p.Lot, p.Number.Text, p.Expiration?.Date, p.Quantity.Value, p.UnitCost.ValueOf(p.Quantity))),
        ];
    }

    /// <inheritdoc/>
    public async Task ReturnAsync(IUnit unit, StockComesBack comesBack, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comesBack);
        await returning.StageAsync(unit, new ReturnStock
        {
            Issue = new PostingId(comesBack.Posting),
            Lot = comesBack.Lot,
            Quantity = new(comesBack.Quantity, comesBack.Unit),
            To = comesBack.To,
            IsUnopened = comesBack.IsUnopened,
            Reason = comesBack.Reason,
            OnBehalfOf = comesBack.Owner,
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ReservationId>> StillActiveAsync(TenantId tenant, IReadOnlyList<Guid> replacing, CancellationToken ct)
    {
        var active = new List<ReservationId>();
        foreach (var id in replacing.Select(r => new ReservationId(r)))
        {
            if (await reservations.FindAsync(tenant, id, ct).ConfigureAwait(false) is { Status: ReservationStatus.Active }) active.Add(id);
        }

        return active;
    }

    private async Task<IReadOnlyList<HeldStock>> DescribeAsync(
        TenantId tenant, ReservationId reservation, IReadOnlyList<ReservationLine> lines, CancellationToken ct)
    {
        var held = new List<HeldStock>();
        foreach (var line in lines)
        {
            var lot = await lots.FindAsync(tenant, line.Lot, ct).ConfigureAwait(false)
                ?? throw new PharmacyException(PharmacyRules.LotUnknown, ("lot", line.Lot));
            held.Add(new(reservation.Value, lot.Id, lot.Number.Text, lot.Expiration?.Date, line.Quantity.Value));
        }

        return held;
    }
}
