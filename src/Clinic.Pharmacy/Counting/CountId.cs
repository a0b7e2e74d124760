using Clinic.Abstractions;

namespace Clinic.Pharmacy.Counting;

/// <summary>Names one physical count of a lot at a location.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct CountId : IClinicId<CountId>
{
    /// <summary>Wraps a UUID that names exactly one count.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public CountId(Guid value) => Value = ClinicId.Checked(value, nameof(CountId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static CountId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static CountId Parse(string text) => ClinicId.Parse<CountId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out CountId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out CountId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
