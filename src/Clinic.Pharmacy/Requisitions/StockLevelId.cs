using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Names a stock level.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct StockLevelId : IClinicId<StockLevelId>
{
    /// <summary>Wraps a UUID that names exactly one stock level.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public StockLevelId(Guid value) => Value = ClinicId.Checked(value, nameof(StockLevelId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static StockLevelId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static StockLevelId Parse(string text) => ClinicId.Parse<StockLevelId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out StockLevelId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out StockLevelId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
