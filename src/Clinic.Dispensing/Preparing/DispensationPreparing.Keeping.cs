using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

public sealed partial class DispensationPreparing
{
    private static List<(DispensationLine Line, decimal Quantity, IReadOnlyList<LotChoice>? Lots)> Wanted(
        Failures failures, Dispensation dispensation, IReadOnlyList<PreparationLine> given)
    {
        foreach (var unknown in given.Where(g => dispensation.LineOf(g.Line) is null))
            failures.Add(DispensingRules.LineUnknown, ("dispensation", dispensation.Id), ("line", unknown.Line));
        foreach (var twice in given.GroupBy(g => g.Line).Where(g => g.Count() > 1))
            failures.Add(DispensingRules.FieldInvalid, ("field", "lines"), ("found", $"line {twice.Key} more than once"), ("allowed", "each line once"));
        var wanted = new List<(DispensationLine, decimal, IReadOnlyList<LotChoice>?)>();
        foreach (var line in dispensation.Lines)
        {
            var one = given.FirstOrDefault(g => g.Line == line.Number);
            var quantity = one?.Quantity is { } asked ? RequestCheck.BaseUnits(line.Product, asked, failures) : (one?.Lots is { } chosen ? SumOf(chosen) : line.Quantity);
            if (quantity is not { } units) continue;
            failures.Require(units <= line.Quantity, DispensingRules.HandOverTooMuch, ("line", line.Number), ("asked", units), ("found", line.Quantity));
            CheckPicks(failures, line.Number, units, one?.Lots);
            wanted.Add((line, units, one?.Lots));
        }

        return wanted;
    }

    private static void CheckPicks(Failures failures, int line, decimal? quantity, IReadOnlyList<LotChoice>? lots)
    {
        if (lots is null || quantity is null) return;
        var sum = SumOf(lots);
        failures.Require(lots.Count > 0 && lots.All(l => l.Quantity > 0) && lots.DistinctBy(l => l.Lot).Count() == lots.Count && sum == quantity,
            DispensingRules.PickingWrong, ("line", line), ("found", sum), ("asked", quantity));
    }

    // A hostile figure must not overflow the sum; it is refused as not fitting.
    private static decimal SumOf(IReadOnlyList<LotChoice> lots) => lots.Sum(l => Math.Clamp(l.Quantity, 0, 1_000_000_000m));

    private async Task<IReadOnlyList<AllocatedPart>> KeepAsync(
        IUnit unit, Dispensation dispensation, DispensationLine line, decimal quantity, IReadOnlyList<LotChoice>? lots, bool partial, bool outlast, IReadOnlyList<Guid> replacing, CancellationToken ct)
    {
        var held = await stock.ReserveAsync(unit, new StockWish(
            dispensation.StockOwner, dispensation.From, line.Product.Presentation, quantity, line.Product.BaseUnit, unit.Now + desk.Options.KeepAsideFor,
            outlast ? line.UsableThrough : null, partial, lots, replacing), ct).ConfigureAwait(false);
        return [.. held.Select(h => new AllocatedPart(h.Reservation, h.Lot, h.Number, h.Expiration, h.Quantity))];
    }

    private async Task<AllocatedPart?> ScannedAsync(CommandContext x, DispensationLine line, string scan, Failures failures, CancellationToken ct)
    {
        if (scan.Length > 500 || await products.ReadScanAsync(x.Tenant, scan, ct).ConfigureAwait(false) is not { } read)
        {
            failures.Add(DispensingRules.ScanUnreadable);
            return null;
        }

        failures.Require(read.Presentation == line.Product.Presentation, DispensingRules.ScanMismatch, ("line", line.Number), ("field", "product"),
            ("found", read.Presentation?.ToString() ?? "another product"), ("allowed", line.Product.Presentation));
        var part = line.Parts.FirstOrDefault(p => string.Equals(p.Number, read.LotNumber, StringComparison.Ordinal));
        failures.Require(part is not null, DispensingRules.ScanMismatch, ("line", line.Number), ("field", "lot"), ("found", read.LotNumber ?? "no lot number"),
            ("allowed", string.Join(", ", line.Parts.Select(p => p.Number))));
        // A code without a date says nothing about it; one with another date is another box.
        if (part is not null && read.Expiration is { } date)
        {
            failures.Require(part.Expiration == date, DispensingRules.ScanMismatch, ("line", line.Number), ("field", "expiry"), ("found", date),
                ("allowed", part.Expiration is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : "none"));
        }

        return part;
    }

    private static PreparationAnswer Answer(Dispensation d) =>
        new(d.Id, d.Status, d.Version, [.. d.Lines.Select(l => new KeptLine(l.Number, l.Parts, Math.Max(0, l.Quantity - l.Kept - l.HandedOver)))]);
}
