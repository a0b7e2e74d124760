namespace Clinic.Abstractions;

/// <summary>Names one receipt of a manufacturer's lot, with its own cost.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct LotId : IClinicId<LotId>
{
    /// <summary>Wraps a UUID that names exactly one lot.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public LotId(Guid value) => Value = ClinicId.Checked(value, nameof(LotId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static LotId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static LotId Parse(string text) => ClinicId.Parse<LotId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out LotId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out LotId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
