using Clinic.Abstractions;

namespace Clinic.Pharmacy.Receiving;

/// <summary>Names one delivery of a supplier as it was received.</summary>
/// <remarks>The default value is empty and refused by every command. Text form: lower-case UUID.</remarks>
public readonly record struct ReceiptId : IClinicId<ReceiptId>
{
    /// <summary>Wraps a UUID that names exactly one receipt.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public ReceiptId(Guid value) => Value = ClinicId.Checked(value, nameof(ReceiptId));

    /// <inheritdoc/>
    public Guid Value { get; }

    /// <inheritdoc/>
    public static ReceiptId From(Guid value) => new(value);

    /// <summary>Reads the lower- or upper-case UUID text of an id.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static ReceiptId Parse(string text) => ClinicId.Parse<ReceiptId>(text);

    /// <summary>Reads UUID text without throwing; false when it is no id.</summary>
    public static bool TryParse(string? text, out ReceiptId id) => ClinicId.TryParse(text, out id);

    /// <summary>Reads UUID text without throwing; the format provider is not used.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out ReceiptId id) => ClinicId.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => ClinicId.Text(Value);
}
