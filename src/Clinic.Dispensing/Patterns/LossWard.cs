namespace Clinic.Dispensing.Patterns;

/// <summary>One drug in one department, with its shifts and people.</summary>
internal sealed class LossWard
{
    private readonly LossCell[] cells;
    private readonly ClassSums all;
    private readonly ClassSums[] byShift;

    public LossWard(int department, int drug, LossCell[] cells, int shifts)
    {
        Department = department;
        Drug = drug;
        this.cells = cells;
        byShift = new ClassSums[shifts];
        for (var i = 0; i < shifts; i++) byShift[i] = new();
        foreach (var cell in cells) byShift[cell.Key.Shift].Add(cell);
        all = ClassSums.Of(cells);
        ShiftStrata = [.. Enumerable.Range(0, shifts).Where(s => byShift[s].Deliveries > 0).Select(s => new LossStratum(this, s, byShift[s], all))];
        PersonStrata = [.. cells.Select(c => new LossStratum(this, c.Key.Person, ClassSums.Of([c]), byShift[c.Key.Shift]))];
    }

    public int Department { get; }

    public int Drug { get; }

    /// <summary>Each shift against the others.</summary>
    public IReadOnlyList<LossStratum> ShiftStrata { get; }

    /// <summary>Each person against the others of the same shift.</summary>
    public IReadOnlyList<LossStratum> PersonStrata { get; }

    /// <summary>How improbably often a shift or person loses one and the same amount.</summary>
    public IEnumerable<LossSuspicion> SameLosses(LossPatternOptions options)
    {
        var totals = new Dictionary<decimal, int>();
        foreach (var (amount, count) in cells.Where(c => c.Amounts is not null).SelectMany(c => c.Amounts!)) totals[amount] = totals.GetValueOrDefault(amount) + count;
        return totals.Where(t => t.Value >= options.MinimumLosses)
            .SelectMany(t => Gathered(LossPatternKind.SameLoss, c => c.Amounts?.GetValueOrDefault(t.Key) ?? 0, t.Key, options));
    }

    /// <summary>How improbably often losses far above the usual one fall to a shift or person.</summary>
    public IEnumerable<LossSuspicion> LargeLosses(LossPatternOptions options)
    {
        if (all.Losses == 0) return [];
        var middle = 1;
        for (var seen = 0L; middle < all.Classes.Length - 1 && (seen += all.Classes[middle]) * 2 < all.Losses; middle++)
        {
        }

        var large = LossCell.ClassOf(LossCell.Edges[Math.Min(middle, LossCell.Edges.Length - 1)] * 3) + 1;
        return all.From(large) < options.MinimumLosses
            ? []
            : Gathered(LossPatternKind.LargeLosses, c => c.Classes.AsSpan(Math.Min(large, c.Classes.Length)).ToArray().Sum(), null, options);
    }

    // Given how often it occurred at all, each occurrence meets a group in proportion to its deliveries.
    private IEnumerable<LossSuspicion> Gathered(LossPatternKind kind, Func<LossCell, int> countOf, decimal? amount, LossPatternOptions options)
    {
        var inShift = new long[byShift.Length];
        foreach (var cell in cells) inShift[cell.Key.Shift] += countOf(cell);
        var total = inShift.Sum();
        foreach (var shift in ShiftStrata)
        {
            var tally = new LossTally();
            tally.Add(inShift[shift.Group], total, shift.Sums, all);
            yield return tally.Suspicion(new(kind, Department, Drug, shift.Group, -1, amount), options);
        }

        var people = new Dictionary<int, LossTally>();
        TallyPeople(countOf, people);
        foreach (var (person, tally) in people) yield return tally.Suspicion(new(kind, Department, Drug, -1, person, amount), options);
    }

    /// <summary>Adds this drug to what each person lost in some way, against the others of the same shift.</summary>
    public void TallyPeople(Func<LossCell, int> countOf, Dictionary<int, LossTally> tallies)
    {
        var inShift = new long[byShift.Length];
        foreach (var cell in cells) inShift[cell.Key.Shift] += countOf(cell);
        foreach (var cell in cells)
        {
            if (!tallies.TryGetValue(cell.Key.Person, out var tally)) tallies.Add(cell.Key.Person, tally = new());
            tally.Add(countOf(cell), inShift[cell.Key.Shift], cell, byShift[cell.Key.Shift]);
        }
    }
}
