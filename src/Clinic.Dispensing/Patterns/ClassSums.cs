namespace Clinic.Dispensing.Patterns;

/// <summary>Cells added up.</summary>
internal sealed class ClassSums
{
    public long Deliveries { get; private set; }

    public decimal Shares { get; private set; }

    public long[] Classes { get; } = new long[LossCell.Edges.Length + 1];

    public long Losses => Deliveries - Classes[0];

    public void Add(LossCell cell)
    {
        Deliveries += cell.Deliveries;
        Shares += cell.Shares;
        for (var i = 0; i < Classes.Length; i++) Classes[i] += cell.Classes[i];
    }

    public static ClassSums Of(IEnumerable<LossCell> cells)
    {
        var sums = new ClassSums();
        foreach (var cell in cells) sums.Add(cell);
        return sums;
    }

    /// <summary>Losses of a class or a higher one.</summary>
    public long From(int lowest)
    {
        var count = 0L;
        for (var i = lowest; i < Classes.Length; i++) count += Classes[i];
        return count;
    }
}
