using Clinic.Abstractions;

namespace Clinic.Dispensing.Usage;

/// <summary>Names one entry of the dose log.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct DoseId : IClinicId<DoseId>
{
    /// <summary>Wraps a UUID that names exactly one dose.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public DoseId(Guid value) => Value = ClinicId.Checked(value, nameof(DoseId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static DoseId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static DoseId Parse(string text) => ClinicId.Parse<DoseId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out DoseId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out DoseId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
