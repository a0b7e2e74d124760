using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Names one stay of a patient in the emergency department, from arrival to settled bill.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct StayId : IClinicId<StayId>
{
    /// <summary>Wraps a UUID that names exactly one stay.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public StayId(Guid value) => Value = ClinicId.Checked(value, nameof(StayId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static StayId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static StayId Parse(string text) => ClinicId.Parse<StayId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out StayId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out StayId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
