using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Names one event of a stay.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct StayEventId : IClinicId<StayEventId>
{
    /// <summary>Wraps a UUID that names exactly one event.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public StayEventId(Guid value) => Value = ClinicId.Checked(value, nameof(StayEventId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static StayEventId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static StayEventId Parse(string text) => ClinicId.Parse<StayEventId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out StayEventId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out StayEventId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
