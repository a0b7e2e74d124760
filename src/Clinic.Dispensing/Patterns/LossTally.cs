namespace Clinic.Dispensing.Patterns;

/// <summary>How often something befell a group, and how often it should have, stratum by stratum.</summary>
internal sealed class LossTally
{
    private readonly RankSum compared = new();
    private long count;
    private long total;
    private long losses;
    private double usual;
    private double usualLosses;

    public void Add(long own, long ofAll, LossCell cell, ClassSums all) => Add(own, ofAll, ClassSums.Of([cell]), all);

    // Given how often it occurred at all, each occurrence meets a group in proportion to its deliveries.
    public void Add(long own, long ofAll, ClassSums group, ClassSums all)
    {
        count += own;
        total += ofAll;
        usual += (double)ofAll * group.Deliveries / all.Deliveries;
        usualLosses += (double)all.Losses * group.Deliveries / all.Deliveries;
        losses += group.Losses;
        compared.Add(group, all);
    }

    public LossSuspicion Suspicion(LossGroup group, LossPatternOptions options)
    {
        // Some people lose more of every kind; their other losses say how much. What is asked is whether this kind stands out beyond that.
        var expected = usual * Math.Max(1, (losses - count + 1) / Math.Max(1, usualLosses - usual + 1));
        var share = total == 0 ? 1 : expected / total;
        // Odds, not counts: a group with half of the deliveries can never have three times its part of them.
        var isOften = share < 1 && count * (1 - share) >= options.MinimumRatio * share * (total - count + 0.5);
        return new(group, isOften && count >= options.MinimumLosses ? Tail.Binomial(count, total, share) : 0, compared, count, expected);
    }
}
