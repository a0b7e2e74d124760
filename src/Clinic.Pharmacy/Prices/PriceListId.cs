using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Names a price list through all its versions.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct PriceListId : IClinicId<PriceListId>
{
    /// <summary>Wraps a UUID that names exactly one price list.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public PriceListId(Guid value) => Value = ClinicId.Checked(value, nameof(PriceListId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static PriceListId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static PriceListId Parse(string text) => ClinicId.Parse<PriceListId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out PriceListId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PriceListId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
