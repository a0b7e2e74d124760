namespace Clinic.Abstractions;

/// <summary>Names a photo, signature or document that belongs to something else.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct AttachmentId : IClinicId<AttachmentId>
{
    /// <summary>Wraps a UUID that names exactly one attachment.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public AttachmentId(Guid value) => Value = ClinicId.Checked(value, nameof(AttachmentId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static AttachmentId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static AttachmentId Parse(string text) => ClinicId.Parse<AttachmentId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out AttachmentId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out AttachmentId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
