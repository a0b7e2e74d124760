using Clinic.Abstractions;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Names one return of goods to a supplier.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct SupplierReturnId : IClinicId<SupplierReturnId>
{
    /// <summary>Wraps a UUID that names exactly one return.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public SupplierReturnId(Guid value) => Value = ClinicId.Checked(value, nameof(SupplierReturnId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static SupplierReturnId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static SupplierReturnId Parse(string text) => ClinicId.Parse<SupplierReturnId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out SupplierReturnId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out SupplierReturnId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
