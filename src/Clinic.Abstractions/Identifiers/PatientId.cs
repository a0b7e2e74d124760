namespace Clinic.Abstractions;

/// <summary>Names a patient; never printed beside clinical text.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct PatientId : IClinicId<PatientId>
{
    /// <summary>Wraps a UUID that names exactly one patient.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public PatientId(Guid value) => Value = ClinicId.Checked(value, nameof(PatientId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static PatientId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static PatientId Parse(string text) => ClinicId.Parse<PatientId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out PatientId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PatientId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
