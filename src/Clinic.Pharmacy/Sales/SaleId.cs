using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>Names a sale, from basket to receipt.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct SaleId : IClinicId<SaleId>
{
    /// <summary>Wraps a UUID that names exactly one sale.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public SaleId(Guid value) => Value = ClinicId.Checked(value, nameof(SaleId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static SaleId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static SaleId Parse(string text) => ClinicId.Parse<SaleId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out SaleId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out SaleId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
