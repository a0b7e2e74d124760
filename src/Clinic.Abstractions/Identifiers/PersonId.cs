namespace Clinic.Abstractions;

/// <summary>Names a person who acts in the clinic, or a job acting for it.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct PersonId : IClinicId<PersonId>
{
    /// <summary>Wraps a UUID that names exactly one person.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public PersonId(Guid value) => Value = ClinicId.Checked(value, nameof(PersonId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static PersonId Parse(string text) => ClinicId.Parse<PersonId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out PersonId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PersonId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
