using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Names a special price.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct SpecialPriceId : IClinicId<SpecialPriceId>
{
    /// <summary>Wraps a UUID that names exactly one special price.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public SpecialPriceId(Guid value) => Value = ClinicId.Checked(value, nameof(SpecialPriceId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static SpecialPriceId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static SpecialPriceId Parse(string text) => ClinicId.Parse<SpecialPriceId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out SpecialPriceId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out SpecialPriceId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
