using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Names one counting session at a location.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct CountSessionId : IClinicId<CountSessionId>
{
    /// <summary>Wraps a UUID that names exactly one session.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public CountSessionId(Guid value) => Value = ClinicId.Checked(value, nameof(CountSessionId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static CountSessionId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static CountSessionId Parse(string text) => ClinicId.Parse<CountSessionId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out CountSessionId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out CountSessionId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
