namespace Clinic.Dispensing.Patterns;

/// <summary>Compares the shares lost by a group with those of its peers, stratum by stratum; Wilcoxon's ranks with van Elteren's weights.</summary>
/// <remarks>Ranks, not means: one spilled bag cannot make a flag, and a constant small excess cannot hide.</remarks>
internal sealed class RankSum
{
    private double above;
    private double variance;
    private double expected;
    private decimal shares;

    public long Deliveries { get; private set; }

    public long Losses { get; private set; }

    public long PeerDeliveries { get; private set; }

    public decimal Rate => Deliveries == 0 ? 0 : Math.Round(shares / Deliveries, 8, MidpointRounding.ToEven);

    public decimal PeerRate => Deliveries == 0 ? 0 : Math.Round((decimal)(expected / Deliveries), 8, MidpointRounding.ToEven);

    public double Z => variance > 0 ? above / Math.Sqrt(variance) : 0;

    /// <summary>Adds a stratum: the group's part of it against all the rest.</summary>
    public void Add(ClassSums group, ClassSums all)
    {
        var (n, rest) = (group.Deliveries, all.Deliveries - group.Deliveries);
        if (n == 0 || rest == 0) return;
        double total = n + rest;
        var (rank, ties, ranks) = (0.0, 0.0, 0.0);
        for (var i = 0; i < all.Classes.Length; i++)
        {
            double t = all.Classes[i];
            if (t == 0) continue;
            ranks += group.Classes[i] * (rank + ((t + 1) / 2));
            ties += (t * t * t) - t;
            rank += t;
        }

        Deliveries += n;
        Losses += n - group.Classes[0];
        PeerDeliveries += rest;
        shares += group.Shares;
        expected += n * (double)((all.Shares - group.Shares) / rest);
        var weight = 1 / (total + 1);
        above += weight * (ranks - (n * (total + 1) / 2));
        variance += weight * weight * n * rest / 12 * (total + 1 - (ties / (total * (total - 1))));
    }
}
