namespace Clinic.Abstractions;

/// <summary>Names a place of the clinic with its own zone and currency.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct SiteId : IClinicId<SiteId>
{
    /// <summary>Wraps a UUID that names exactly one site.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public SiteId(Guid value) => Value = ClinicId.Checked(value, nameof(SiteId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static SiteId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static SiteId Parse(string text) => ClinicId.Parse<SiteId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out SiteId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out SiteId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
