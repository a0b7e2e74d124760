namespace Clinic.Abstractions;

/// <summary>Names a department, such as pharmacy, emergency or ward.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct DepartmentId : IClinicId<DepartmentId>
{
    /// <summary>Wraps a UUID that names exactly one department.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public DepartmentId(Guid value) => Value = ClinicId.Checked(value, nameof(DepartmentId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static DepartmentId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static DepartmentId Parse(string text) => ClinicId.Parse<DepartmentId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out DepartmentId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out DepartmentId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
