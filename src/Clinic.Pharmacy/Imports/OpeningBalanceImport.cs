using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Imports;

/// <summary>Imports opening balances: dry run first, then all rows in one commit; a row that is in is not written twice.</summary>
public sealed class OpeningBalanceImport
{
    private readonly IUnitOfWork work;
    private readonly StockDesk desk;
    private readonly ISiteDirectory sites;
    private readonly IPresentationStore presentations;
    private readonly ILotStore lots;
    private readonly IStockStore stock;
    private readonly IMovementStore movements;
    private readonly IIdGenerator ids;

    internal OpeningBalanceImport(
        IUnitOfWork work, StockDesk desk, ISiteDirectory sites, IPresentationStore presentations, ILotStore lots, IStockStore stock,
        IMovementStore movements, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.sites = sites;
        this.presentations = presentations;
        this.lots = lots;
        this.stock = stock;
        this.movements = movements;
        this.ids = ids;
    }

    /// <summary>Says what an import of the file would do; changes nothing.</summary>
    public async Task<ImportReport> DryRunAsync(CommandContext x, string csv, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var failures = new Failures();
        var plan = await PlanAsync(x, csv, failures, cancellationToken).ConfigureAwait(false);
        return new(plan.Rows, plan.Entries.Count, 0, plan.Unchanged, failures.All);
    }

