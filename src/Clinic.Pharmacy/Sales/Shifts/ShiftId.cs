using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Names the shift of one cashier.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ShiftId : IClinicId<ShiftId>
{
    /// <summary>Wraps a UUID that names exactly one shift.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ShiftId(Guid value) => Value = ClinicId.Checked(value, nameof(ShiftId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ShiftId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ShiftId Parse(string text) => ClinicId.Parse<ShiftId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ShiftId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ShiftId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
