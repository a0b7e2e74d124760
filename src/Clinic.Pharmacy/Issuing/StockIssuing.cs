using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Issuing;

/// <summary>Hands stock out: free stock by policy or chosen lots, or the stock of a reservation.</summary>
public sealed class StockIssuing
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly StockPicking picking;
    private readonly LedgerGuards guards;
    private readonly IStockStore stock;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockIssuing(
        IUnitOfWork work, StockDesk desk, StockPicking picking, LedgerGuards guards, IStockStore stock, IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.picking = picking;
        this.guards = guards;
        this.stock = stock;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Hands stock out.</summary>
    /// <exception cref="PharmacyException">Any line breaks a rule or is short; every failure is named and nothing leaves.</exception>
    public Task<IssueAnswer> IssueAsync(CommandContext x, IssueStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a hand-out into a commit of the caller, such as a dispensation's.</summary>
    public async Task<IssueAnswer> StageAsync(IUnit unit, IssueStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, command.Act);
        failures.OptionalText("reason", command.Reason, 200);
        failures.OptionalText("document", command.Document, 60);
        OwnedElsewhere.Check(failures, command.Document, command.OnBehalfOf);
        if (command.Reservation is null) desk.CheckLines(command.Lines.Count, failures);
        foreach (var twice in command.Lines.GroupBy(l => l.Presentation).Where(g => g.Count() > 1))
            failures.Add(PharmacyRules.FieldInvalid, ("field", "lines"), ("found", $"presentation {twice.Key} more than once"), ("allowed", "each presentation once"));
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var from = await desk.LocationAsync(x, command.From, command.Act, failures, cancellationToken).ConfigureAwait(false);
        await desk.CheckTargetAsync(x, command.Target, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        failures.Require(from is not { IsPickable: false }, PharmacyRules.NotPickable, ("location", command.From));
        failures.ThrowIfAny();

        var book = new ReservationBook(unit, reservations, stock);
        var when = (occurred, site.DateOf(occurred));
        var picked = command.Reservation is { } reservation
            ? await FromReservationAsync(unit, book, from!, command, reservation, when, failures, cancellationToken).ConfigureAwait(false)
            : await FreeAsync(unit, book, from!, command, when, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        book.Save();
        return Stage(unit, command, site, occurred, picked);
    }

    private async Task<List<PickedLine>> FreeAsync(
        IUnit unit, ReservationBook book, Location from, IssueStock command, (Instant, LocalDate) when, Failures failures, CancellationToken ct)
    {
        var picked = new List<PickedLine>();
        foreach (var line in command.Lines)
        {
            var one = await picking.PickAsync(unit, book, from, line, command.Policy ?? AllocationPolicy.Default, when, usableOnly: true, failures, ct).ConfigureAwait(false);
            if (one is not null) picked.Add(one);
        }

        return picked;
    }

    // A reservation made yesterday may hold a lot that expired or was blocked since: every guard runs again.
    private async Task<List<PickedLine>> FromReservationAsync(
        IUnit unit, ReservationBook book, Location from, IssueStock command, ReservationId id, (Instant Occurred, LocalDate Date) when,
        Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var reservation = await reservations.FindAsync(x.Tenant, id, ct).ConfigureAwait(false)
            ?? throw failures.With(PharmacyRules.ReservationUnknown, ("reservation", id));
        OwnedElsewhere.Check(failures, reservation.Owner, command.OnBehalfOf);
        var presentation = await desk.PresentationAsync(x, reservation.Presentation, failures, ct).ConfigureAwait(false);
        if (presentation is null) return [];
        var held = reservation.Lines.Where(l => l.Location == from.Id && !l.Quantity.IsZero).ToList();
        failures.Require(command.Lines.All(l => l.Presentation == presentation.Id) && (held.Count > 0 || reservation.Status != ReservationStatus.Active),
            PharmacyRules.ReservationForeign, ("reservation", id));
        var wanted = held.Aggregate(StockQuantity.Zero(presentation.Scale), (sum, l) => sum + l.Quantity);
        var line = command.Lines.Count > 0 ? command.Lines[0] : null;
        if (line?.Quantity is { } asked) failures.Add(presentation.TryConvert(asked, out wanted));
        failures.Require(line?.Lots is not { Count: > 0 }, PharmacyRules.FieldInvalid, ("field", "lots"), ("found", line?.Lots?.Count), ("allowed", "none; the reservation names them"));
        failures.Require(wanted.Steps % presentation.IssueMultiple.Steps == 0, PharmacyRules.NotWholePacks, ("asked", wanted), ("multiple", presentation.IssueMultiple));
        failures.ThrowIfAny();
        var usableOn = line?.UsableThrough is { } through && through > when.Date ? through : when.Date;

        var parts = new List<(LotStock, StockQuantity)>();
        var taken = new List<ReservationLine>();
        var left = wanted;
        foreach (var kept in held)
        {
            if (left.IsZero) break;
            var quantity = StockQuantity.Min(left, kept.Quantity);
            var lying = await stock.FindAsync(x.Tenant, kept.Lot, from.Id, ct).ConfigureAwait(false)
                ?? throw failures.With(PharmacyRules.LotElsewhere, ("lot", kept.Lot), ("location", from.Id));
            failures.Add(lying.Lot.WhyNotUsable(usableOn));
            await guards.CheckCountAsync(x.Tenant, lying.Lot, from.Id, when.Occurred, failures, ct).ConfigureAwait(false);
            await guards.CheckLaterAsync(x.Tenant, lying, quantity, when.Occurred, unit.Now, failures, ct).ConfigureAwait(false);
            parts.Add((lying, quantity));
            taken.Add(kept with { Quantity = quantity });
            left -= quantity;
        }

        if (!left.IsZero && reservation.Status == ReservationStatus.Active)
            failures.Add(PharmacyRules.StockShort, ("asked", wanted), ("available", wanted - left), ("location", from.Id));
        failures.ThrowIfAny();
        book.Change(reservation, r => r.Consume(taken, unit.Now), cause: null);
        return [new(presentation, parts, StockQuantity.Zero(presentation.Scale), OrderRelaxed: false)];
    }

    private IssueAnswer Stage(IUnit unit, IssueStock command, Site site, Instant occurred, List<PickedLine> picked)
    {
        var posting = new PostingDraft(unit, stock, ids, occurred) { Reason = command.Reason, Document = command.Document };
        var lines = new List<IssuedLine>();
        var cost = Money.Zero(site.Currency);
        foreach (var line in picked)
        {
            var parts = new List<IssuedPart>();
            foreach (var (part, quantity) in line.Parts)
            {
                var movement = posting.Add(MovementKind.Issue, MovementDirection.Out, part.Lot, command.From, quantity, m => m with { Target = command.Target });
                parts.Add(new(movement.Id, part.Lot.Id, part.Lot.Number, part.Lot.Expiration?.Plain(), quantity, part.Lot.UnitCost));
                cost += movement.Value;
            }

            lines.Add(new(line.Presentation.Id, parts, line.Unallocated, line.OrderRelaxed));
        }

        unit.Audit("stock.issued", PharmacyFacts.Posting(posting.Id), $"{lines.Sum(l => l.Parts.Count)} lots");
        return new(posting.Id, lines, cost);
    }
}
