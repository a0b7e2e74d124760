namespace Clinic.Dispensing.Patterns;

/// <summary>Finds the group that stands out most, sets what it explains aside, and looks again until nothing is left.</summary>
/// <remarks>So one cause is said once: colleagues of a night on which something vanished are compared without that night.</remarks>
internal sealed class LossFinder(IReadOnlyList<LossCell> cells, int shifts, LossPatternOptions options, IReadOnlyDictionary<int, decimal> hours)
{
    public IReadOnlyList<LossSuspicion> Find()
    {
        var found = new List<LossSuspicion>();
        var left = cells.ToList();
        while (found.Count < options.MostPatterns)
        {
            var wards = left.GroupBy(c => (c.Key.Department, c.Key.Drug)).Select(g => new LossWard(g.Key.Department, g.Key.Drug, [.. g], shifts)).ToList();
            var best = Families(wards).SelectMany(Standing).MinBy(s => s.LogChance);
            if (best is null) break;
            found.Add(best);
            left.RemoveAll(c => best.Group.Has(c.Key));
        }

        return found;
    }

    /// <summary>Deliveries lost per 100 hours worked, of a person and in the middle of the department; null where hours are not known.</summary>
    public (decimal Own, decimal Median)? PerHours(LossGroup group)
    {
        if (!hours.ContainsKey(group.Person)) return null;
        var all = cells.Where(c => c.Key.Department == group.Department && hours.ContainsKey(c.Key.Person))
            .GroupBy(c => c.Key.Person)
            .ToDictionary(g => g.Key, g => Math.Round(g.Sum(c => c.Shares) * 100 / hours[g.Key], 6, MidpointRounding.ToEven));
        decimal[] sorted = [.. all.Values.Order()];
        return (all[group.Person], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
    }

    private IEnumerable<List<LossSuspicion>> Families(List<LossWard> wards)
    {
        yield return Ranked(wards.SelectMany(w => w.ShiftStrata), s => new(LossPatternKind.HigherLoss, s.Ward.Department, s.Ward.Drug, s.Group, -1));
        yield return Ranked(wards.SelectMany(w => w.ShiftStrata), s => new(LossPatternKind.HigherLoss, s.Ward.Department, -1, s.Group, -1));
        yield return Ranked(wards.SelectMany(w => w.PersonStrata), s => new(LossPatternKind.HigherLoss, s.Ward.Department, s.Ward.Drug, -1, s.Group));
        yield return Ranked(wards.SelectMany(w => w.PersonStrata), s => new(LossPatternKind.HigherLoss, s.Ward.Department, -1, -1, s.Group));
        yield return [.. wards.SelectMany(w => w.SameLosses(options))];
        yield return [.. wards.SelectMany(w => w.LargeLosses(options))];
        yield return [.. wards.GroupBy(w => w.Department).SelectMany(g => SameShares([.. g]))];
    }

    // Over all drugs of a department: who takes a little of everything takes it of everything.
    private IEnumerable<LossSuspicion> SameShares(List<LossWard> wards)
    {
        for (var i = 1; i < LossCell.Edges.Length; i++)
        {
            var share = i;
            var tallies = new Dictionary<int, LossTally>();
            foreach (var ward in wards) ward.TallyPeople(c => c.Classes[share], tallies);
            foreach (var (person, tally) in tallies)
                yield return tally.Suspicion(new(LossPatternKind.SameShare, wards[0].Department, -1, -1, person, null, share), options);
        }
    }

    private static List<LossSuspicion> Ranked(IEnumerable<LossStratum> strata, Func<LossStratum, LossGroup> groupOf)
    {
        var sums = new Dictionary<LossGroup, RankSum>();
        foreach (var stratum in strata)
        {
            var group = groupOf(stratum);
            if (!sums.TryGetValue(group, out var sum)) sums.Add(group, sum = new());
            sum.Add(stratum.Sums, stratum.All);
        }

        var tried = sums.Where(s => s.Value.PeerDeliveries > 0).ToList();
        var (middle, spread) = Middle([.. tried.Select(s => s.Value.Z)]);
        return [.. tried.Select(s => new LossSuspicion(s.Key, Tail.Student((s.Value.Z - middle) / spread), s.Value, s.Value.Losses, null))];
    }

    // People and shifts differ a little everywhere. Median and MAD of all scores say how much; never less than chance alone.
    private static (double Middle, double Spread) Middle(double[] scores)
    {
        if (scores.Length < 5) return (0, 1);
        var middle = Median(scores);
        return (middle, Math.Max(1, 1.4826 * Median([.. scores.Select(s => Math.Abs(s - middle))])));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    // The more groups were looked at, the less a single one may surprise.
    private IEnumerable<LossSuspicion> Standing(List<LossSuspicion> family)
    {
        var tries = Math.Log(Math.Max(1, family.Count));
        foreach (var s in family)
        {
            var corrected = s.LogChance + tries;
            if (corrected < Math.Log(options.Significance) && Matters(s)) yield return s with { LogChance = corrected };
        }
    }

    private bool Matters(LossSuspicion s) =>
        s.Compared.Deliveries >= options.MinimumDeliveries && s.Compared.PeerDeliveries >= options.MinimumDeliveries && s.Count >= options.MinimumLosses
        && (s.Usual is not null || (double)(s.Compared.Rate - s.Compared.PeerRate) >= options.MinimumExcess)
        && (s.Group.Person < 0 || PerHours(s.Group) is not { } perHours || perHours.Own > perHours.Median);
}
