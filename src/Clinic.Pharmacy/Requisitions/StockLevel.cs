using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>How much of a presentation a location should have.</summary>
public sealed class StockLevel
{
    private readonly StockLevelSnapshot state;

    private StockLevel(StockLevelSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public StockLevelId Id => state.Id;

    /// <summary>The location.</summary>
    public LocationId Location => state.Location;

    /// <summary>The presentation; once per location.</summary>
    public PresentationId Presentation => state.Presentation;

    /// <summary>At or below this, more is asked.</summary>
    public StockQuantity Minimum => state.Minimum;

    /// <summary>Up to this; zero asks for nothing.</summary>
    public StockQuantity Maximum => state.Maximum;

    /// <summary>The pack in which it is asked; null for the smallest part that may leave.</summary>
    public string? Pack => state.Pack;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.stock-level", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">The levels cannot be.</exception>
    public static StockLevel Restore(StockLevelSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Minimum.Steps < 0 || snapshot.Minimum > snapshot.Maximum)
            throw new PharmacyException(PharmacyRules.StockLevelInvalid, ("minimum", snapshot.Minimum), ("maximum", snapshot.Maximum));
        var fields = new FieldCheck();
        fields.OptionalText("pack", snapshot.Pack, 32);
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The whole state.</summary>
    public StockLevelSnapshot ToSnapshot() => state;
}
