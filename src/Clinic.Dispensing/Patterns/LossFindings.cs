
namespace Clinic.Dispensing.Patterns;

/// <summary>What a scan found; reading the same rows again gives every pattern the rows behind it.</summary>
public sealed class LossFindings
{
    private readonly LossScan scan;
    private readonly LossPatternOptions options;
    private readonly List<(LossGroup Group, LossPattern Pattern, LossEvidence Rows)> all;

    internal LossFindings(LossScan scan, LossPatternOptions options, List<(LossGroup Group, LossPattern Pattern)> found)
    {
        this.scan = scan;
        this.options = options;
        all = [.. found.Select(f => (f.Group, f.Pattern, new LossEvidence(options.MostRows)))];
    }

    /// <summary>The patterns, with the rows that were added so far.</summary>
    public IReadOnlyList<LossPattern> Patterns => [.. all.Select(f => f.Rows.In(f.Pattern))];

    /// <summary>Whether there is anything to explain; else the second reading may be left out.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Offers a row as evidence.</summary>
    public void Add(in LossRow row)
    {
        if (row.Lost == 0 || all.Count == 0) return;
        var (key, began) = scan.KeyOf(row);
        foreach (var (group, _, rows) in all)
        {
            if (!group.Has(key)) continue;
            if (group.Kind == LossPatternKind.SameLoss && row.Lost != group.Amount) continue;
            if (group.Class >= 0 && LossCell.ClassOf(row) != group.Class) continue;
            rows.Add(row, began);
        }
    }
}
