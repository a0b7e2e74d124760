namespace Clinic.Abstractions;

/// <summary>Names a visit of a patient, from arrival to discharge.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct EncounterId : IClinicId<EncounterId>
{
    /// <summary>Wraps a UUID that names exactly one encounter.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public EncounterId(Guid value) => Value = ClinicId.Checked(value, nameof(EncounterId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static EncounterId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static EncounterId Parse(string text) => ClinicId.Parse<EncounterId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out EncounterId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out EncounterId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