    /// <summary>Imports the file.</summary>
    /// <exception cref="PharmacyException">Any cell is wrong or contradicts what is stored; every one is named and nothing comes in.</exception>
    public Task<ImportAnswer> ImportAsync(CommandContext x, ImportOpeningBalances command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<ImportAnswer> StageAsync(IUnit unit, ImportOpeningBalances command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Import);
        failures.ThrowIfAny();
        var at = desk.Occurred(command.At, unit.Now, failures);
        var plan = await PlanAsync(x, command.Csv, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();

        StageGuards(unit, plan);
        var posting = new PostingDraft(unit, stock, ids, at) { Reason = "opening balance" };
        foreach (var byLot in plan.Entries.GroupBy(e => e.Key))
        {
            var first = byLot.First();
            var lot = first.Existing ?? first.NewLot(ids.Next<LotId>(), x.Site, at);
            if (first.Existing is null) lots.Add(unit, lot);
            foreach (var entry in byLot)
                posting.Add(MovementKind.OpeningBalance, MovementDirection.In, lot, entry.Location, entry.Quantity, isNewLot: first.Existing is null);
        }

        unit.Audit("stock.opened", PharmacyFacts.Posting(posting.Id), $"{plan.Entries.Count} balances");
        return new(plan.Rows, plan.Entries.Count, 0, plan.Unchanged);
    }

    // As for receipts: a recall of a number, or a change of packs, that did not see these lots must look again.
    private void StageGuards(IUnit unit, Plan plan)
    {
        foreach (var known in plan.Entries.DistinctBy(e => (e.Presentation.Id, e.Number)).Select(e => e.Known).Where(k => k.Count > 0))
        {
            foreach (var lot in known.Skip(1)) unit.Require(lot.Fact, lot.Version);
            lots.Save(unit, known[0].Touch());
        }

        foreach (var entry in plan.Entries.DistinctBy(e => e.Presentation.Id))
        {
            if (plan.NeverMoved.Contains(entry.Presentation.Id)) presentations.Save(unit, entry.Presentation.Freeze());
            else unit.Require(entry.Presentation.Fact, entry.Presentation.Version);
        }
    }

    private async Task<Plan> PlanAsync(CommandContext x, string csv, Failures failures, CancellationToken ct)
    {
        var plan = new Plan();
        var table = CsvTable.Read(csv, OpeningBalanceColumns.Required, OpeningBalanceColumns.Optional, desk.Options.MostImportRows, failures);
        if (table is null) return plan;
        plan.Rows = table.Rows.Count;
        var site = await desk.SiteAsync(x, ct).ConfigureAwait(false);
        var locations = await sites.LocationsAsync(x.Tenant, x.Site, ct).ConfigureAwait(false);
        foreach (var row in table.Rows)
            await AddRowAsync(x, site, locations, new CsvCells(table, row, failures), plan, ct).ConfigureAwait(false);
        // A row above may have said nothing of a date that a row below names.
        for (var i = 0; i < plan.Entries.Count; i++)
        {
            var entry = plan.Entries[i];
            plan.Entries[i] = entry with { Expiration = entry.Expiration ?? plan.Expirations.GetValueOrDefault((entry.Presentation.Id, entry.Number)) };
        }

        return plan;
    }

    private async Task AddRowAsync(
        CommandContext x, Site site, IReadOnlyList<Location> locations, CsvCells cells, Plan plan, CancellationToken ct)
    {
        var code = cells.Required("presentation_code");
        var presentation = code.Length == 0 ? null : await presentations.FindByCodeAsync(x.Tenant, code, ct).ConfigureAwait(false);
        if (code.Length > 0 && presentation is null) cells.Invalid("presentation_code", code, "the code of a presentation in the catalogue");
        if (presentation is { IsRetired: true }) cells.Contradicts("presentation_code", code, "a presentation that has been retired");
        var location = Location(cells, locations);
        var number = cells.Required("lot_number");
        var expiration = cells.Expiration("expiration");
        if (presentation is { RequiresExpiry: true } && !cells.Any("expiration")) cells.Invalid("expiration", "nothing", "a date; this presentation requires one");
        if (cells.Text("supplier") is { } said && !TextForm.IsText(said, 200)) cells.Invalid("supplier", said, "1 to 200 printable characters");
        var cost = Cost(cells, site);
        var quantity = Quantity(cells, presentation);
        if (presentation is null || location is null || cost is null || quantity is null || !TextForm.IsText(number, LotNumber.Longest))
        {
            if (number.Length > 0 && !TextForm.IsText(number, LotNumber.Longest)) cells.Invalid("lot_number", number, $"1 to {LotNumber.Longest} printable characters");
            return;
        }

        var lot = new LotNumber(number);
        if (!plan.Seen.TryAdd((presentation.Id, lot, location.Id), cells.Number))
        {
            cells.Contradicts("lot_number", number, $"row {plan.Seen[(presentation.Id, lot, location.Id)]}, which opens the same lot at the same location");
            return;
        }

        var known = await lots.ByNumberAsync(x.Tenant, presentation.Id, lot, ct).ConfigureAwait(false);
        // A row that says nothing takes what is known of the number; one that says something else is never taken silently.
        var earlier = plan.Expirations.GetValueOrDefault((presentation.Id, lot)) ?? known.Select(l => l.Expiration).FirstOrDefault(e => e is not null);
        if (earlier is { } stored && expiration is { } now && stored.Date != now.Date)
        {
            cells.Contradicts("expiration", expiration, $"lot {number}, which is known to expire on {stored}");
            return;
        }

        expiration ??= earlier;
        plan.Expirations[(presentation.Id, lot)] = expiration;
        if (known.Count == 0 && await lots.LastCostAsync(x.Tenant, presentation.Id, ct).ConfigureAwait(false) is null) plan.NeverMoved.Add(presentation.Id);
        var entry = new Entry(presentation, lot, expiration, cost.Value, location.Id, quantity.Value, cells.Text("supplier"), known);
        switch (await OpenedAsync(x.Tenant, known, location.Id, ct).ConfigureAwait(false))
        {
            case null: plan.Entries.Add(entry); break;
            case { } before when before.Quantity == quantity && before.UnitCost == cost: plan.Unchanged++; break;
            case { } before: cells.Contradicts("quantity", $"{quantity} at {cost}", $"the opening balance of {before.Quantity} at {before.UnitCost} that is in the ledger; count instead"); break;
        }
    }

    // What an earlier import of the same row wrote and nobody reversed.
    private async Task<StockMovement?> OpenedAsync(TenantId tenant, IReadOnlyList<Lot> known, LocationId location, CancellationToken ct)
    {
        foreach (var lot in known)
        {
            var query = new MovementQuery { Lot = lot.Id, Location = location, Kind = MovementKind.OpeningBalance };
            var page = await movements.ListAsync(tenant, query, new PageRequest(PageRequest.LargestSize), ct).ConfigureAwait(false);
            var reversed = page.Items.Where(m => m.Reverses is not null).Select(m => m.Reverses!.Value).ToHashSet();
            if (page.Items.FirstOrDefault(m => m.Reverses is null && !reversed.Contains(m.Id)) is { } opened) return opened;
        }

        return null;
    }

    private static Location? Location(CsvCells cells, IReadOnlyList<Location> locations)
    {
        var text = cells.Required("location");
        if (text.Length == 0) return null;
        var found = locations.Where(l => l.Kind != LocationKind.Transit && (l.Id.ToString() == text || string.Equals(l.Name, text, StringComparison.Ordinal))).ToList();
        if (found.Count == 1) return found[0];
        cells.Invalid("location", text, found.Count == 0 ? "the name or id of a location of this site" : "an id; several locations have this name");
        return null;
    }

    private static UnitCost? Cost(CsvCells cells, Site site)
    {
        var before = cells.Required("unit_cost");
        if (before.Length == 0 || cells.Parsed("unit_cost", before) is not { } amount) return null;
        if (amount >= 0 && amount <= UnitCost.Largest && decimal.Round(amount, UnitCost.Decimals) == amount) return new(amount, site.Currency);
        cells.Invalid("unit_cost", before, $"0 or more with at most {UnitCost.Decimals} decimals");
        return null;
    }

    private static StockQuantity? Quantity(CsvCells cells, Presentation? presentation)
    {
        var text = cells.Required("quantity");
        if (text.Length == 0 || cells.Parsed("quantity", text) is not { } amount || presentation is null) return null;
        var unit = cells.Text("unit") ?? presentation.BaseUnit.Code;
        if (!UnitCode.IsValid(unit))
        {
            cells.Invalid("unit", unit, "the base unit or a pack of the presentation");
            return null;
        }

        if (presentation.TryConvert(new(amount, new UnitCode(unit)), out var quantity) is not { } wrong) return quantity;
        cells.Invalid(wrong.Code == PharmacyRules.UnitUnknown ? "unit" : "quantity", wrong.Facts.GetValueOrDefault("found"), PharmacyRules.Texts.Describe(wrong, "en"));
        return null;
    }

    private sealed record Entry(
        Presentation Presentation, LotNumber Number, ExpirationDate? Expiration, UnitCost Cost, LocationId Location, StockQuantity Quantity, string? Supplier,
        IReadOnlyList<Lot> Known)
    {
        /// <summary>An opening lot of the same cost, from an earlier file.</summary>
        public Lot? Existing => Known.FirstOrDefault(l => l.ToSnapshot().Receipt is null && l.UnitCost == Cost);

        public (PresentationId, LotNumber, LocalDate?, UnitCost) Key => (Presentation.Id, Number, Expiration?.Date, Cost);

        public Lot NewLot(LotId id, SiteId site, Instant at) => Lot.Restore(new(
            id, Presentation.Id, site, Number, Expiration, Cost, Presentation.Scale, at, Supplier, Receipt: null, Gtin: null,
            Known.Any(l => l.Status == LotStatus.Recalled) ? LotStatus.Recalled : LotStatus.Approved, Version: 1));
    }

    private sealed class Plan
    {
        public int Rows { get; set; }

        public int Unchanged { get; set; }

        public List<Entry> Entries { get; } = [];

        public HashSet<PresentationId> NeverMoved { get; } = [];

        public Dictionary<(PresentationId, LotNumber), ExpirationDate?> Expirations { get; } = [];

        public Dictionary<(PresentationId, LotNumber, LocationId), int> Seen { get; } = [];
    }
}
