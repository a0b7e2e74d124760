using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Names one hand-over of a dispensation, whole or in part.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct HandOverId : IClinicId<HandOverId>
{
    /// <summary>Wraps a UUID that names exactly one hand-over.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public HandOverId(Guid value) => Value = ClinicId.Checked(value, nameof(HandOverId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static HandOverId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static HandOverId Parse(string text) => ClinicId.Parse<HandOverId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out HandOverId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out HandOverId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
