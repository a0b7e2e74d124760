using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Issuing;

/// <summary>Finds the lots for a line: by policy, or the ones a person chose; checks every one.</summary>
internal sealed class StockPicking(StockDesk desk, IStockStore stock, LedgerGuards guards)
{
    /// <summary>The lots of a line, or null with the failures noted.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="book">Reservations that this command has given free already count as free.</param>
    /// <param name="from">Where the stock lies.</param>
    /// <param name="line">How much of what.</param>
    /// <param name="policy">How lots are chosen.</param>
    /// <param name="when">The instant it is about, and its date at the site.</param>
    /// <param name="usableOnly">Whether expired and blocked lots are refused; false only for moves to where nothing is picked.</param>
    /// <param name="failures">Takes every failed guard.</param>
    /// <param name="ct">Stops the call.</param>
    public async Task<PickedLine?> PickAsync(
        IUnit unit, ReservationBook book, Location from, PickLine line, AllocationPolicy policy, (Instant Occurred, LocalDate Date) when,
        bool usableOnly, Failures failures, CancellationToken ct)
    {
        var presentation = await desk.PresentationAsync(unit.Context, line.Presentation, failures, ct).ConfigureAwait(false);
        if (presentation is null) return null;
        await book.ExpireAsync(presentation.Id, most: 5_000, ct).ConfigureAwait(false);
        var found = await stock.CandidatesAsync(unit.Context.Tenant, presentation.Id, from.Id, ct).ConfigureAwait(false);
        var lying = found.Select(s => s with { Reserved = s.Reserved - book.Freed(s.Lot.Id, s.Location, s.Lot.Scale) }).ToList();
        var usableOn = line.UsableThrough is { } through && through > when.Date ? through : when.Date;
        var picked = line.Lots is { Count: > 0 } chosen
            ? Chosen(presentation, from, lying, line, chosen, usableOnly ? usableOn : null, failures)
            : ByPolicy(presentation, from, lying, line, policy, usableOn, failures);
        if (picked is null) return null;
        foreach (var (part, quantity) in picked.Parts)
        {
            await guards.CheckCountAsync(unit.Context.Tenant, part.Lot, from.Id, when.Occurred, failures, ct).ConfigureAwait(false);
            await guards.CheckLaterAsync(unit.Context.Tenant, part, quantity, when.Occurred, unit.Now, failures, ct).ConfigureAwait(false);
        }

        return picked;
    }

    private static PickedLine? ByPolicy(
        Presentation presentation, Location from, List<LotStock> lying, PickLine line, AllocationPolicy policy, LocalDate usableOn, Failures failures)
    {
        if (line.Quantity is not { } asked)
        {
            failures.Add(PharmacyRules.QuantityNotPositive, ("found", "nothing"));
            return null;
        }

        if (presentation.TryConvert(asked, out var wanted) is { } wrong)
        {
            failures.Add(wrong);
            return null;
        }

        var multiple = presentation.IssueMultiple;
        if (policy.Completeness != Completeness.Partial && wanted.Steps % multiple.Steps != 0)
        {
            failures.Add(PharmacyRules.NotWholePacks, ("asked", wanted), ("multiple", multiple));
            return null;
        }

        LotCandidate[] candidates = [.. lying.Select(LotCandidate.Of)];
        switch (StockAllocator.Allocate(candidates, new(wanted, usableOn, multiple, policy)))
        {
            case AllocationResult.Allocated a:
                var byLot = lying.ToDictionary(s => s.Lot.Id);
                return new(presentation, [.. a.Parts.Select(p => (byLot[p.Lot], p.Quantity))], a.Unallocated, a.OrderRelaxed);
            case AllocationResult.Short s:
                failures.Add(Short(presentation, from, s));
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static PickedLine? Chosen(
        Presentation presentation, Location from, List<LotStock> lying, PickLine line, IReadOnlyList<LotPick> chosen, LocalDate? usableOn, Failures failures)
    {
        var parts = new List<(LotStock, StockQuantity)>();
        var sum = StockQuantity.Zero(presentation.Scale);
        var before = failures.Count > 0;
        var wrong = new Failures();
        foreach (var pick in chosen)
        {
            var part = lying.FirstOrDefault(s => s.Lot.Id == pick.Lot);
            wrong.Add(presentation.TryConvert(pick.Quantity, out var quantity));
            wrong.Require(part is not null, PharmacyRules.LotElsewhere, ("lot", pick.Lot), ("location", from.Id));
            wrong.Require(chosen.Count(p => p.Lot == pick.Lot) == 1, PharmacyRules.LotNamedTwice, ("lot", pick.Lot));
            if (part is null || quantity.Steps <= 0) continue;
            wrong.Require(quantity.Steps % presentation.IssueMultiple.Steps == 0, PharmacyRules.NotWholePacks, ("asked", quantity), ("multiple", presentation.IssueMultiple));
            if (usableOn is { } date) wrong.Add(part.Lot.WhyNotUsable(date));
            wrong.Require(quantity <= part.Available, PharmacyRules.StockShort, ("asked", quantity), ("available", part.Available), ("location", from.Id), ("lot", part.Lot.Number));
            sum += quantity;
            parts.Add((part, quantity));
        }

        if (line.Quantity is { } asked)
        {
            wrong.Add(presentation.TryConvert(asked, out var whole));
            wrong.Require(wrong.Count > 0 || whole == sum, PharmacyRules.FieldInvalid, ("field", "lots"), ("found", sum), ("allowed", $"a sum of {whole}"));
        }

        wrong.MoveTo(failures);
        return !before && failures.Count > 0 ? null : new(presentation, parts, StockQuantity.Zero(presentation.Scale), OrderRelaxed: false);
    }

    private static RuleFailure Short(Presentation presentation, Location from, AllocationResult.Short s) =>
        new(PharmacyRules.StockShort, ("asked", presentation.ToQuantity(s.Wanted)), ("available", presentation.ToQuantity(s.Available)), ("location", from.Id),
            ("presentation", presentation.Code), ("expired", s.Excluded.Expired), ("notApproved", s.Excluded.NotApproved),
            ("reserved", s.Excluded.Reserved), ("brokenPacks", s.Excluded.BrokenPacks));
}
