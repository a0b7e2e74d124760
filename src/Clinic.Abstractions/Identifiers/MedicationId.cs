namespace Clinic.Abstractions;

/// <summary>Names a medication of the catalogue, independent of its packaging.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct MedicationId : IClinicId<MedicationId>
{
    /// <summary>Wraps a UUID that names exactly one medication.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public MedicationId(Guid value) => Value = ClinicId.Checked(value, nameof(MedicationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static MedicationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static MedicationId Parse(string text) => ClinicId.Parse<MedicationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out MedicationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out MedicationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
