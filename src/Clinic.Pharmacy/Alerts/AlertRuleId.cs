using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Names one rule of what to warn of.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct AlertRuleId : IClinicId<AlertRuleId>
{
    /// <summary>Wraps a UUID that names exactly one rule.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public AlertRuleId(Guid value) => Value = ClinicId.Checked(value, nameof(AlertRuleId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static AlertRuleId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static AlertRuleId Parse(string text) => ClinicId.Parse<AlertRuleId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out AlertRuleId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out AlertRuleId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
