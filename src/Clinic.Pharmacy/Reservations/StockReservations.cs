using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Keeps stock aside and gives it free; reservations see each other.</summary>
public sealed class StockReservations
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly StockPicking picking;
    private readonly IStockStore stock;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockReservations(
        IUnitOfWork work, StockDesk desk, StockPicking picking, IStockStore stock, IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.picking = picking;
        this.stock = stock;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Keeps stock aside.</summary>
    /// <exception cref="PharmacyException">Too little is free, or a rule is broken.</exception>
    public Task<ReserveAnswer> ReserveAsync(CommandContext x, ReserveStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives a reservation free.</summary>
    /// <exception cref="PharmacyException">It is unknown or no longer active.</exception>
    public Task<ReleaseAnswer> ReleaseAsync(CommandContext x, ReleaseReservation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Gives free what ran out.</summary>
    public Task<ExpireAnswer> ExpireAsync(CommandContext x, ExpireReservations command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a reservation into a commit of the caller.</summary>
    public async Task<ReserveAnswer> StageAsync(IUnit unit, ReserveStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, command.Act);
        failures.Text("owner", command.Owner, 100);
        OwnedElsewhere.Check(failures, command.Owner, command.OnBehalfOf);
        var expires = command.Expires.TruncateToMicroseconds();
        failures.Require(expires > unit.Now && expires <= unit.Now + desk.Options.LongestReservation, PharmacyRules.ReservationTimeWrong,
            ("asked", command.Expires), ("now", unit.Now), ("allowed", desk.Options.LongestReservation));
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var location = await desk.LocationAsync(x, command.Location, command.Act, failures, cancellationToken).ConfigureAwait(false);
        failures.Require(location is not { IsPickable: false }, PharmacyRules.NotPickable, ("location", command.Location));
        failures.ThrowIfAny();

        var book = new ReservationBook(unit, reservations, stock);
        await ReplaceAsync(unit, book, command, failures, cancellationToken).ConfigureAwait(false);
        var picked = await picking.PickAsync(
            unit, book, location!, command.Line, command.Policy ?? AllocationPolicy.Default, (unit.Now, site.DateOf(unit.Now)), usableOnly: true, failures,
            cancellationToken).ConfigureAwait(false);
        // Saved even when it falls short: a caller that does without this stock commits what ran out all the same.
        book.Save();
        failures.Require(picked is not { Parts.Count: 0 }, PharmacyRules.StockShort,
            ("asked", command.Line.Quantity), ("available", 0), ("location", command.Location));
        failures.ThrowIfAny();
        foreach (var (part, quantity) in picked!.Parts)
        {
            unit.Require(part.Lot.Fact, part.Lot.Version);
            stock.Reserve(unit, part.Lot.Id, part.Location, quantity);
        }

        var made = Reservation.Restore(new(
            ids.Next<ReservationId>(), command.Owner, picked.Presentation.Id,
            [.. picked.Parts.Select(p => new ReservationLine(p.Stock.Lot.Id, p.Stock.Location, p.Quantity))], unit.Now, x.Actor.Person, expires,
            ReservationStatus.Active, Version: 1));
        reservations.Add(unit, made);
        unit.Audit("stock.reserved", made.Fact, $"{made.Lines.Count} lots");
        return new(made.Id, made.Lines, picked.Unallocated, picked.OrderRelaxed, expires);
    }

    /// <summary>Stages giving a reservation free into a commit of the caller.</summary>
    public async Task<ReleaseAnswer> StageAsync(IUnit unit, ReleaseReservation command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        failures.Text("reason", command.Reason, 200);
        if (command.OnBehalfOf is null) PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Reserve);
        var reservation = await reservations.FindAsync(unit.Context.Tenant, command.Reservation, cancellationToken).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.ReservationUnknown, ("reservation", command.Reservation));
        OwnedElsewhere.Check(failures, reservation.Owner, command.OnBehalfOf);
        // What is kept for a dispensation may be given free by whoever may end the dispensation.
        if (!string.Equals(command.OnBehalfOf, reservation.Owner, StringComparison.Ordinal))
        {
            if (command.OnBehalfOf is not null) PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Reserve);
            foreach (var location in reservation.Lines.Select(l => l.Location).Distinct())
                await desk.LocationOfLineAsync(unit.Context, location, PharmacyAct.Reserve, failures, cancellationToken).ConfigureAwait(false);
        }

        failures.ThrowIfAny();

        var book = new ReservationBook(unit, reservations, stock);
        book.Change(reservation, r => r.Release(), cause: null);
        book.Save();
        unit.Audit("reservation.released", reservation.Fact, command.Reason);
        return new(reservation.Id, ReservationStatus.Released);
    }

    // In the same book as the picking, so that what is given free here may be kept again.
    private async Task ReplaceAsync(IUnit unit, ReservationBook book, ReserveStock command, Failures failures, CancellationToken ct)
    {
        foreach (var id in command.Replacing.Distinct())
        {
            var replaced = await reservations.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false)
                ?? throw failures.With(PharmacyRules.ReservationUnknown, ("reservation", id));
            if (!string.Equals(replaced.Owner, command.Owner, StringComparison.Ordinal)) throw failures.With(PharmacyRules.OwnedElsewhere, ("owner", replaced.Owner));
            book.Change(replaced, r => r.Release(), cause: null);
            unit.Audit("reservation.released", replaced.Fact, "replaced");
        }
    }

    private async Task<ExpireAnswer> StageAsync(IUnit unit, ExpireReservations command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.Reserve);
        failures.Require(command.Most is >= 1 and <= 500, PharmacyRules.FieldInvalid, ("field", "most"), ("found", command.Most), ("allowed", "1 to 500"));
        failures.ThrowIfAny();
        var book = new ReservationBook(unit, reservations, stock);
        var expired = await book.ExpireAsync(null, command.Most, ct).ConfigureAwait(false);
        book.Save();
        return new(expired);
    }
}
