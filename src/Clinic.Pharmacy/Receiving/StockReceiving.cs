using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Receiving;

/// <summary>Receives deliveries: scan, expiry, cost and status are checked line by line, and all lines come in or none.</summary>
public sealed class StockReceiving
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly LotIdentity identity;
    private readonly IPresentationStore presentations;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IReceiptStore receipts;
    private readonly IIdGenerator ids;
    private readonly RecallWatch? recalls;

    internal StockReceiving(
        IUnitOfWork work, StockDesk desk, LotIdentity identity, IPresentationStore presentations, ILotStore lots, IStockStore stock, IReceiptStore receipts, IIdGenerator ids,
        RecallWatch? recalls)
    {
        this.work = work;
        this.desk = desk;
        this.identity = identity;
        this.presentations = presentations;
        this.lots = lots;
        this.stock = stock;
        this.receipts = receipts;
        this.ids = ids;
        this.recalls = recalls;
    }

    /// <summary>Receives a delivery.</summary>
    /// <exception cref="PharmacyException">Any line breaks a rule; every failure of every line is named and nothing comes in.</exception>
    public Task<ReceiveAnswer> ReceiveAsync(CommandContext x, ReceiveStock command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a delivery into a commit of the caller.</summary>
    public async Task<ReceiveAnswer> StageAsync(IUnit unit, ReceiveStock command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Receive);
        failures.Text("supplier", command.Supplier, 200);
        failures.OptionalText("document", command.Document, 60);
        desk.CheckLines(command.Lines.Count, failures);
        var site = await desk.SiteAsync(x, cancellationToken).ConfigureAwait(false);
        var location = await desk.LocationAsync(x, command.Location, PharmacyAct.Receive, failures, cancellationToken).ConfigureAwait(false);
        var received = desk.Occurred(command.Received, unit.Now, failures);
        failures.Require(location is null || location.Kind != LocationKind.Transit, PharmacyRules.LocationKindWrong,
            ("location", command.Location), ("found", LocationKind.Transit), ("allowed", "store, quarantine"));

        var open = recalls is null ? null : await recalls.LookAsync(unit, cancellationToken).ConfigureAwait(false);
        var intakes = new List<Intake>();
        for (var i = 0; i < command.Lines.Count && command.Lines.Count <= desk.Options.MostLines; i++)
        {
            var intake = await CheckLineAsync(unit, site, location, command.Lines[i], i + 1, failures, cancellationToken).ConfigureAwait(false);
            if (intake is null) continue;
            var block = open?.StatusFor(intake.NewLot(default, site.Id, received, command.Supplier, default).ToSnapshot());
            // What an open campaign takes in may come only where nothing is picked.
            if (block is { } status && location is not { IsPickable: false } && !intake.Identified.IsRecalled)
                failures.Add(PharmacyRules.LotNotApproved, ("lot", intake.Identified.Number), ("status", status));
            intakes.Add(intake with { Block = block });
        }

        AgreeOnExpiry(intakes, failures);
        failures.ThrowIfAny();
        StageGuards(unit, intakes);
        return Stage(unit, command, site, received, intakes, open);
    }

    private async Task<Intake?> CheckLineAsync(
        IUnit unit, Site site, Location? location, ReceiveLine line, int number, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var today = site.DateOf(unit.Now);
        var identified = await identity.ResolveAsync(x, line, number, today, failures, ct).ConfigureAwait(false);
        failures.Require(line.Price.Currency == site.Currency, PharmacyRules.CostCurrencyWrong, ("found", line.Price.Currency), ("allowed", site.Currency));
        var priceHolds = line.Price.Amount >= 0 && decimal.Round(line.Price.Amount, site.Currency.Digits) == line.Price.Amount && line.Price.Amount <= UnitCost.Largest;
        failures.Require(priceHolds, PharmacyRules.FieldInvalid, ("field", $"line {number} price"), ("found", line.Price.Amount), ("allowed", $"0 to {UnitCost.Largest}, at most {site.Currency.Digits} decimals"));
        if (identified is null) return null;
        var presentation = identified.Presentation;
        failures.Require(!presentation.IsRetired, PharmacyRules.Retired, ("kind", "presentation"), ("id", presentation.Code));
        var free = StockQuantity.Zero(presentation.Scale);
        failures.Add(presentation.TryConvert(line.Paid, out var paid));
        if (line.Free is { } gift && gift.Value != 0) failures.Add(presentation.TryConvert(gift, out free));
        CheckUsable(identified, location, today, failures);
        failures.Require((paid + free).Value <= StockQuantity.Largest, PharmacyRules.QuantityTooLarge, ("found", paid + free), ("allowed", StockQuantity.Largest));
        if (failures.Count > 0 || (paid + free).Steps <= 0 || !priceHolds) return null;
        if (line.Price.Amount / (paid + free).Value > UnitCost.Largest)
        {
            failures.Add(PharmacyRules.FieldInvalid, ("field", $"line {number} price"), ("found", line.Price), ("allowed", $"at most {UnitCost.Largest} for each unit"));
            return null;
        }

        var (cost, rounding) = ReceiptCost.Spread(line.Price, paid, free);
        var last = await lots.LastCostAsync(x.Tenant, presentation.Id, ct).ConfigureAwait(false);
        if (last is { } known && !line.ConfirmCost && ReceiptCost.IsFar(cost, known, (decimal)desk.Options.CostTolerance))
            failures.Add(PharmacyRules.CostFarFromLast, ("asked", cost), ("last", known), ("limit", desk.Options.CostTolerance));
        return new(identified, line, paid, free, cost, rounding) { IsFirst = last is null };
    }

    // Lines of one delivery know of each other: the same number has one expiration date, said once or more.
    private static void AgreeOnExpiry(List<Intake> intakes, Failures failures)
    {
        foreach (var lot in intakes.GroupBy(i => (i.Identified.Presentation.Id, i.Identified.Number)).Where(g => g.Count() > 1))
        {
            var dates = lot.Select(i => i.Identified.Expiration).OfType<ExpirationDate>().DistinctBy(e => e.Date).ToList();
            if (dates.Count > 1) failures.Add(PharmacyRules.ExpiryConflict, ("lot", lot.Key.Number), ("found", dates[0]), ("asked", dates[1]));
            if (dates.Count != 1) continue;
            for (var i = 0; i < intakes.Count; i++)
            {
                var known = intakes[i].Identified;
                if ((known.Presentation.Id, known.Number) == lot.Key) intakes[i] = intakes[i] with { Identified = known with { Expiration = known.Expiration ?? dates[0] } };
            }
        }
    }

    // Expired or recalled goods may come in only where nothing is picked.
    private static void CheckUsable(LotIdentity.Identified identified, Location? location, LocalDate today, Failures failures)
    {
        if (location is { IsPickable: false }) return;
        if (identified.IsRecalled) failures.Add(PharmacyRules.LotNotApproved, ("lot", identified.Number), ("status", LotStatus.Recalled));
        if (identified.Expiration is { } expiration && expiration.IsExpiredOn(today))
        {
            failures.Add(PharmacyRules.LotExpired, ("lot", identified.Number), ("expiry", expiration),
                ("today", NodaTime.Text.LocalDatePattern.Iso.Format(today)));
        }
    }

    // Recall and receipt of a number change the oldest lot of it, so the later of the two always sees the earlier; so do
    // the first stock of a presentation and a change of its packs.
    private void StageGuards(IUnit unit, List<Intake> intakes)
    {
        foreach (var known in intakes.DistinctBy(i => (i.Identified.Presentation.Id, i.Identified.Number)).Select(i => i.Identified.Known).Where(k => k.Count > 0))
        {
            foreach (var lot in known.Skip(1)) unit.Require(lot.Fact, lot.Version);
            lots.Save(unit, known[0].Touch());
        }

        foreach (var first in intakes.DistinctBy(i => i.Identified.Presentation.Id))
        {
            var presentation = first.Identified.Presentation;
            if (first.IsFirst) presentations.Save(unit, presentation.Freeze());
            else unit.Require(presentation.Fact, presentation.Version);
        }
    }

    private ReceiveAnswer Stage(IUnit unit, ReceiveStock command, Site site, Instant received, List<Intake> intakes, RecallWatch.OpenCampaigns? open)
    {
        var posting = new PostingDraft(unit, stock, ids, received) { Document = command.Document };
        var receipt = ids.Next<ReceiptId>();
        var lines = new List<ReceiptLine>();
        var answer = new List<ReceivedLot>();
        var made = new List<LotSnapshot>();
        foreach (var intake in intakes)
        {
            var lot = intake.NewLot(ids.Next<LotId>(), site.Id, received, command.Supplier, receipt);
            lots.Add(unit, lot);
            made.Add(lot.ToSnapshot());
            var quantity = intake.Paid + intake.Free;
            posting.Add(MovementKind.Receipt, MovementDirection.In, lot, command.Location, quantity,
                m => m with { Serial = intake.Identified.Scan?.Serial }, isNewLot: true);
            lines.Add(new(lot.Id, lot.Presentation, intake.Paid, intake.Free, intake.Line.Price, lot.UnitCost, intake.Rounding));
            answer.Add(new(lot.Id, lot.Presentation, lot.Number, lot.Expiration?.Plain(), quantity, lot.UnitCost, intake.Rounding, lot.Status));
        }

        open?.TakeIn(unit, made);
        receipts.Add(unit, new(receipt, posting.Id, command.Location, command.Supplier, command.Document, received, unit.Now, unit.Context.Actor.Person, lines));
        unit.Audit("stock.received", PharmacyFacts.Receipt(receipt), $"{lines.Count} lots");
        return new(receipt, posting.Id, answer);
    }

    private sealed record Intake(
        LotIdentity.Identified Identified, ReceiveLine Line, StockQuantity Paid, StockQuantity Free, UnitCost Cost, Money Rounding)
    {
        /// <summary>Whether nothing of the presentation was ever here.</summary>
        public required bool IsFirst { get; init; }

        /// <summary>The status that an open recall demands, or null.</summary>
        public LotStatus? Block { get; init; }

        public Lot NewLot(LotId id, SiteId site, Instant received, string supplier, ReceiptId receipt) => Lot.Restore(new(
            id, Identified.Presentation.Id, site, Identified.Number, Identified.Expiration, Cost, Identified.Presentation.Scale, received, supplier,
            receipt, Identified.Scan?.Gtin, Identified.IsRecalled ? LotStatus.Recalled : Block ?? LotStatus.Approved, Version: 1));
    }
}
