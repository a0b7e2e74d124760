using Clinic.Abstractions;

namespace Clinic.Dispensing.Returning;

/// <summary>Names one declared return of a dispensation.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ReturnId : IClinicId<ReturnId>
{
    /// <summary>Wraps a UUID that names exactly one return.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ReturnId(Guid value) => Value = ClinicId.Checked(value, nameof(ReturnId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ReturnId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ReturnId Parse(string text) => ClinicId.Parse<ReturnId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ReturnId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ReturnId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
