using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Presentations;

/// <summary>One medication in one packaging: how it is counted, packed, opened and scanned.</summary>
public sealed class Presentation
{
    /// <summary>The most decimals of a quantity.</summary>
    public const int LargestScale = 6;

    /// <summary>The most base units a pack may hold in all.</summary>
    public const long LargestPack = 1_000_000_000;

    private readonly PresentationSnapshot state;

    private Presentation(PresentationSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public PresentationId Id => state.Id;

    /// <summary>What it is a presentation of.</summary>
    public MedicationId Medication => state.Medication;

    /// <summary>The clinic's own code, unique per tenant; 1 to 40 characters.</summary>
    public string Code => state.Code;

    /// <summary>The name for people; 1 to 200 characters.</summary>
    public string Name => state.Name;

    /// <summary>The unit in which stock is counted.</summary>
    public UnitCode BaseUnit => state.BaseUnit;

    /// <summary>Decimals of a quantity in the base unit, 0 to 6.</summary>
    public int Scale => state.Scale;

    /// <summary>Packaging from the innermost to the outermost.</summary>
    public IReadOnlyList<PackLevel> Levels => state.Levels;

    /// <summary>The GTINs with their levels.</summary>
    public IReadOnlyList<PresentationGtin> Gtins => state.Gtins;

    /// <summary>Whether every lot must have an expiration date.</summary>
    public bool RequiresExpiry => state.RequiresExpiry;

    /// <summary>Whether it is no longer bought.</summary>
    public bool IsRetired => state.IsRetired;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("pharmacy.presentation", Id.Value);

    /// <summary>Base units that leave together at least: the largest pack that cannot be opened, else one step.</summary>
    public StockQuantity IssueMultiple
    {
        get
        {
            for (var i = Levels.Count - 1; i >= 0; i--)
            {
                if (!Levels[i].CanBeOpened) return StockQuantity.Of(UnitsIn(i), Scale);
            }

            return new StockQuantity(1, Scale);
        }
    }

    /// <summary>Whether every pack may be opened.</summary>
    public bool CanOpenPack => Levels.All(l => l.CanBeOpened);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Presentation Restore(PresentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Text("code", snapshot.Code, 40);
        fields.Text("name", snapshot.Name, 200);
        fields.Check("medication", snapshot.Medication != default, "nothing", "the id of a medication");
        fields.Check("scale", snapshot.Scale is >= 0 and <= LargestScale, snapshot.Scale, $"0 to {LargestScale}");
        fields.Check("containerContent", snapshot.ContainerContent is null or { Value: > 0 }, snapshot.ContainerContent, "more than zero, or nothing");
        fields.Check("beyondUse", snapshot.BeyondUse is null || snapshot.BeyondUse > NodaTime.Duration.Zero, snapshot.BeyondUse, "more than zero, or nothing");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        CheckLevels(snapshot, fields);
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Turns an amount in the base unit or in packs into stock, exactly.</summary>
    /// <param name="quantity">The amount; the unit is the base unit or a pack level's name.</param>
    /// <param name="converted">The stock quantity, or zero.</param>
    /// <returns>Null, or why not: unknown unit, too fine, not positive, too large.</returns>
    public RuleFailure? TryConvert(Quantity quantity, out StockQuantity converted)
    {
        converted = StockQuantity.Zero(Scale);
        if (UnitsPer(quantity.Unit.Code) is not { } units)
            return new(PharmacyRules.UnitUnknown, ("found", quantity.Unit), ("allowed", string.Join(", ", UnitNames())));
        if (quantity.Value <= 0) return new(PharmacyRules.QuantityNotPositive, ("found", quantity.Value));
        if (quantity.Value > StockQuantity.Largest / units) return new(PharmacyRules.QuantityTooLarge, ("found", quantity), ("allowed", StockQuantity.Largest));
        return StockQuantity.TryOf(quantity.Value * units, Scale, out converted)
            ? null
            : new(PharmacyRules.QuantityTooFine, ("found", quantity), ("allowed", Scale));
    }

    /// <summary>A stock quantity as an amount in the base unit.</summary>
    public Quantity ToQuantity(StockQuantity quantity) => new(quantity.Value, BaseUnit);

    /// <summary>Base units in one of the named packs; null when there is no such level.</summary>
    public long? UnitsPer(string unit)
    {
        if (string.Equals(unit, BaseUnit.Code, StringComparison.Ordinal)) return 1;
        for (var i = 0; i < Levels.Count; i++)
        {
            if (string.Equals(unit, Levels[i].Name, StringComparison.Ordinal)) return UnitsIn(i);
        }

        return null;
    }

    /// <summary>The same presentation with new data, one version on.</summary>
    /// <param name="next">The new data; its id, retirement and version are not looked at.</param>
    /// <param name="hasMoved">Whether stock ever moved: then unit, scale and levels are frozen.</param>
    /// <exception cref="PharmacyException">Fields are malformed, or frozen ones change.</exception>
    public Presentation Revise(PresentationSnapshot next, bool hasMoved)
    {
        ArgumentNullException.ThrowIfNull(next);
        var frozen = next.Medication == Medication && next.BaseUnit == BaseUnit && next.Scale == Scale && next.Levels.SequenceEqual(Levels);
        if (hasMoved && !frozen) throw new PharmacyException(PharmacyRules.PackagingFrozen, ("presentation", Id));
        return Restore(next with { Id = Id, IsRetired = IsRetired, Version = Version + 1 });
    }

    /// <summary>The presentation taken out of use; stock that is left may still be issued.</summary>
    public Presentation Retire() => new(state with { IsRetired = true, Version = Version + 1 });

    /// <summary>The same presentation one version on: its first stock comes in, and a change of packs that did not see it must look again.</summary>
    internal Presentation Freeze() => new(state with { Version = Version + 1 });

    /// <summary>The whole state.</summary>
    public PresentationSnapshot ToSnapshot() => state;

    private static void CheckLevels(PresentationSnapshot snapshot, FieldCheck fields)
    {
        fields.Check("levels", snapshot.Levels.Count <= 6, snapshot.Levels.Count, "at most 6");
        var names = new HashSet<string>(StringComparer.Ordinal) { snapshot.BaseUnit.Code };
        decimal units = 1;
        foreach (var level in snapshot.Levels)
        {
            fields.Check("level.name", UnitCode.IsValid(level.Name) && names.Add(level.Name), level.Name, "1 to 32 characters without spaces, each once, not the base unit");
            fields.Check("level.contains", level.Contains is >= 1 and <= 1_000_000, level.Contains, "1 to 1000000");
            // Stops at one too many: nonsense in six levels would leave the range of any number.
            units = Math.Min(units * Math.Max(level.Contains, 1), LargestPack + 1);
        }

        fields.Check("levels", units <= LargestPack, "more", $"at most {LargestPack} base units in all");
        fields.Check("gtins", snapshot.Gtins.Select(g => g.Gtin).Distinct().Count() == snapshot.Gtins.Count, snapshot.Gtins.Count, "each number once");
        foreach (var g in snapshot.Gtins)
            fields.Check("gtin.level", g.Level is null || snapshot.Levels.Any(l => l.Name == g.Level), g.Level, "a level of this presentation, or nothing");
    }

    private IEnumerable<string> UnitNames() => Levels.Select(l => l.Name).Prepend(BaseUnit.Code);

    private long UnitsIn(int level)
    {
        long units = 1;
        for (var i = 0; i <= level; i++) units *= Levels[i].Contains;
        return units;
    }
}
