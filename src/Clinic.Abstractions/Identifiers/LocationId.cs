namespace Clinic.Abstractions;

/// <summary>Names a place where stock lies: a store room, a ward cabinet, transit.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct LocationId : IClinicId<LocationId>
{
    /// <summary>Wraps a UUID that names exactly one location.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public LocationId(Guid value) => Value = ClinicId.Checked(value, nameof(LocationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static LocationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static LocationId Parse(string text) => ClinicId.Parse<LocationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out LocationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out LocationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
