using Clinic.Abstractions;

namespace Clinic.Dispensing.Wasting;

/// <summary>Names one entry of discarded remainder.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct WasteId : IClinicId<WasteId>
{
    /// <summary>Wraps a UUID that names exactly one waste.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public WasteId(Guid value) => Value = ClinicId.Checked(value, nameof(WasteId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static WasteId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static WasteId Parse(string text) => ClinicId.Parse<WasteId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out WasteId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out WasteId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
