using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>Reads the losses of a period once and finds the groups that stand out; a second reading collects the rows behind them.</summary>
/// <remarks>
/// Linear in the rows. Memory grows with the combinations of department, medication, shift and person and their distinct amounts, not with the rows.
/// The result depends neither on the order of rows, nor on names, nor on whether a medication is counted in ml or l. Not thread-safe.
/// </remarks>
public sealed class LossScan
{
    private readonly ShiftPlan plan;
    private readonly DateTimeZone zone;
    private readonly LossPatternOptions options;
    private readonly IReadOnlyDictionary<PersonId, decimal> hours;
    private readonly Numbering<DepartmentId> departments = new();
    private readonly Numbering<(MedicationId Medication, UnitCode Unit)> drugs = new();
    private readonly Numbering<PersonId> people = new();
    private readonly Dictionary<LossCellKey, LossCell> cells = [];

    /// <summary>Begins a scan.</summary>
    /// <param name="plan">The shifts.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="options">How sure it must be.</param>
    /// <param name="hours">Hours worked per person in the period, or null where nobody knows.</param>
    public LossScan(ShiftPlan plan, DateTimeZone zone, LossPatternOptions options, IReadOnlyDictionary<PersonId, decimal>? hours = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(options);
        this.plan = plan;
        this.zone = zone;
        this.options = options;
        this.hours = hours ?? new Dictionary<PersonId, decimal>();
    }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Combinations remembered so far; memory follows them.</summary>
    public int Combinations => cells.Count;

    /// <summary>Reads one row.</summary>
    /// <exception cref="ArgumentException">Nothing was delivered, or less than nothing lost.</exception>
    public void Add(in LossRow row)
    {
        if (row.Delivered <= 0 || row.Lost < 0) throw new ArgumentException($"A row has more than 0 delivered and 0 or more lost; found {row.Delivered} and {row.Lost}.", nameof(row));
        var key = KeyOf(row).Key;
        if (!cells.TryGetValue(key, out var cell)) cells.Add(key, cell = new(key));
        cell.Add(row.Delivered, row.Lost);
        Rows++;
    }

    /// <summary>The groups that stand out, the least probable first, without their rows.</summary>
    public LossFindings Find()
    {
        var finder = new LossFinder([.. cells.Values], plan.Shifts.Count, options, PersonHours());
        var found = finder.Find();
        return new(this, options, [.. found.Select(s => (s.Group, Pattern(s, finder)))]);
    }

    internal (LossCellKey Key, LocalDate Began) KeyOf(in LossRow row)
    {
        var (shift, began) = plan.At(row.At.InZone(zone).LocalDateTime);
        return (new(departments.Of(row.Department), drugs.Of((row.Medication, row.Unit)), shift, people.Of(row.Person)), began);
    }

    private LossPattern Pattern(LossSuspicion s, LossFinder finder)
    {
        var g = s.Group;
        var perHours = g.Person >= 0 ? finder.PerHours(g) : null;
        return new()
        {
            Kind = g.Kind,
            Department = departments[g.Department],
            Medication = g.Drug < 0 ? null : drugs[g.Drug].Medication,
            Unit = g.Drug < 0 ? null : drugs[g.Drug].Unit,
            Shift = g.Shift < 0 ? null : plan.Shifts[g.Shift].Name,
            Person = g.Person < 0 ? null : people[g.Person],
            Amount = g.Amount,
            Share = g.Class < 1 ? null : (LossCell.Edges[g.Class - 1], g.Class < LossCell.Edges.Length ? LossCell.Edges[g.Class] : decimal.MaxValue),
            Deliveries = s.Compared.Deliveries,
            Losses = s.Count,
            UsualLosses = s.Usual is { } usual ? Math.Round(usual, 2) : null,
            Rate = s.Compared.Rate,
            PeerRate = s.Compared.PeerRate,
            PeerDeliveries = s.Compared.PeerDeliveries,
            RatePer100Hours = perHours?.Own,
            MedianPer100Hours = perHours?.Median,
            Score = Math.Round(-s.LogChance / Math.Log(10), 2),
        };
    }

    private Dictionary<int, decimal> PersonHours()
    {
        var known = new Dictionary<int, decimal>();
        foreach (var (person, worked) in hours)
        {
            if (worked > 0 && people.Find(person) is { } number) known[number] = worked;
        }

        return known;
    }
}
