using Clinic.Abstractions;

namespace Clinic.Dispensing.Dispensations;

/// <summary>Names one dispensation from request to closed books.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct DispensationId : IClinicId<DispensationId>
{
    /// <summary>Wraps a UUID that names exactly one dispensation.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public DispensationId(Guid value) => Value = ClinicId.Checked(value, nameof(DispensationId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static DispensationId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static DispensationId Parse(string text) => ClinicId.Parse<DispensationId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out DispensationId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out DispensationId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
