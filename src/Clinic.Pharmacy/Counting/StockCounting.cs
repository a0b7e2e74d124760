using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Counting;

/// <summary>Writes physical counts: after one, on hand is what was counted and equals the sum of the ledger.</summary>
public sealed class StockCounting
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LedgerGuards guards;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IMovementStore movements;
    private readonly ICountStore counts;
    private readonly IReservationStore reservations;
    private readonly IIdGenerator ids;

    internal StockCounting(
        IUnitOfWork work, StockDesk desk, LedgerGuards guards, ILotStore lots, IStockStore stock, IMovementStore movements, ICountStore counts,
        IReservationStore reservations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.guards = guards;
        this.lots = lots;
        this.stock = stock;
        this.movements = movements;
        this.counts = counts;
        this.reservations = reservations;
        this.ids = ids;
    }

    /// <summary>Writes a count.</summary>
    /// <exception cref="PharmacyException">The lot never lay there, a later count exists, or a rule is broken.</exception>
    public Task<CountAnswer> CountAsync(CommandContext x, CountStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a count into a commit of the caller.</summary>
    public async Task<CountAnswer> StageAsync(IUnit unit, CountStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Count);
        failures.OptionalText("reason", command.Reason, 200);
        await desk.StockedLocationAsync(x, command.Location, PharmacyAct.Count, failures, cancellationToken).ConfigureAwait(false);
        var occurred = desk.Occurred(command.Occurred, unit.Now, failures);
        var lying = await stock.FindAsync(x.Tenant, command.Lot, command.Location, cancellationToken).ConfigureAwait(false);
        failures.Require(lying is not null, PharmacyRules.LotElsewhere, ("lot", command.Lot), ("location", command.Location));
        failures.ThrowIfAny();
        var presentation = await desk.PresentationAsync(x, lying!.Lot.Presentation, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        failures.Add(Counted(presentation!, command.Counted, out var counted));
        await guards.CheckCountAsync(x.Tenant, lying.Lot, command.Location, occurred, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();

        var book = NewBook(unit);
        var at = new Finding(lying, occurred, counted, x.Actor.Person, command.Reason);
        var answer = await StageAsync(unit, book, at, failures, cancellationToken).ConfigureAwait(false);
        book.Save();
        return answer;
    }

    /// <summary>The reservations that one commit of several counts touches.</summary>
    internal ReservationBook NewBook(IUnit unit) => new(unit, reservations, stock);

    /// <summary>Stages a line that a session counted: by its counter, at its own instant, also where the lot never lay.</summary>
    internal async Task<CountAnswer> StageLineAsync(
        IUnit unit, ReservationBook book, LocationId location, CountSessionLine line, string? reason, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        var entry = line.Deciding!;
        var failures = new Failures();
        var lying = await stock.FindAsync(tenant, line.Lot, location, ct).ConfigureAwait(false);
        var lot = lying?.Lot ?? await lots.FindAsync(tenant, line.Lot, ct).ConfigureAwait(false) ?? throw failures.With(PharmacyRules.LotUnknown, ("lot", line.Number));
        await guards.CheckCountAsync(tenant, lot, location, entry.Occurred, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var nothing = StockQuantity.Zero(lot.Scale);
        if (lying is null && entry.Quantity.IsZero) throw failures.With(PharmacyRules.LotElsewhere, ("lot", lot.Number), ("location", location));
        return await StageAsync(unit, book, new(lying ?? new(lot, location, nothing, nothing), entry.Occurred, entry.Quantity, entry.By, reason ?? entry.Note), failures, ct)
            .ConfigureAwait(false);
    }

    /// <summary>What the ledger says of a lot at a location at an instant.</summary>
    internal async Task<StockQuantity> ExpectedAsync(TenantId tenant, LotId lot, LocationId location, Instant at, int scale, CancellationToken ct)
    {
        var lying = await stock.FindAsync(tenant, lot, location, ct).ConfigureAwait(false);
        return lying is null ? StockQuantity.Zero(scale) : await ExpectedAsync(tenant, lying, at, ct).ConfigureAwait(false);
    }

    private async Task<CountAnswer> StageAsync(IUnit unit, ReservationBook book, Finding at, Failures failures, CancellationToken ct)
    {
        var (lying, occurred, counted, _, _) = at;
        var expected = await ExpectedAsync(unit.Context.Tenant, lying, occurred, ct).ConfigureAwait(false);
        var difference = counted - expected;
        if (difference.Steps < 0)
        {
            // Nobody else reports this shortage: a count of the past may take away what has left since.
            failures.Require(-difference <= lying.OnHand, PharmacyRules.BelowZeroLater, ("lot", lying.Lot.Number), ("at", unit.Now), ("found", lying.OnHand + difference));
            await guards.CheckLaterAsync(unit.Context.Tenant, lying, -difference, occurred, unit.Now, failures, ct).ConfigureAwait(false);
            failures.ThrowIfAny();
        }

        return await StageAsync(unit, book, at, expected, ct).ConfigureAwait(false);
    }

    private async Task<CountAnswer> StageAsync(IUnit unit, ReservationBook book, Finding at, StockQuantity expected, CancellationToken ct)
    {
        var (lying, occurred, counted, by, reason) = at;
        var difference = counted - expected;
        PostingId? posting = null;
        if (!difference.IsZero)
        {
            await book.GiveWayAsync(lying, lying.OnHand + difference, "count", ct).ConfigureAwait(false);
            var draft = new PostingDraft(unit, stock, ids, occurred) { Reason = reason };
            var direction = difference.Steps > 0 ? MovementDirection.In : MovementDirection.Out;
            draft.Add(MovementKind.Count, direction, lying.Lot, lying.Location, difference.Steps > 0 ? difference : -difference);
            posting = draft.Id;
        }

        // After the movement, because a lot that never lay here has no balance before it.
        stock.RequireOnHand(unit, lying.Lot.Id, lying.Location, lying.OnHand + difference);

        var count = new StockCount(
            ids.Next<CountId>(), lying.Lot.Presentation, lying.Lot.Id, lying.Location, expected, counted, occurred, unit.Now,
            by, posting, reason);
        counts.Add(unit, count);
        unit.Audit("stock.counted", new("pharmacy.count", count.Id.Value), $"expected {expected}, counted {counted}");
        if (posting is not null)
            unit.Publish(PharmacyEvents.CountDiffers, JsonSerializer.Serialize(new CountDiffers(count.Id, count.Lot, count.Location, expected, counted), ClinicJson.Options));
        return new(count.Id, posting, expected, counted, difference);
    }

    private async Task<StockQuantity> ExpectedAsync(TenantId tenant, LotStock lying, Instant occurred, CancellationToken ct)
    {
        var after = await movements.AfterAsync(tenant, lying.Lot.Id, lying.Location, occurred, ct).ConfigureAwait(false);
        return after.Aggregate(lying.OnHand, (balance, m) => balance - m.Change);
    }

    internal static RuleFailure? Counted(Presentation presentation, Quantity said, out StockQuantity counted)
    {
        counted = StockQuantity.Zero(presentation.Scale);
        if (said.Value != 0) return presentation.TryConvert(said, out counted);
        // Nothing found is a count too; only its unit can be wrong.
        return presentation.TryConvert(said with { Value = 1 }, out _);
    }

    private sealed record Finding(LotStock Lying, Instant Occurred, StockQuantity Quantity, PersonId By, string? Reason);
}
