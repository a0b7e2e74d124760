namespace Clinic.Dispensing.Patterns;

/// <summary>Everything of one person in one shift with one medication in one department; ids are numbers of the scan.</summary>
internal readonly record struct LossCellKey(int Department, int Drug, int Shift, int Person);

/// <summary>What the scan remembers of a cell: counts, never rows.</summary>
internal sealed class LossCell(LossCellKey key)
{
    /// <summary>Upper edges of the classes of the share lost; the first class is nothing, the last is more than all of it.</summary>
    public static readonly decimal[] Edges =
    [
        0m, 0.001m, 0.002m, 0.005m, 0.01m, 0.015m, 0.02m, 0.03m, 0.04m, 0.05m, 0.06m, 0.07m, 0.08m, 0.1m, 0.12m, 0.15m, 0.2m, 0.25m, 0.3m, 0.4m, 0.5m,
        0.6m, 0.75m, 0.9m, 1m,
    ];

    public LossCellKey Key => key;

    public long Deliveries { get; private set; }

    /// <summary>Shares lost, summed: 12 decimals each, so that the sum is exact and does not depend on the order.</summary>
    public decimal Shares { get; private set; }

    public int[] Classes { get; } = new int[Edges.Length + 1];

    /// <summary>How often each amount was lost; null while nothing was.</summary>
    public Dictionary<decimal, int>? Amounts { get; private set; }

    public long Losses => Deliveries - Classes[0];

    public void Add(decimal delivered, decimal lost)
    {
        Deliveries++;
        if (lost == 0)
        {
            Classes[0]++;
            return;
        }

        var share = ShareOf(delivered, lost);
        Shares += share;
        Classes[ClassOf(share)]++;
        Amounts ??= [];
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Amounts, lost, out _)++;
    }

    /// <summary>The class of a row in which something was lost.</summary>
    public static int ClassOf(in LossRow row) => ClassOf(ShareOf(row.Delivered, row.Lost));

    /// <summary>The class of a share that is more than nothing.</summary>
    public static int ClassOf(decimal share)
    {
        var found = Array.BinarySearch(Edges, share);
        return Math.Max(1, found >= 0 ? found : ~found);
    }

    private static decimal ShareOf(decimal delivered, decimal lost) => Math.Round(lost / delivered, 12, MidpointRounding.ToEven);
}
