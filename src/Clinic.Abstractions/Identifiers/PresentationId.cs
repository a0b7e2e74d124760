namespace Clinic.Abstractions;

/// <summary>Names a presentation: one medication in one form and packaging.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct PresentationId : IClinicId<PresentationId>
{
    /// <summary>Wraps a UUID that names exactly one presentation.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public PresentationId(Guid value) => Value = ClinicId.Checked(value, nameof(PresentationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static PresentationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static PresentationId Parse(string text) => ClinicId.Parse<PresentationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out PresentationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out PresentationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
