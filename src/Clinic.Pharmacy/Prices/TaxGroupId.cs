using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Names a tax group through all its rates.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct TaxGroupId : IClinicId<TaxGroupId>
{
    /// <summary>Wraps a UUID that names exactly one tax group.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public TaxGroupId(Guid value) => Value = ClinicId.Checked(value, nameof(TaxGroupId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static TaxGroupId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static TaxGroupId Parse(string text) => ClinicId.Parse<TaxGroupId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out TaxGroupId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out TaxGroupId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
