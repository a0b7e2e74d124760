using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Names one alert of a stay.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct StayAlertId : IClinicId<StayAlertId>
{
    /// <summary>Wraps a UUID that names exactly one alert.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public StayAlertId(Guid value) => Value = ClinicId.Checked(value, nameof(StayAlertId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static StayAlertId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static StayAlertId Parse(string text) => ClinicId.Parse<StayAlertId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out StayAlertId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out StayAlertId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
